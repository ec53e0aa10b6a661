// What 核对 lists: groups of lines, each with its way and what can be done about it.

import assert from "node:assert/strict";
import { test } from "node:test";

import { Composer } from "../../library/compose.js";
import { ownTools } from "../../library/own_tools.js";
import { liveDocument } from "../../preview/live_document.js";
import { questionGroups } from "../../preview/question_groups.js";
import { findings, sorted } from "../../preview/review.js";
import { dueGroups, headline, otherGroups } from "../../preview/review_groups.js";
import { ARCHETYPE, FACTS, STATE } from "../support/water_quarter.js";

const SECTIONS = [{ id: "basics", name: "基本情况" }, { id: "body", name: "正文", entry: {} }];

/** @type {string[]} what the page was asked to do */
let done = [];
/** @type {import("../../preview/review_groups.js").Ways} */
const WAYS = {
  goTo: ({ path = "" }) => void done.push(`to ${path}`),
  setAside: (some, what) => void done.push(`aside ${String(some.length)} ${what}`),
  takeBack: () => void done.push("back"),
  confirm: ({ mark = "" }) => void done.push(`confirm ${mark}`),
  drop: () => void done.push("drop"),
  leaveOut: (section) => void done.push(`without ${section}`),
  copy: (words) => void done.push(`copy ${words}`),
  take: (key) => void done.push(`take ${key}`),
  mend: ({ mending }) => void done.push(`mend ${mending?.words ?? ""}`),
};

/**
 * @param {Partial<typeof FACTS & {measure: string, held: string}>} facts
 * @param {import("../../schema/types.js").Content} [content]
 */
function listed(facts, content = {}) {
  done = [];
  const state = { ...STATE, content, facts: { ...FACTS, ...facts } };
  const composer = new Composer(ARCHETYPE, ownTools(ARCHETYPE));
  const live = liveDocument(composer, state, { layout: { numbers: [] }, appendix: false });
  const found = sorted(findings(state, live), state);
  return { found, due: dueGroups(found, WAYS, SECTIONS, "body"), other: otherGroups(state, live, found.aside, WAYS) };
}

/** @param {string} rule */
function question(rule) {
  return { key: `${rule}/paid`, rule, subject: "paid", ask: "为什么？", sums: ["1 + 1 = 2"], behind: "2", path: "" };
}

test("what lacks leads to its field, and is headed by how much lacks", () => {
  const { found, due } = listed({ samples: "" });
  const [sum, body, ...others] = due.filter(({ id }) => id.startsWith("blank"));
  const line = body?.lines.find(({ path }) => path === "samples");
  const count = String(body?.lines.length);
  assert.deepEqual([sum?.heading, sum?.lines, others], [`还没有填（${count}处）`, [], []]);
  assert.equal(body?.heading, `正文（${count}处）`);
  body.act?.[1]();
  assert.deepEqual(done, ["without body"]);
  done = [];
  assert.equal(line?.text, "水样");
  assert.equal(line.lead?.[0], "去填");
  line.lead[1]();
  assert.deepEqual(done, ["to samples"]);
  assert.match(headline(found), /^还是草稿：/);
});

test("blanks of many sections are folded but where the reader is; what frames the text cannot be left out", () => {
  const blank = (/** @type {string} */ section, /** @type {number} */ at) =>
    ({ kind: "blank", key: `${section}${String(at)}`, what: "数", count: 2, section, canSetAside: false });
  const blocking = ["", "body"].flatMap((section) => [1, 2, 3, 4, 5, 6, 7].map((at) => blank(section, at)));
  const [sum, basics, body] = dueGroups({ blocking, doubtful: [], aside: [] }, WAYS, SECTIONS, "body");
  assert.equal(sum?.heading, "还没有填（14处）");
  assert.deepEqual([basics?.heading, basics?.isOpen, basics?.act], ["基本情况（7处）", false, undefined]);
  assert.deepEqual([body?.isOpen, body?.act?.[0]], [true, "整节不写"]);
  assert.deepEqual([body?.lines[0]?.text, body?.lines[0]?.times], ["数", 2]);
});

test("a mistake says what was expected", () => {
  const mended = listed({ samples: "5000" }).due.find(({ id }) => id === "other");
  assert.match(mended?.lines[0]?.text ?? "", /超出合理范围，应为：/);
});

test("warnings stand by kind below their sum, and several of a kind are set aside together", () => {
  const { due } = listed({ samples: "214", held: "2025-03", measure: "先查水源再换管道", paid: { now: "7", last: "", plan: "" } });
  const at = due.findIndex(({ id }) => id === "doubts");
  const [sum, ...kinds] = due.slice(at);
  assert.equal(sum?.heading, "请核实（3处）");
  assert.deepEqual(kinds.map(({ heading }) => heading), ["与示例相同的（2处）", "不在同一年的日期（1处）"]);
  assert.ok(kinds.every(({ isInner }) => isInner));
  kinds[0]?.act?.[1]();
  assert.deepEqual(done, ["aside 2 与示例相同的（2处）"]);
  assert.equal(kinds[1]?.act, undefined);
});

test("every kind of warnings has a heading in words", () => {
  const skipped = listed({}, { skip: { body: ["正文"] } }).due;
  assert.ok(skipped.some(({ heading }) => heading.startsWith("填了、文中没有的")));
  const relation = { kind: "relation", key: "a", what: "乡镇数对不上", canSetAside: true };
  const groups = dueGroups({ blocking: [], doubtful: [relation], aside: [] }, WAYS, SECTIONS, "");
  assert.equal(groups[1]?.heading, "前后对不上的（1处）");
});

test("what was set aside is folded, with its reason and a way back", () => {
  const all = listed({ held: "2025-03" }).found.doubtful;
  const dismissed = Object.fromEntries(all.map(({ key }) => [key, "属实"]));
  const { due, other } = listed({ held: "2025-03" }, { marks: { dismissed } });
  const aside = other.find(({ id }) => id === "aside");
  assert.equal(due.some(({ id }) => id === "doubts"), false);
  assert.equal(aside?.isFolded, true);
  assert.match(aside.lines[0]?.text ?? "", /（理由：属实）$/);
  assert.equal(aside.lines[0]?.acts?.[0]?.[0], "恢复提醒");
});

test("every figure is listed with both periods, the plan and the change", () => {
  const figures = listed({}).other.find(({ id }) => id === "figures");
  const paid = figures?.lines.find(({ path }) => path === "paid");
  assert.equal(paid?.note, "本期1518.20万元，上期1236.11万元，增加282.09万元，计划1500万元");
  assert.equal(figures?.heading, `全部数字，请逐项与报表核对（${String(figures?.lines.length)}项）`);
});

test("the first five questions are shown, the others and those that are settled folded", () => {
  const nothing = () => undefined;
  const open = ["a", "b", "c", "d", "e", "f"].map(question);
  const settled = [{ ...question("g"), answer: { behind: "2", aside: "不必" } }];
  const groups = questionGroups({ open, settled }, { goTo: nothing, answer: nothing, setAside: nothing, ask: nothing });
  assert.deepEqual(groups.map(({ heading, lines, isFolded = false }) => [heading, lines.length, isFolded]), [
    ["读者会问（6个）", 5, false],
    ["另有1个", 1, true],
    ["已答复、搁置（1个）", 1, true],
  ]);
  assert.equal(groups[2]?.lines[0]?.text, "为什么？（搁置：不必）");
});
