// A pasted table goes by its names, never by position.

import assert from "node:assert/strict";
import { test } from "node:test";

import { bareName, namedRows, sidesOf } from "../../exchange/named_table.js";
import { cellsOf } from "../../exchange/paste.js";
import { ARCHETYPE } from "../support/water_quarter.js";

const SPECS = { ...ARCHETYPE.facts };
const paid = /** @type {import("../../schema/types.js").FactSpec} */ (SPECS["paid"]);
/** @type {Record<string, import("../../schema/types.js").FactSpec>} */
const specs = {
  ...SPECS,
  visits: { ...paid, label: "门诊人次", unit: "人次", type: "count", aliases: ["门急诊量"] },
  rate: { label: "合格率", hint: "", topic: "", type: "rate", numerator: "samples", denominator: "visits" },
};
const PERIODS = { now: "2026年第一季度", last: "2025年第一季度" };

/** @param {string} text */
function read(text) {
  const rows = namedRows(cellsOf(text), specs, PERIODS) ?? [];
  return rows.map(({ name, fact, values, why }) => [name, fact, values, why]);
}

test("rows go by label and alias, in whatever order they stand", () => {
  assert.deepEqual(read("指标\t本期\t上期\n1. 水 样（份）\t300\t\n其中：门急诊量\t12\t10\n支出\t3\t2"), [
    ["水样", "samples", { now: "300" }, ""],
    ["门急诊量", "visits", { now: "12", last: "10" }, ""],
    ["支出", "paid", { now: "3", last: "2" }, ""],
  ]);
});

test("columns go by their heads, in whatever order they stand", () => {
  const rows = read("序号\t指标\t单位\t去年同期\t同比\t2026年第一季度\t年度计划\n1\t支出\t万元\t2\t50%\t3\t9");
  assert.deepEqual(rows, [["支出", "paid", { now: "3", last: "2", plan: "9" }, ""]]);
});

test("names may stand in the first line", () => {
  assert.deepEqual(read("\t支出\t水样\n本期\t3\t300\n上期\t2\t"), [
    ["支出", "paid", { now: "3", last: "2" }, ""],
    ["水样", "samples", { now: "300" }, ""],
  ]);
});

test("what fits nothing is told, and goes nowhere", () => {
  const rows = read("糖尿病\t4000\n合格率\t98\n乡镇\t3\n支出（人）\t5\n水样\t1\n水样\t2");
  assert.deepEqual(rows.map(([name, fact, , why]) => [name, fact, why]), [
    ["糖尿病", "", "没有这个名称的指标"],
    ["合格率", "", "由系统计算，不用填"],
    ["乡镇", "", "是列表，请到列表里逐条填"],
    ["支出", "", "单位不同：表里是“人”，指标是“万元”"],
    ["水样", "samples", ""],
    ["水样", "", "表里有两行是同一个指标"],
  ]);
});

test("万人次 is counted in 人次", () => {
  const [row] = namedRows(cellsOf("门诊人次（万人次）\t1.2\t0.9"), specs, PERIODS) ?? [];
  const spec = specs["visits"];
  assert.ok(row && spec);
  assert.deepEqual(sidesOf(row, spec).sides, { now: "12000", last: "9000" });
});

test("sides that a fact does not have, and what is no number, are told", () => {
  const [row] = namedRows(cellsOf("水样\t3\t2"), specs, PERIODS) ?? [];
  const spec = specs["samples"];
  assert.ok(row && spec);
  assert.deepEqual(sidesOf(row, spec), { sides: { now: "3" }, left: ["上期"], invalid: [] });
  const [wrong] = namedRows(cellsOf("支出\t=cmd()\t3"), specs, PERIODS) ?? [];
  assert.ok(wrong);
  assert.deepEqual(sidesOf(wrong, paid).invalid, []);
});

test("cells without names go by their position", () => {
  for (const text of ["1\t2\n3\t4", "1\n2\n3", "甲\t乙"]) assert.equal(namedRows(cellsOf(text), specs, PERIODS), null);
});

test("a long table takes no time", () => {
  const begun = process.cpuUsage();
  const text = Array.from({ length: 10_000 }, (_, i) => `名称${String(i)}\t${String(i)}`).join("\n");
  assert.equal(namedRows(cellsOf(text), specs, PERIODS)?.length, 200);
  assert.ok(process.cpuUsage(begun).user < 2_000_000);
});

test("names without what stands around them", () => {
  assert.deepEqual(bareName("（一）其中：门诊 人次（万人次）"), { name: "门诊人次", unit: "万人次" });
  assert.deepEqual(bareName("①住院:"), { name: "住院", unit: "" });
  assert.deepEqual(bareName("一级医院"), { name: "一级医院", unit: "" });
  assert.deepEqual(bareName("1.5米线"), { name: "1.5米线", unit: "" });
});
