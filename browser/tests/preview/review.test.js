// All that stands between a draft and a final text is in one list.

import assert from "node:assert/strict";
import { test } from "node:test";

import { checkConsistency } from "../../facts/consistency.js";
import { Composer } from "../../library/compose.js";
import { ownTools } from "../../library/own_tools.js";
import { draftCounts, liveDocument, reasonsOf } from "../../preview/live_document.js";
import { findings, reasons, sorted } from "../../preview/review.js";
import { ARCHETYPE, FACTS, STATE } from "../support/water_quarter.js";

const TOOLS = ownTools(ARCHETYPE);

/** @type {[string, Partial<typeof FACTS & {measure: string, held: string}>, RegExp][]} */
const DOUBTS = [
  ["a jump", { paid: { now: "5000", last: "1", plan: "" } }, /超过上期的2倍/],
  ["a fall", { paid: { now: "1", last: "5000", plan: "" } }, /不到上期的一半/],
  ["no change at all", { paid: { now: "7", last: "7", plan: "" } }, /两期相同/],
  ["an example's figure", { samples: "214" }, /与示例里的相同：“214”/],
  ["an example's name", { org: "某县水务站" }, /示例单位的名称/],
  ["an example's words", { measure: "先查水源再换管道" }, /“措施”与示例里的相同：“先查水源再换管道”/],
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
 * What is found besides blanks, and besides what this archetype's only place cannot print: the list, the earlier figure.
 * @param {Parameters<typeof found>} given
 */
function besidesBlanks(...given) {
  return found(...given).all.filter(({ kind, path }) => kind !== "blank" && path !== "towns" && path !== "paid.last");
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

test("the list says why a text is a draft in the words of the status line", () => {
  const gap = { own: { items: { body: [{ id: "i1", text: "还差＿＿人，{{ nope }}。" }] } } };
  const lost = { marks: { unplaced: [{ section: "body", text: "原来的话" }] } };
  /** @type {Parameters<typeof found>[]} */
  const drafts = [[{}], [{ samples: "" }], [{}, gap], [{ samples: "" }, lost]];
  for (const [, facts] of DOUBTS) drafts.push([facts]);
  for (const given of drafts) {
    const { all, live, state } = found(...given);
    const { blocking } = sorted(all, state);
    const counts = draftCounts(state, live, checkConsistency(live.summary, state.facts));
    assert.deepEqual(reasons(blocking), reasonsOf((kind) => counts[kind] ?? 0));
  }
});

test("every finding has a key of its own, and those that block cannot be set aside", () => {
  const { all, state } = found({ paid: { now: "5000", last: "1", plan: "" }, samples: "5000", org: "某县水务站" });
  assert.equal(new Set(all.map(({ key }) => key)).size, all.length);
  const dismissed = Object.fromEntries(all.map(({ key }) => [key, "属实"]));
  const { blocking, doubtful, aside } = sorted(all, { ...state, content: { marks: { dismissed } } });
  assert.ok(blocking.length > 0);
  assert.deepEqual(doubtful, []);
  assert.deepEqual(aside, all.filter(({ canSetAside }) => canSetAside));
});

test("a warning that was set aside comes back when the value is another", () => {
  const jump = { paid: { now: "5000", last: "1", plan: "" } };
  const { state } = found(jump);
  const all = besidesBlanks(jump);
  const key = all.find(({ what }) => what.includes("2倍"))?.key ?? "";
  const content = { marks: { dismissed: { [key]: "属实" } } };
  assert.deepEqual(sorted(all, { ...state, content }).doubtful, []);
  const other = besidesBlanks({ paid: { now: "6000", last: "1", plan: "" } }, content);
  assert.equal(sorted(other, { ...state, content }).doubtful.length, 1);
});

test("an earlier figure that no sentence is made of is told once, and can be set aside", () => {
  const untold = (/** @type {Parameters<typeof found>} */ ...given) => found(...given).all.filter(({ kind }) => kind === "earlier");
  const [only, ...others] = untold();
  assert.deepEqual([only?.path, only?.canSetAside, others], ["paid.last", true, []]);
  assert.match(only?.what ?? "", /“支出”的上期数，文中没有一句写到$/);
  const compared = { own: { items: { body: [{ id: "i1", text: "支出{{ change(paid) }}。" }] } } };
  assert.deepEqual(untold({}, compared), []);
  assert.deepEqual(untold({ paid: { now: "7", last: "", plan: "" } }), []);
});

test("values that are given and give no result are named together", () => {
  const content = {
    own: {
      facts: { own_homes: /** @type {any} */ ({ label: "户数", type: "count", unit: "户", hint: "", topic: "", range: ["0", "9"] }) },
      items: { body: [{ id: "i1", text: "户均{{ per(paid, own_homes) }}。" }] },
    },
  };
  const { all } = found(/** @type {any} */ ({ own_homes: "0" }), content);
  const blank = all.find(({ kind, expected }) => kind === "blank" && expected === "改其中的数");
  assert.match(blank?.what ?? "", /^“.*（本期）”.*、“户数”0户算不出结果$/);
});

test("a blank in own words leads to their place", () => {
  const content = { own: { items: { body: [{ id: "i1", text: "还差＿＿人、＿＿户。" }] } } };
  const gap = found({}, content).all.find(({ what }) => what === "自己的话里留着的空");
  assert.deepEqual([gap?.place, gap?.count], [{ section: "body", name: "i1" }, 2]);
});

test("a mistake in own content leads to its place or its fact", () => {
  /** @type {import("../../schema/types.js").FactSpec} */
  const spec = {
    ...{ label: "签约率", type: "rate", hint: "", topic: "" },
    ...{ numerator: "nope", denominator: "samples" },
  };
  const items = { body: [{ id: "i1", title: "义诊", text: "{{ nope }}" }] };
  const content = { own: { facts: { own_rate: spec }, items } };
  const problems = found({}, content).all.filter(({ kind }) => kind === "content");
  assert.ok(problems.some(({ path, what }) => path === "own_rate" && what.startsWith("自加的指标“签约率”：")));
  const item = problems.find(({ place }) => place?.name === "i1");
  assert.match(item?.what ?? "", /^正文·义诊：/);
});

test("numbers typed into own words are listed by place", () => {
  const content = { own: { items: { body: [{ id: "i1", title: "义诊", text: "4月7日服务12人次，{{ samples }}，H7N9。" }] } } };
  const [typed] = found({}, content).all.filter(({ what }) => what.includes("手写的数字"));
  assert.equal(typed?.what, "“正文·义诊”里有手写的数字：4月7日、12，不随指标更新");
  assert.deepEqual(typed.place, { section: "body", name: "i1" });
});

test("what is filled in for a place that is put in other words is told once", () => {
  const content = { own: { texts: { body: { 正文: "见附表。" } } } };
  const [left, ...more] = found({}, content).all.filter(({ kind }) => kind === "left");
  assert.equal(left?.what, "填了“单位”“支出”“水样”“级别”“乡镇”，写到的地方本期不写、略写或已改写，文中没有");
  assert.deepEqual(more, []);
  assert.deepEqual(found({}, {}).all.filter(({ kind }) => kind === "left"), []);
});

test("words that have no place any more are kept in the list", () => {
  const content = { marks: { unplaced: [{ section: "body", text: "原来的话" }] } };
  assert.ok(doubts({}, content).includes("有一段手改的文字已无处可放：原来的话"));
});
