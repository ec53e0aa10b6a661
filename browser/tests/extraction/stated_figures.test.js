// Which facts the figures of a text state: in the words of a template, by name, in tables, of the period before.

import assert from "node:assert/strict";
import test from "node:test";

import { guessKind } from "../../extraction/guess.js";
import { statedFigures } from "../../extraction/stated_figures.js";
import { textPeriod } from "../../extraction/text_period.js";
import { readProse } from "../../prose/prose.js";

/** @typedef {import("../../schema/types.js").Statement} Statement */

const spec = (/** @type {string} */ label, /** @type {string} */ unit, more = {}) =>
  /** @type {import("../../schema/types.js").FactSpec} */ ({ label, unit, hint: "", topic: "", type: "count", range: ["0", "1000000"], ...more });
const FACTS = {
  trained: spec("培训人数", "人", { approx: true, aliases: ["参训人数"] }),
  checked: spec("检查场所", "处", { series: ["last", "plan"] }),
  places: spec("应检查场所", "处"),
  sites: spec("检查点位", "处"),
  funds: spec("投入资金", "万元", { type: "amount", series: ["last"] }),
  visits: spec("接诊", "人次", { series: ["last"] }),
  kinds: spec("隐患类别", "类", { type: "list", fields: { name: { label: "隐患", type: "text" }, number: spec("处数", "处") } }),
  signed: spec("成文日期", "", { type: "date" }),
  as_of: spec("数据截止日期", "", { type: "date" }),
  begun: spec("开始日期", "", { type: "date" }),
  pressure: spec("规范管理的高血压患者", "人"),
  sugar: spec("规范管理的糖尿病患者", "人"),
};
/** @type {Statement[]} */
const BODY = [
  ["=", "we"], "举办培训班，参加培训", ["=", "trained"], "。\n\n组织检查场所", ["=", "checked"],
  ["=", ["()", "then_against", "checked"]],
  ["if", [["", ["，占应查", ["=", "places"], "的", ["=", ["()", "share", "checked", "places"]]]]], []], "。\n",
  ["if", [["", ["\n设备更新投入", ["=", "funds"], "。"]]], []],
  "\n帮扶人员接诊", ["=", "visits"], "。",
  "\n\n", ["=", ["()", "monthday", "begun"]], "起专项督查。发现较多的是", ["for", "k", "kinds", [["=", [".", "loop", "joint"]], ["=", [".", "k", "name"]], ["=", [".", "k", "number"]], "\n"]], "。",
];
const ARCHETYPE = {
  outline: [{ use: "body" }],
  sections: { body: { facts: [], entered: [], name: "正文", heading: true, role: "", summary: "", annotation: { content: "", motive: "", form: "" }, places: [{ name: "正文", body: BODY }] } },
  facts: FACTS,
};

/** @param {string} text */
function read(text) {
  return statedFigures(readProse(text), ARCHETYPE).map(({ path, typed, sure }) => `${path}=${typed}${sure ? "" : "?"}`);
}

test("a figure in the words of a template is that of the fact it prints", () => {
  assert.deepEqual(read("我局举办培训班，参加培训86人。"), ["trained=86"]);
  assert.deepEqual(read("组织检查场所40处，占应查46处的86.96%。"), ["checked.now=40", "places=46"]);
});

test("近 and 余 are taken only where a fact may have them", () => {
  assert.deepEqual(read("我局举办培训班，参加培训540余人。"), ["trained=540余"]);
  assert.deepEqual(read("帮扶人员接诊540余人次。"), []);
});

test("a figure with the unit of another fact is not taken", () => {
  assert.deepEqual(read("我局举办培训班，参加培训86人次。"), []);
  assert.deepEqual(read("帮扶人员接诊86人。"), []);
});

test("a change gives the value before, and is itself no value", () => {
  assert.deepEqual(read("组织检查场所40处，比上年同期增加3处。"), ["checked.now=40", "checked.last=37"]);
  assert.deepEqual(read("组织检查场所40处，上年同期为37处。"), ["checked.now=40", "checked.last=37"]);
  assert.deepEqual(read("检查场所比上年同期增加3处。").filter((one) => !one.endsWith("?")), []);
});

test("another's text is read by the names of facts", () => {
  assert.deepEqual(read("全县参训人数86人。"), ["trained=86"]);
  assert.deepEqual(read("今年检查场所40处，计划检查场所50处。")[0], "checked.now=40");
});

test("a value in another unit of the same measure is to be confirmed", () => {
  assert.deepEqual(read("全年投入资金0.35亿元。"), ["funds.now=3500?"]);
});

test("a fact with two values in the text is to be confirmed", () => {
  assert.deepEqual(read("参训人数86人。\n参训人数88人。"), ["trained=86?", "trained=88?"]);
});

test("a table gives its columns to their sides", () => {
  const text = "主要指标\n指标\t单位\t本期\t上年同期\t增减\n检查场所\t处\t40\t37\t增加3\n投入资金\t万元\t12.5\t—\t—";
  assert.deepEqual(read(text), ["checked.now=40", "checked.last=37", "funds.now=12.5"]);
});

test("a list of names and numbers is read as one", () => {
  assert.deepEqual(read("开展督查。发现较多的是私接电线41处、安全出口堆物19处和灯不亮8处。"), ["kinds=私接电线41处、安全出口堆物19处、灯不亮8处"]);
  assert.deepEqual(read("查出隐患68处，主要是私接电线41处、安全出口堆物19处。").at(-1), "kinds=私接电线41处、安全出口堆物19处?");
  assert.deepEqual(read("发现较多的是私接电线41处、2号楼堆物19处。"), []);
  assert.deepEqual(read("出动人员68人，其中医生41人、护士19人。").filter((one) => one.startsWith("kinds")), []);
});

test("dates are those of the signature, of the figures and of the template", () => {
  const text = "某县2026年上半年工作总结\n截至6月30日，检查12次。\n2026年3月5日起专项督查。\n4月6日起专项督查。\n计划于9月1日开学。\n某县卫生健康局\n2026年7月8日";
  assert.deepEqual(read(text), ["as_of=2026-06-30", "begun=2026-03-05", "begun=2026-04-06?", "signed=2026-07-08"]);
});

test("a name told in two halves is that of the patients before it", () => {
  assert.equal(read("管理糖尿病患者784人，规范管理603人。").at(-1), "sugar=603?");
  assert.equal(read("高血压患者规范管理1806人。").at(-1), "pressure=1806?");
});

test("a date, a range and a number in a name are no figures", () => {
  assert.deepEqual(read("参训人数2026年为近期新高。参训人数80—90人。").filter((one) => !one.endsWith("?")), []);
});

test("the kind is guessed from title, headings and period", () => {
  const kinds = [
    { id: "a", title: "县级卫生行政部门季度工作总结", short: "县局季度总结", aliases: ["卫生健康局季度工作总结"], periods: ["quarter"], headings: ["基本公共卫生服务", "传染病防控"] },
    { id: "c", title: "县级卫生行政部门年度工作总结", short: "县局年度总结", aliases: ["卫生健康局上半年工作总结"], periods: ["year", "half-year"], headings: ["基本公共卫生服务"] },
    { id: "b", title: "学校卫生工作总结", short: "学校卫生", periods: ["term"], headings: ["组织领导", "健康教育"] },
  ];
  const guessed = (/** @type {string} */ text) => {
    const { kind, likely } = guessKind(readProse(text), kinds);
    return likely ? kind?.id : "";
  };
  assert.equal(guessed("某校2025—2026学年第一学期学校卫生工作总结\n一、组织领导\n二、健康教育"), "b");
  assert.equal(guessed("某县卫生健康局2026年第一季度工作总结\n一、基本公共卫生服务\n二、传染病防控"), "a");
  assert.equal(guessed("某县卫生健康局2026年第三季度工作总结\n一、医疗服务\n二、疾病防控"), "a");
  assert.equal(guessed("某县卫生健康局2026年工作总结\n一、医疗服务\n二、疾病防控"), "c");
  assert.equal(guessed("给老同学的一封信\n你好"), "");
});

test("the period of the title is one of the archetype's", () => {
  const today = new Date("2026-11-29");
  const code = (/** @type {string} */ title, /** @type {import("../../figures/periods.js").PeriodKind[]} */ kinds) =>
    textPeriod(readProse(`${title}工作总结\n正文。`), kinds, today)?.code;
  assert.equal(code("某县2026年第一季度", ["quarter"]), "2026Q1");
  assert.equal(code("某县2026年上半年", ["half-year"]), "2026H1");
  assert.equal(code("某校2025—2026学年第二学期", ["term"]), "2025-2026T2");
  assert.equal(code("某县2026年", ["quarter"]), undefined);
});
