// What the writer has typed is held against the rules of data/writing/, what the template says is not.

import assert from "node:assert/strict";
import path from "node:path";
import { test } from "node:test";

import { Composer } from "../../library/compose.js";
import { ownTools } from "../../library/own_tools.js";
import { CheckedWords } from "../../preview/checked_words.js";
import { liveDocument } from "../../preview/live_document.js";
import { findings, sorted } from "../../preview/review.js";
import { readRules } from "../../review/rule_files.js";
import { ARCHETYPE, FACTS, STATE } from "../support/water_quarter.js";

/** @typedef {import("../../schema/types.js").Content} Content */

const WORDS = new CheckedWords(readRules(path.join(import.meta.dirname, "../../../data/writing")));
const FAULTY = "领导高度重视，，培训取得了显著成效。"; // what a template never says, but to see that it is not looked at
const { body: SECTION } = ARCHETYPE.sections;
const TITLE = { ...ARCHETYPE.frame.title, body: [["=", "org"], ["=", "period"], "工作总结"] };
const PLACES = [
  { name: "正文", title: "培训", body: ["今年以来，", ["=", "measure"], `。${FAULTY}`] },
  { name: "检测", joined: true, body: ["检测水样", ["=", "samples"], "。"] },
];
const SPOILT = /** @type {typeof ARCHETYPE} */ ({
  ...{ ...ARCHETYPE, frame: { ...ARCHETYPE.frame, title: TITLE } },
  sections: { body: { ...SECTION, places: PLACES } },
});

/**
 * @param {Record<string, string>} facts
 * @param {Content} [content]
 * @param {Partial<typeof STATE>} [more]
 * @param {"brief" | "detailed"} [form]
 */
function found(facts, content = {}, more = {}, form = "detailed") {
  const state = { ...STATE, content, facts: { ...FACTS, measure: "换管道12处", ...facts }, ...more };
  const archetype = { ...SPOILT, form };
  const composer = new Composer(archetype, ownTools(archetype));
  const live = liveDocument(composer, state, { layout: { numbers: ["一、", "（一）"] }, appendix: false });
  const others = findings(state, live);
  return { state, live, others, all: WORDS.findings(state, live, (run) => composer.typedIn(run), others) };
}

/** @param {string} text */
function item(text, title = "义诊") {
  return { own: { items: { body: [{ id: "i1", title, text }] } } };
}

/**
 * What the mended words of the only finding change.
 * @param {import("../../preview/review.js").Finding[]} all
 * @param {typeof STATE} state
 */
function mended([one, ...others], state) {
  assert.deepEqual(others, []);
  return one?.mending?.by(state);
}

test("a template's words are not looked at", () => {
  const { live, all } = found({});
  assert.ok(live.blocks.some(({ text }) => text.includes(FAULTY)));
  assert.deepEqual(all, []);
});

test("phrases that say nothing are found in own words, with the reason, and lead to their place", () => {
  const { all } = found({}, item("领导高度重视，取得了显著成效。"));
  assert.deepEqual(all.map(({ kind, place }) => [kind, place]), Array.from({ length: 2 }, () => ["words hint", { section: "body", name: "i1" }]));
  assert.match(all[0]?.what ?? "", /^“正文·义诊”里“高度重视”：提示，“高度重视”没有事实/);
  assert.match(all[0]?.note ?? "", /等于没有写/);
});

test("they are found in the text of a fact, in the sentence that prints it", () => {
  const { all } = found({ measure: "大家高度重视" });
  assert.deepEqual(all.map(({ path: at, what }) => [at, what.includes("“高度重视”")]), [["measure", true]]);
});

test("of a paragraph that is in part the template's only what was typed is told", () => {
  const { live, all } = found({}, { own: { texts: { body: { 检测: "大家高度重视。" } } } }, {}, "brief");
  assert.ok(live.blocks.some(({ text }) => text.includes(`${FAULTY}大家高度重视。`)));
  assert.deepEqual(all.map(({ place, count }) => [place?.name, count]), [["检测", undefined]]);
});

test("mended words are put where the wrong ones stand once", () => {
  const given = item("已整改68处,今后加强。");
  const { state, all } = found({}, given);
  assert.deepEqual(all.map(({ mending }) => mending?.words), ["，"]);
  assert.deepEqual(mended(all, state), { content: item("已整改68处，今后加强。") });
  const twice = found({}, item("已整改68处,今后加强,再查。")).all;
  assert.deepEqual(twice.map(({ count, mending }) => [count, mending]), [[2, undefined]]);
});

test("they are put into the text of a fact, and into a place in other words", () => {
  const { state, all } = found({ measure: "布署换管道12处" });
  assert.deepEqual(mended(all, state), { facts: { ...state.facts, measure: "部署换管道12处" } });
  const other = found({}, { own: { texts: { body: { 检测: "布署检测{{ samples }}份。" } } } });
  const texts = { body: { 检测: "部署检测{{ samples }}份。" } };
  assert.deepEqual(mended(other.all, other.state), { content: { own: { texts } } });
});

test("a number typed by hand is held against a figure of the draft", () => {
  const { all } = found({}, item("检测水样{{ samples }}，合格150份，合格率60.0%。"));
  const [wrong] = all.filter(({ kind }) => kind === "words error");
  assert.match(wrong?.what ?? "", /60\.0%/);
  assert.ok(wrong?.sums?.some((sum) => sum.includes("150")));
  const right = found({}, item("检测水样{{ samples }}，合格150份，合格率50.0%。")).all;
  assert.deepEqual(right.filter(({ kind }) => kind === "words error"), []);
});

test("a blank counts as a figure, so that nothing is told which goes when it is filled in", () => {
  assert.deepEqual(found({ samples: "" }, item("高度重视，检测水样{{ samples }}。")).all, []);
});

test("own titles are looked at, those of the archetype are not", () => {
  const { all } = found({}, item("服务36人次。", "布署义诊"));
  assert.deepEqual(all.map(({ place }) => place), [{ section: "body", name: "i1" }]);
  const renamed = found({}, {}, { headings: { body: "布署工作" } }).all;
  assert.match(renamed[0]?.what ?? "", /^“标题“布署工作””里“布署”/);
});

test("a fault that the words of the period before have told of is told once", () => {
  const text = item("截至2025年3月31日，查了12次。");
  assert.equal(found({}, text).all.length, 1);
  const { others, all } = found({}, { ...text, marks: { rolled_from: "2025Q1" } });
  assert.equal(others.filter(({ kind }) => kind === "period").length, 1);
  assert.deepEqual(all.map(({ what }) => what), []);
});

test("personal data is found wherever it was typed, and its key does not hold it", () => {
  const content = { own: { texts: { body: { 正文: "患者张三，男，45岁" } } } };
  const given = { headings: { body: "电话13912345678" } };
  const all = found({ org: "某站13912345678" }, content, given).all.filter(({ kind }) => kind === "person");
  assert.deepEqual(all.map(({ path: at, place }) => at ?? place?.section), ["org", undefined, "body"]);
  assert.ok(all.every(({ key, canSetAside }) => canSetAside && !/139|张三/.test(key)));
});

test("what was set aside stays so until its words are others", () => {
  const { all, state } = found({}, item("领导高度重视。"));
  const dismissed = Object.fromEntries(all.map(({ key }) => [key, "照上级的话"]));
  const aside = { ...state, content: { ...state.content, marks: { dismissed } } };
  assert.deepEqual(sorted(all, aside).doubtful, []);
  assert.equal(sorted(found({}, item("领导狠抓落实。")).all, aside).doubtful.length, 1);
});
