// A paragraph says once with what its figures are compared.

import assert from "node:assert/strict";
import { test } from "node:test";

import { elided } from "../../document/elision.js";

/** @param {string[]} texts those that begin with = are computed */
function said(...texts) {
  const runs = texts.map((text) => (text.startsWith("=") ? { text: text.slice(1), facts: ["x"], formula: "算式" } : { text }));
  return elided(runs)
    .map(({ text }) => text)
    .join("");
}

test("what was named is not named again", () => {
  assert.equal(said("=，比上年增加1个", "；", "=，比上年增加12人"), "，比上年增加1个；，增加12人");
  assert.equal(said("=比上年同期提高2分", "。", "=同比下降3%"), "比上年同期提高2分。下降3%");
  assert.equal(said("=与上年持平", "。", "=，与上年持平"), "与上年持平。，持平");
});

test("a writer's words and other comparisons stay", () => {
  assert.equal(said("=比上年增加1个", "，比上年增加2个"), "比上年增加1个，比上年增加2个");
  assert.equal(said("=比上年增加1个", "；", "=上年没有"), "比上年增加1个；上年没有");
});

test("a clause that compares with a plan says both", () => {
  const texts = ["=比上年增加1次", "；", "=，比计划的8次少1次", "=，比上年增加1次", "；", "=比上年减少1次"];
  assert.equal(said(...texts), "比上年增加1次；，比计划的8次少1次，比上年增加1次；减少1次");
});
