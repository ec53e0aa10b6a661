// What people type, and what is made of it.

import assert from "node:assert/strict";
import { test } from "node:test";

import { parse } from "../../engine/entries.js";
import { normalise } from "../../engine/normalise.js";

/** @typedef {import("../../engine/types.js").FieldSpec} FieldSpec */

/** @type {Record<string, FieldSpec>} */
const SPECS = {
  money: { label: "支出", hint: "", type: "amount", unit: "万元" },
  people: { label: "人数", hint: "", type: "count", unit: "人次" },
  about: { label: "人数", hint: "", type: "amount", unit: "万人次", approx: true },
  score: { label: "得分", hint: "", type: "decimal", unit: "分" },
  share: { label: "率", hint: "", type: "decimal", unit: "%" },
  houses: { label: "医院", hint: "", type: "count", unit: "家" },
  day: { label: "日期", hint: "", type: "date" },
  period: { label: "时段", hint: "", type: "period" },
  text: { label: "文字", hint: "", type: "text" },
};

/** @type {[string, string, string][]} slot, typed, read */
const CASES = [
  ["people", "１２３４", "1234"],
  ["people", " 1,234 ", "1234"],
  ["people", "1，234", "1234"],
  ["people", "1.2万", "12000"],
  ["people", "1.2万人次", "12000"],
  ["people", "12 人次", "12"],
  ["people", "0", "0"],
  ["people", "1,23", "1,23"],
  ["people", "0571", "0571"],
  ["people", "12元", "12元"],
  ["people", "很多", "很多"],
  ["people", "1.2万万", "1.2万万"],
  ["money", "1518.20", "1518.20"],
  ["money", "1518.20万元", "1518.20"],
  ["money", "15182000元", "1518.2"],
  ["money", "1.5亿元", "15000"],
  ["money", "1.5亿", "15000"],
  ["money", "－3.5", "-3.5"],
  ["money", "12．5", "12.5"],
  ["share", "98.6%", "98.6"],
  ["share", "98.6％", "98.6"],
  ["houses", "17个", "17"],
  ["score", "90个", "90"],
  ["about", "约2万人次", "近2"],
  ["about", "近2万", "近2"],
  ["about", "2万余人次", "2余"],
  ["day", "2026年3月31日", "2026-03-31"],
  ["day", "2026.3.31", "2026-03-31"],
  ["day", "2026/3/1", "2026-03-01"],
  ["day", "２０２６年３月", "2026-03"],
  ["day", "2026-03-31", "2026-03-31"],
  ["day", "3月31日", "3月31日"],
  ["period", "2026q1", "2026Q1"],
  ["period", "2026年第一季度", "2026Q1"],
  ["period", "2026年一季度", "2026Q1"],
  ["period", "2026年上半年", "2026H1"],
  ["period", "2026年", "2026"],
  ["period", "2026年度", "2026"],
  ["period", "2025—2026学年第二学期", "2025-2026T2"],
  ["period", "去年", "去年"],
  ["text", " 县卫生局\u200b ", "县卫生局"],
  ["text", "一\u0000二\ud800三", "一二三"],
];

for (const [slot, typed, read] of CASES) {
  test(`${slot}: ${JSON.stringify(typed)} is ${read}`, () => {
    const spec = /** @type {FieldSpec} */ (SPECS[slot]);
    assert.equal(normalise(typed, spec), read);
    assert.equal(normalise(read, spec), read);
  });
}

test("what is not understood is refused with a reason, never taken for nothing", () => {
  const spec = /** @type {FieldSpec} */ (SPECS["people"]);
  for (const typed of ["很多", "1,23", "12元", "1.2.3", "--1", "一百"]) {
    assert.throws(() => parse(normalise(typed, spec), spec), { message: /不是数/ });
  }
});
