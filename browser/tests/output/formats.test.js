// The text as Markdown.

import assert from "node:assert/strict";
import { test } from "node:test";

import { block } from "../../document/document.js";
import { asMarkdown } from "../../output/formats.js";

const SHOWN = [block("paragraph", [{ text: "甲*" }])];

test("a draft says so in its first line, a final text does not", () => {
  assert.equal(asMarkdown(SHOWN, []), "甲\\*\n");
  assert.equal(asMarkdown(SHOWN, ["3处空白"]).split("\n")[0], "> 【草稿：3处空白，不得作为正式稿使用】");
});
