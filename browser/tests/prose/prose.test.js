// Texts are read into the parts that the rules look at.

import assert from "node:assert/strict";
import test from "node:test";

import { readProse } from "../../prose/prose.js";

const TEXT = [
  "\uFEFF青禾县卫生健康局2026年上半年工作总结",
  "各科室：",
  "一、主要工作",
  "（一）培训。培训540人次，支出1.2万元！合格率98.5%。",
  "指标\t单位\t本期",
  "建档\t人\t23300",
  "",
  "青禾县卫生健康局",
  "2026年7月8日",
].join("\r\n");

test("lines have a kind and a number", () => {
  const { lines, title } = readProse(TEXT);
  assert.deepEqual(
    lines.map(({ kind }) => kind),
    ["title", "addressee", "heading", "paragraph", "row", "row", "blank", "signature", "date"],
  );
  assert.equal(title, "青禾县卫生健康局2026年上半年工作总结");
  assert.deepEqual(lines[2]?.number, { sign: "一、", style: "一、", level: 1, value: 1 });
});

test("sentences, cells and lines stand where they say", () => {
  const { text, lines, sentences, tables } = readProse(TEXT);
  for (const part of [...lines, ...sentences, ...tables.flatMap(({ rows }) => rows.flat())]) {
    assert.equal(text.slice(part.start, part.end), part.text);
  }
  assert.equal(sentences.filter(({ line }) => line === 3).length, 3);
  assert.equal(tables[0]?.rows[1]?.[2]?.text, "23300");
});

test("quantities have value, unit and how far they are known", () => {
  /** @param {string} text */
  const first = (text) => {
    const [quantity] = readProse(text).quantities;
    return quantity && [quantity.value, quantity.half, quantity.unit, quantity.rough];
  };
  assert.deepEqual(first("支出1.2万元"), [12000, 500, "元", false]);
  assert.deepEqual(first("培训540余人"), [540, 0, "人", true]);
  assert.deepEqual(first("合格率98.50%"), [98.5, 0.005, "%", false]);
  for (const text of ["H7N9疫情", "2026年3月31日", "第25个爱国卫生月", "〔2026〕12号"]) {
    assert.equal(first(text), undefined, text);
  }
});
