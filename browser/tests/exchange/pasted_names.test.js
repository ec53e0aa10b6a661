// A pasted table goes by the names in it, never by position.

import assert from "node:assert/strict";
import { test } from "node:test";

import { EMPTY } from "../../drafts/state.js";
import { withNamed } from "../../exchange/named_paste.js";
import { cellsOf } from "../../exchange/pasted_cells.js";
import { areFigures, bareName, readNamed } from "../../exchange/pasted_names.js";

const amount = (/** @type {string} */ label, /** @type {string} */ unit, more = {}) => ({
  ...{ label, unit, hint: "", topic: "", type: /** @type {const} */ ("count"), range: /** @type {[string, string]} */ (["0", "99999999"]) },
  series: /** @type {("last" | "plan")[]} */ (["last", "plan"]),
  ...more,
});
/** @type {import("../../exchange/pasted_names.js").Specs} */
const SPECS = {
  hypertension: amount("高血压患者", "人", { aliases: ["高血压"] }),
  diabetes: amount("糖尿病患者", "人", { aliases: ["糖尿病"] }),
  visits: amount("门诊人次", "人次", { renamed: ["门诊服务量"] }),
  beds: { label: "床位", hint: "", topic: "", type: "count", unit: "张", range: ["0", "9999"] },
  org: { label: "单位名称", hint: "", topic: "", type: "text" },
  rate: { label: "床位使用率", hint: "", topic: "", type: "rate", numerator: "visits", denominator: "beds" },
  towns: { label: "乡镇", hint: "", topic: "", type: "list", fields: {} },
};
const PERIODS = { period: "2026Q1", last_period: "2025Q1" };

/** @param {string} text @param {import("../../schema/types.js").Facts} facts */
function table(text, facts = PERIODS) {
  return readNamed(cellsOf(text), SPECS, Object.keys(SPECS).filter((name) => name !== "rate"), facts, "hypertension");
}

/** @param {string} text @param {import("../../schema/types.js").Facts} [facts] */
function pasted(text, facts) {
  const found = table(text, facts);
  const { state, remarks, scaled } = withNamed(SPECS, EMPTY, found);
  const open = found.rows.filter(({ fact }) => !fact).map(({ name, why }) => `${name}：${why}`);
  return { facts: state.facts, remarks, scaled, open, sides: found.columns.map(({ side }) => side) };
}

test("a figure goes to the fact whose name stands beside it", () => {
  const { facts, open } = pasted("糖尿病\t4000\n门诊人次\t7");
  assert.deepEqual(facts, { diabetes: { now: "4000" }, visits: { now: "7" } });
  assert.deepEqual(open, []);
});

test("names are known with numbering, 其中, spaces, full width and units", () => {
  const { facts, open } = pasted("指标\t本期\n一、门诊 人次（人次）\t１２\n其中：糖尿病\t3\n（2）高血压患者\t5\n1.床位(张)\t8");
  assert.deepEqual(facts, { visits: { now: "12" }, diabetes: { now: "3" }, hypertension: { now: "5" }, beds: "8" });
  assert.deepEqual(open, []);
});

test("columns go by their heads, in whatever order", () => {
  const wanted = { diabetes: { now: "3", last: "2", plan: "9" } };
  assert.deepEqual(pasted("项目\t计划\t去年同期\t同比\t本期\n糖尿病\t9\t2\t50%\t3").facts, wanted);
  assert.deepEqual(pasted("\t2025年\t2026年一季度\t目标\n糖尿病\t2\t3\t9").facts, wanted);
  assert.deepEqual(pasted("\t2025年第一季度\t今年\t任务\n糖尿病\t2\t3\t9").facts, wanted);
});

test("names in the head of the table are names too", () => {
  const { facts } = pasted("\t门诊人次\t糖尿病\n去年\t1\t2\n今年\t3\t4");
  assert.deepEqual(facts, { visits: { last: "1", now: "3" }, diabetes: { last: "2", now: "4" } });
});

test("a column that names no side, or the same as another, is left open", () => {
  assert.deepEqual(pasted("\t甲\t本期\n糖尿病\t1\t2").facts, { diabetes: { now: "2" } });
  assert.deepEqual(pasted("\t本期\t今年\n糖尿病\t1\t2").sides, ["", ""]);
  assert.deepEqual(pasted("糖尿病\t1\t2").sides, ["", ""]);
  assert.deepEqual(pasted("\t2026年\n糖尿病\t1", {}).facts, {});
  assert.deepEqual(pasted("\t本期\t上年同期\n糖尿病\t1\t2", { period: "2026Q1", last_period: "2025Q4" }).facts, { diabetes: { now: "1" } });
});

test("two rows of one name, names of nothing and lists are left open, and can be chosen", () => {
  const found = table("糖尿病\t1\n糖尿病患者\t2\n院内感染\t3\n乡镇\t4\n门诊人次\t5");
  const reasons = found.rows.map(({ why }) => why);
  assert.deepEqual(reasons, [
    ...["有几行是同一个指标", "有几行是同一个指标", "没有叫这个名称的指标", "是列表，请粘贴到列表里", ""],
  ]);
  assert.deepEqual(withNamed(SPECS, EMPTY, found).state.facts, { visits: { now: "5" } });
  for (const row of found.rows.slice(1, 3)) row.fact = "diabetes";
  const { state, remarks } = withNamed(SPECS, EMPTY, found);
  assert.deepEqual(state.facts["diabetes"], { now: "2" });
  assert.deepEqual(remarks, ["“糖尿病患者（本期）”有两个不同的值（2、3），只填了前一个"]);
});

test("a unit in 万 is scaled and shown, another unit is refused", () => {
  const scaled = pasted("门诊人次（万人次）\t1.2");
  assert.deepEqual(scaled.facts, { visits: { now: "12000" } });
  assert.deepEqual(scaled.scaled, ["门诊人次（万人次） 1.2万人次 → 12000人次"]);
  const beside = pasted("指标\t单位\t本期\n门诊人次\t万人次\t1.2\n床位\t张\t5");
  assert.deepEqual([beside.facts, beside.sides], [{ visits: { now: "12000" }, beds: "5" }, ["now"]]);
  const other = pasted("门诊人次（元）\t12");
  assert.deepEqual([other.facts, other.remarks.length], [{}, 1]);
  assert.match(other.remarks[0] ?? "", /“12元”与“门诊人次（本期）”的单位不符/);
});

test("formulas are text, and no figure", () => {
  const { facts, remarks } = pasted("单位名称\t=cmd()\n糖尿病\t=SUM(A1)\n床位\t#DIV/0!");
  assert.deepEqual(facts, { org: "=cmd()" });
  assert.equal(remarks.length, 2);
});

test("a name that Word has cut in two is put together", () => {
  assert.deepEqual(pasted("门诊\n人次\t5\n糖尿病\t6").facts, { visits: { now: "5" }, diabetes: { now: "6" } });
  assert.deepEqual(pasted("慢性病\n糖尿病\t6").facts, { diabetes: { now: "6" } });
});

test("merged cells leave gaps and do not shift anything", () => {
  const text = "类别\t指标\t2026年一季度\t\n\t\t本期\t上期\n慢病\t糖尿病\t3\t2\n\t高血压\t5\t\n";
  assert.deepEqual(pasted(text).facts, { diabetes: { now: "3", last: "2" }, hypertension: { now: "5" } });
});

test("heads without names still tell the sides", () => {
  const found = table("上期\t本期\n1\t2\n3\t4");
  assert.equal(found.byPosition, true);
  assert.deepEqual(withNamed(SPECS, EMPTY, found).state.facts, {
    ...{ hypertension: { last: "1", now: "2" }, diabetes: { last: "3", now: "4" } },
  });
});

test("what is computed is not filled in", () => {
  assert.deepEqual(pasted("床位使用率（%）\t98").open, ["床位使用率（%）：由系统计算，没有填入"]);
});

test("a figure goes to the fact by the name that its indicator had or has now", () => {
  assert.deepEqual(pasted("糖尿病\t4000\n门诊服务量\t7").facts, { diabetes: { now: "4000" }, visits: { now: "7" } });
});

test("names without what stands around them", () => {
  const bare = (/** @type {string} */ text) => [bareName(text).name, bareName(text).unit];
  assert.deepEqual(bare("（一）其中：门诊 人次（万人次）"), ["门诊人次", "万人次"]);
  assert.deepEqual(bare("①住院"), ["住院", ""]);
  assert.deepEqual(bare("建档率（2.61万/2.86万）"), ["建档率", ""]);
  assert.deepEqual(bare("费用（元/床）"), ["费用", "元/床"]);
  assert.deepEqual(bare("一级医院"), ["一级医院", ""]);
  assert.deepEqual(bare("1.5米线"), ["1.5米线", ""]);
});

test("only figures are bare figures", () => {
  assert.equal(areFigures(cellsOf("1\t2.5\n\t1,234")), true);
  assert.equal(areFigures(cellsOf("糖尿病\t1")), false);
});

test("ten thousand rows are read in no time", () => {
  const rows = Array.from({ length: 10_000 }, (_, i) => `第${String(i)}项\t${String(i)}`);
  const begun = process.cpuUsage();
  const { open, facts } = pasted(["门诊人次\t5", ...rows].join("\n"));
  assert.ok(process.cpuUsage(begun).user < 2_000_000, "it takes too long");
  assert.deepEqual([open.length, facts], [10_000, { visits: { now: "5" } }]);
});

test("names of every object's properties are names of nothing", () => {
  const { facts, open } = pasted("constructor\t1\n__proto__\t2");
  assert.deepEqual([facts, open.length], [{}, 2]);
});
