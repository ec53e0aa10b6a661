// A paragraph says once with what its figures are compared; the vectors are both languages'.

import assert from "node:assert/strict";
import { test } from "node:test";

import { elided } from "../../document/elision.js";
import vectors from "../../../tests/vectors/elision.json" with { type: "json" };

/** @param {string[]} texts those that begin with = are computed */
function said(texts) {
  const runs = texts.map((text) => (text.startsWith("=") ? { text: text.slice(1), facts: ["x"], formula: "算式" } : { text }));
  return elided(runs)
    .map(({ text }) => text)
    .join("");
}

for (const vector of vectors) {
  test(`what was named is not named again: ${vector.said}`, () => {
    assert.equal(said(vector.texts), vector.said);
  });
}
