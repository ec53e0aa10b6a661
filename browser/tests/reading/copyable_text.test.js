// The exact texts that copying gives.

import assert from "node:assert/strict";
import { test } from "node:test";

import { blocksOf, wholeText, withNotice } from "../../reading/copyable_text.js";

const BLOCKS = [["标题", ""], ["某局："], ["　　一、做法"], ["　　1.第一条。"], ["", "某局"], ["2026年4月9日"]];

test("a whole text has every line and nothing trailing", () => {
  const text = "标题\n\n某局：\n　　一、做法\n　　1.第一条。\n\n某局\n2026年4月9日";
  assert.equal(wholeText(BLOCKS), text);
});

test("a paragraph keeps its indent and its number", () => {
  assert.equal(wholeText([["　　1.第一条。"]]), "　　1.第一条。");
});

test("the notice stands after an empty line, or not at all", () => {
  assert.equal(withNotice("甲", "示例"), "甲\n\n示例");
  assert.equal(withNotice("甲", ""), "甲");
});

/**
 * @param {string} kind
 * @param {string} text
 */
function paragraph(kind, text) {
  const classList = { contains: (/** @type {string} */ name) => name === `doc-${kind}` };
  return /** @type {HTMLElement} */ (/** @type {unknown} */ ({ textContent: text, classList }));
}

/**
 * @param {DOMStringMap} dataset
 * @param {HTMLElement[]} paragraphs
 */
function boxWith(dataset, ...paragraphs) {
  const box = { dataset, querySelectorAll: () => paragraphs };
  return /** @type {HTMLElement} */ (/** @type {unknown} */ (box));
}

test("blocks are the paragraphs of the box, each with its lines", () => {
  const box = boxWith(
    {},
    paragraph("title", "标题"),
    paragraph("addressee", "某局："),
    paragraph("heading", "一、做法"),
    paragraph("paragraph", "1.第一条。"),
    paragraph("signature", "某局"),
    paragraph("date", "2026年4月9日"),
  );
  assert.deepEqual(blocksOf(box), BLOCKS);
  assert.deepEqual(blocksOf(boxWith({})), []);
});

test("a section's heading comes first", () => {
  const box = boxWith({ heading: "一、做法" }, paragraph("paragraph", "甲"));
  assert.deepEqual(blocksOf(box), [["　　一、做法"], ["　　甲"]]);
});

test("a table is rows with tabs between the cells", () => {
  const cells = (/** @type {string[]} */ ...texts) => ({ children: texts.map((textContent) => ({ textContent })) });
  const rows = [cells("指标", "本期"), cells("出车", "31650")];
  const table = Object.assign(paragraph("table", ""), { querySelectorAll: () => rows });
  assert.deepEqual(blocksOf(boxWith({}, table)), [["指标\t本期", "出车\t31650"]]);
});
