// The plain text of a document.

import assert from "node:assert/strict";
import { test } from "node:test";

import { asText, block } from "../../document/document.js";

const SHOWN = [block("paragraph", [{ text: "甲*" }])];

test("a draft says so in its first line, a final text does not", () => {
  assert.equal(asText(SHOWN, []), "　　甲*");
  assert.equal(asText(SHOWN, ["3处空白"]).split("\n")[0], "【草稿：3处空白，不得作为正式稿使用】");
});
