// The plain text of a document.

import assert from "node:assert/strict";
import { test } from "node:test";

import { asText, block } from "../../document/document.js";
import { partsOf } from "../../document/paragraphs.js";
import { Value } from "../../figures/values.js";

const SHOWN = [block("paragraph", [{ text: "甲*" }])];

test("a draft says so in its first line, a final text does not", () => {
  assert.equal(asText(SHOWN, []), "　　甲*");
  assert.equal(asText(SHOWN, ["3处空白"]).split("\n")[0], "【草稿：3处空白，不得作为正式稿使用】");
});

test("a value that says nothing ends no paragraph", () => {
  const rows = (/** @type {string[]} */ labels) =>
    labels.map((label) => ({ label, unit: "", value: new Value(""), compares: false }));
  const said = partsOf(["开会3次\n", new Value(""), "\n，完成。\n\n乙。"], rows);
  assert.deepEqual(said.map(({ runs }) => runs.map(({ text }) => text).join("")), ["开会3次，完成。", "乙。"]);
});
