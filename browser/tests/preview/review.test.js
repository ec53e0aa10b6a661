// All that stands between a draft and a final text is in one list.

import assert from "node:assert/strict";
import { test } from "node:test";

import { Composer } from "../../library/compose.js";
import { ownTools } from "../../library/own_tools.js";
import { personalData } from "../../library/personal_data.js";
import { draftReasons, liveDocument } from "../../preview/live_document.js";
import { findings, sorted } from "../../preview/review.js";
import { ARCHETYPE, FACTS, STATE } from "../support/water_quarter.js";

const TOOLS = ownTools(ARCHETYPE);

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
 * @param {import("../../schema/types.js").Content} [content]
 */
function found(facts, content = {}) {
  const state = { ...STATE, content, facts: { ...FACTS, ...facts } };
  const composer = new Composer(ARCHETYPE, TOOLS);
  const live = liveDocument(composer, state, { layout: { numbers: [] }, appendix: false });
  return { state, live, all: findings(state, live) };
}

/** @param {Parameters<typeof found>} given */
function doubts(...given) {
  return besidesBlanks(...given).map(({ what }) => what);
}

/**
 * What is found besides blanks, and besides the list, which this archetype's only place cannot print.
 * @param {Parameters<typeof found>} given
 */
function besidesBlanks(...given) {
  return found(...given).all.filter(({ kind, path }) => kind !== "blank" && path !== "towns");
}

for (const [name, facts, message] of DOUBTS) {
  test(`what looks wrong is reported once: ${name}`, () => {
    const all = doubts(facts);
    assert.equal(all.filter((what) => message.test(what)).length, 1, all.join("\n"));
  });
}

test("sound facts raise no doubts", () => {
  assert.deepEqual(doubts(), []);
});

test("words that a field proposes, or that two examples share, are nobody's leftovers", () => {
  assert.deepEqual(doubts({ measure: "由施工单位限期返修" }), []);
  assert.deepEqual(doubts({ measure: "每季度检测一次水质" }), []);
});

test("a blank is listed once, with the number of its places", () => {
  const { all } = found({ samples: "" });
  const blanks = all.filter(({ kind }) => kind === "blank");
  assert.ok(blanks.some(({ path }) => path === "samples"));
  assert.equal(new Set(blanks.map(({ path }) => path)).size, blanks.length);
});

test("what blocks a final text is what the status line counts", () => {
  for (const facts of [{}, { samples: "" }, { samples: "5000" }, { org: "某县水务站" }]) {
    const { all, live, state } = found(facts);
    const blocking = all.filter(({ kind }) => kind !== "warning");
    assert.equal(blocking.length > 0, draftReasons(ARCHETYPE, state, live).length > 0);
  }
});

test("a warning that was set aside comes back when the value is another", () => {
  const jump = { paid: { now: "5000", last: "1", plan: "" } };
  const { state } = found(jump);
  const all = besidesBlanks(jump);
  const key = all.find(({ what }) => what.includes("2倍"))?.key ?? "";
  const content = { marks: { dismissed: { [key]: "属实" } } };
  assert.deepEqual(sorted(all, { ...state, content }).open, []);
  const other = besidesBlanks({ paid: { now: "6000", last: "1", plan: "" } }, content);
  assert.equal(sorted(other, { ...state, content }).open.length, 1);
});

test("numbers typed into own words are listed by place", () => {
  const content = { own: { items: { body: [{ id: "i1", title: "义诊", text: "服务12人次，{{ samples }}，H7N9。" }] } } };
  const [typed] = found({}, content).all.filter(({ what }) => what.includes("手写的数字"));
  assert.equal(typed?.what, "“正文·义诊”里有手写的数字：12，系统不会跟着改");
  assert.deepEqual(typed.place, { section: "body", place: "i1" });
});

test("words that have no place any more are kept in the list", () => {
  const content = { marks: { unplaced: [{ section: "body", text: "原来的话" }] } };
  assert.ok(doubts({}, content).includes("有一段手改的文字已无处可放：原来的话"));
});

/** @type {[string, boolean][]} */
const PERSONAL = [
  ["联系人电话13912345678", true],
  ["身份证号11010519900307123X", true],
  ["患者张三，男，45岁", true],
  ["患者高血压管理率", false],
  ["电话0571-88886666", false],
  ["卫办发〔2026〕13号", false],
  ["收入13912345678.20元以内共139123456789", false],
];

for (const [text, isPersonal] of PERSONAL) {
  test(`${isPersonal ? "personal" : "not personal"}: ${text}`, () => {
    assert.equal(personalData(text).length > 0, isPersonal);
  });
}
