// The numbers of a text are held against the figures of a draft: its own, computed from them, not there, or unsure.

import assert from "node:assert/strict";
import { test } from "node:test";

import { heldNumbers } from "../../checker/draft/held_numbers.js";
import { knownFigures, printedFigures } from "../../checker/draft/known_figures.js";
import { contextOf } from "../../facts/archetype_context.js";
import { readProse } from "../../prose/prose.js";

/** @type {Record<string, import("../../schema/types.js").FactSpec>} */
const SPECS = {
  visits: { label: "门诊人次", hint: "", topic: "", type: "count", unit: "人次", series: ["last", "plan"] },
  stays: { label: "住院人次", hint: "", topic: "", type: "count", unit: "人次", series: ["last"], part_of: ["visits"] },
  homes: { label: "建档人数", hint: "", topic: "", type: "amount", unit: "万人", decimals: 1 },
  people: { label: "常住人口", hint: "", topic: "", type: "amount", unit: "万人", decimals: 1 },
  rate: { label: "建档率", hint: "", topic: "", type: "rate", numerator: "homes", denominator: "people" },
  towns: {
    ...{ label: "乡镇", hint: "", topic: "", type: "list", unit: "个" },
    fields: { cost: { label: "投入", hint: "", type: "amount", unit: "万元" } },
  },
};
const FACTS = {
  visits: { now: "12345", last: "11230", plan: "12000" },
  stays: { now: "2346", last: "2500" },
  homes: "23.3",
  people: "43.8",
  towns: [{ cost: "3.5" }, { cost: "4.2" }],
};
const TEXT = "2026年1—6月，工作人员86人。9月25日召开会议12次。";
const { context } = contextOf({ specs: SPECS, printedFacts: Object.keys(SPECS) }, FACTS);
const DRAFT = { facts: knownFigures(SPECS, context), printed: printedFigures(TEXT), dates: readProse(TEXT).dates };

/**
 * The verdicts on the numbers of a text, with the reasons.
 * @param {string} text
 */
function held(text) {
  return heldNumbers(text, DRAFT).map(({ written, verdict, why }) => [written, verdict, why].filter(Boolean).join(" "));
}

const SAME = [
  "门诊12345人次，上年11230人次，计划12000人次。",
  "门诊1.2万人次，比上年增长9.9%，增加1115人次。",
  "门诊增长9.93%，完成计划的102.9%，超计划345人次。",
  "住院人次占门诊的19.0%，其余9999人次。",
  "住院2346人次，同比减少154人次，下降6.2%。",
  "建档率53.2%，还有46.8%没有建档。",
  "建档23.3万人，即建档233000人，尚未建档20.5万人。",
  "2个乡镇投入7.7万元，其中一个3.5万元。",
  "工作人员86人，会议12次。",
  "门诊近1.2万人次，11000余人次是上年的。",
  "1.门诊12345人次。\n2.住院2346人次。",
];
for (const text of SAME) {
  test(`all of the draft: ${text}`, () => {
    assert.deepEqual(heldNumbers(text, DRAFT).filter(({ verdict }) => verdict !== "same"), []);
  });
}

test("what follows from numbers of the draft in the same sentence is told as computed", () => {
  assert.deepEqual(held("门诊12345人次、住院2346人次，合计14691人次。")[2], "14691人次 same 由12345人次、2346人次算出（相加）");
});

test("a number that is in no fact is told with the figure that is meant", () => {
  assert.deepEqual(held("门诊人次13245人次。"), ["13245人次 none 本稿没有这个数，本稿：门诊人次12345人次"]);
  assert.match(held("门诊人次比上年增长12.7%。")[0] ?? "", /^12\.7% none .*门诊人次增长9\.93%$/);
  assert.deepEqual(held("满意率95.3%。"), ["95.3% none 本稿没有这个数"]);
});

test("a rise that is told as a fall is told", () => {
  assert.match(held("住院人次2346人次，同比增加154人次。")[1] ?? "", /^154人次 against .*住院人次减少154人次$/);
  assert.match(held("门诊人次由11230人次下降到12345人次。")[1] ?? "", /^12345人次 against /);
});

test("a number that is another fact's is to be looked at", () => {
  assert.deepEqual(held("住院人次12345人次。"), ["12345人次 unsure 这个数在本稿是“门诊人次”，本稿：住院人次2346人次"]);
});

test("what nobody can tell is unsure", () => {
  const unsure = ["门诊12345人。", "拨打12320热线。", "围绕3个方面开展工作。", "历时7个月。", "门诊约1.6万人次。", "10月8日召开会议。", "增长近八成。"];
  for (const text of unsure) {
    assert.deepEqual(heldNumbers(text, DRAFT).map(({ verdict }) => verdict), ["unsure"], text);
  }
});

test("a long text is held in no time", () => {
  const text = "门诊人次13245人次，比上年增长12.7%，住院2346人次。\n".repeat(500);
  const begun = process.cpuUsage();
  assert.equal(heldNumbers(text, DRAFT).length, 1500);
  assert.ok(process.cpuUsage(begun).user < 3_000_000, "it takes too long");
});
