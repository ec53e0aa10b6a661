// What looks wrong is reported before a text becomes final.

import assert from "node:assert/strict";
import { test } from "node:test";

import { Summary } from "../../library/summary.js";
import { warnings } from "../../preview/review.js";
import { ARCHETYPE, FACTS, STATE } from "../support/water_quarter.js";

/** @type {[string, Partial<typeof FACTS & {measure: string, held: string}>, RegExp][]} */
const DOUBTS = [
  ["a jump", { paid: { now: "5000", last: "1", plan: "" } }, /超过上期的2倍/],
  ["a fall", { paid: { now: "1", last: "5000", plan: "" } }, /不到上期的一半/],
  ["no change at all", { paid: { now: "7", last: "7", plan: "" } }, /两期相同/],
  ["an example's figure", { samples: "214" }, /仍是示例里的“214”/],
  ["an example's name", { org: "某县水务站" }, /示例单位的名称/],
  ["an example's words", { measure: "先查水源再换管道" }, /“措施”仍是示例里的“先查水源再换管道”/],
  ["a date of another year", { held: "2025-03" }, /“检查日期”是2025年3月，与总结时段不在一年/],
  ["a wrong figure", { samples: "5000" }, /超出合理范围/],
];

/**
 * @param {Partial<typeof FACTS & {measure: string, held: string}>} [facts]
 * @param {import("../../preview/review.js").Edited[]} edited
 */
function doubts(facts, ...edited) {
  const state = { ...STATE, facts: { ...FACTS, ...facts } };
  return warnings(new Summary(ARCHETYPE, state), state, edited).map(({ what }) => what);
}

for (const [name, facts, message] of DOUBTS) {
  test(`what looks wrong is reported once: ${name}`, () => {
    const found = doubts(facts);
    assert.equal(found.filter((what) => message.test(what)).length, 1, found.join("\n"));
  });
}

test("sound facts raise no doubts", () => {
  assert.deepEqual(doubts(), []);
});

test("words that a field proposes, or that two examples share, are nobody's leftovers", () => {
  assert.deepEqual(doubts({ measure: "由施工单位限期返修" }), []);
  assert.deepEqual(doubts({ measure: "每季度检测一次水质" }), []);
});

const GENERATED = "2026年第一季度支出1,518.20万元，水样合格率94.25%，不合格69份。";

/** @type {[string, string, string][]} what a hand has made of it, and the numbers that are warned of */
const BY_HAND = [
  ["numbers of the generated text are known", "2026年一季度支出１５１８.20万元，69份不合格（94.25％）。", ""],
  ["figures and facts of elsewhere are known", "比上年同期增加282.09万元，计划1500万元，东镇3.5万元。", ""],
  ["a part of a number is another number", "支出151万元，合格率94.2%，不合格6份。", "151、94.2、6"],
  ["a digit too many is another number", "支出11518.20万元，不合格69份。", "11518.20"],
];

for (const [name, text, numbers] of BY_HAND) {
  test(`in a text put by hand, ${name}`, () => {
    const begin = Array.from(text).slice(0, 12).join("");
    const what = `手改的段落“${begin}……”里，有生成的文字和填写的内容中都没有的数：${numbers}`;
    assert.deepEqual(doubts({}, { text, generated: GENERATED }), numbers ? [what] : []);
  });
}

test("a section left out vouches for no number", () => {
  const archetype = { ...ARCHETYPE, outline: [{ use: "body", optional: true }] };
  const state = { ...STATE, without: ["body"] };
  const [found] = warnings(new Summary(archetype, state), state, [{ text: "水样300份", generated: "水样" }]);
  assert.match(found?.what ?? "", /“水样300份”.*：300$/);
});
