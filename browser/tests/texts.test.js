// The exact texts that copying gives.

import assert from "node:assert/strict";
import { test } from "node:test";

import { blocksOf, wholeText, withNotice } from "../texts.js";

const BLOCKS = [["标题", ""], ["　　一、做法"], ["　　1.第一条。"], ["", "某局"], ["2026年4月9日"]];

test("a whole text has every line and nothing trailing", () => {
  const text = "标题\n\n　　一、做法\n　　1.第一条。\n\n某局\n2026年4月9日";
  assert.equal(wholeText(BLOCKS), text);
});

test("a paragraph keeps its indent and its number", () => {
  assert.equal(wholeText([["　　1.第一条。"]]), "　　1.第一条。");
});

test("the notice stands after an empty line, or not at all", () => {
  assert.equal(withNotice("甲", "示例"), "甲\n\n示例");
  assert.equal(withNotice("甲", ""), "甲");
});

/** @param {string | null} json */
function boxWith(json) {
  const data = json === null ? null : { textContent: json };
  return /** @type {Element} */ (/** @type {unknown} */ ({ querySelector: () => data }));
}

test("blocks are read from the JSON in the box", () => {
  const json = '[["\\u003cb>𠮷"]]';
  assert.deepEqual(blocksOf(boxWith(json)), [["<b>𠮷"]]);
  assert.deepEqual(blocksOf(boxWith(null)), []);
});
