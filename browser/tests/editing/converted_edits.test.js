// Paragraphs that an older draft has edited by hand become own words; none is lost.

import assert from "node:assert/strict";
import { test } from "node:test";

import { withConvertedEdits } from "../../editing/converted_edits.js";
import { Composer } from "../../library/compose.js";
import { ownTools } from "../../library/own_tools.js";
import { ARCHETYPE, STATE } from "../support/water_quarter.js";

/** @typedef {import("../../schema/types.js").Statement} Statement */

const SECTION = /** @type {import("../../schema/types.js").Section} */ (ARCHETYPE.sections["body"]);
/** @type {Statement[]} */
const FIRST = ["+ 检查水质。检查", ["=", "samples"], "，支出", ["=", "paid"], "。\n\n第二段。\n"];
/** @type {Statement[]} */
const ROWS = [["for", "t", "towns", ["+ ", ["=", [".", "t", "name"]], "。投入", ["=", [".", "t", "cost"]], "。\n"]]];
const places = [{ name: "检查水质", title: "检查水质", body: FIRST }, { name: "各镇", body: ROWS }];
const title = { body: /** @type {Statement[]} */ ([["=", "org"], "总结"]), facts: [], entered: ["org"] };
const archetype = {
  ...ARCHETYPE,
  sections: { body: { ...SECTION, places } },
  frame: { ...ARCHETYPE.frame, title },
};

/** @param {import("../../drafts/state.js").Edit[]} edits */
function converted(...edits) {
  const composer = new Composer(archetype, ownTools(archetype));
  return withConvertedEdits(composer, { ...STATE, edits });
}

/** @param {import("../../drafts/state.js").State} state */
function texts({ facts, content }) {
  const composer = new Composer(archetype, ownTools(archetype));
  return composer.document(facts, { content }).blocks.map((block) => block.text);
}

const GENERATED = "检查水质。检查300份，支出1518.20万元。";

test("an edited paragraph becomes own words, in which figures live on", () => {
  const text = "检查水质。先后检查300份，共支出1518.20万元。";
  const state = converted({ section: "body", index: 1, generated: GENERATED, text });
  const own = "先后检查{{ samples }}，共支出{{ paid }}。\n第二段。";
  assert.deepEqual(state.content, { own: { texts: { body: { 检查水质: own } } } });
  assert.ok(texts(state).includes(text));
});

test("a figure that is part of another number is not taken for it", () => {
  const text = "检查水质。检查1300份，支出1518.205万元。";
  const state = converted({ section: "body", index: 1, generated: GENERATED, text });
  assert.equal(state.content.own?.texts?.["body"]?.["检查水质"]?.includes("{{"), false);
});

test("an edited title is that of the frame", () => {
  const state = converted({ section: "title", index: 0, generated: "东县水务站总结", text: "东县水务站工作总结" });
  assert.deepEqual(state.content.own?.texts, { frame: { title: "{{ org }}工作总结" } });
});

test("an edited heading is one", () => {
  assert.deepEqual(converted({ section: "body", index: 0, generated: "正文", text: "新标题" }).headings, { body: "新标题" });
});

test("edited rows of a list become own items, in the stead of the list", () => {
  const state = converted({ section: "body", index: 3, generated: "东镇。投入3.5万元。", text: "东镇。已投入3.5万元。" });
  assert.deepEqual(state.content.skip, { body: ["各镇"] });
  const items = state.content.own?.items?.["body"] ?? [];
  assert.deepEqual([items[0]?.title, items[0]?.text, items.length], ["东镇", "已投入3.5万元。", 2]);
});

test("what has no place any more is kept", () => {
  const gone = { section: "gone", index: 0, generated: "甲", text: "原来\n的话" };
  assert.deepEqual(converted(gone).content.marks, { unplaced: [{ section: "gone", text: "原来 的话" }] });
});

test("a state without edits is the same", () => {
  const composer = new Composer(archetype, ownTools(archetype));
  assert.equal(withConvertedEdits(composer, { ...STATE }).content, STATE.content);
});

test("an edited title of an item is that of an own item in its stead", () => {
  const state = converted({ section: "body", index: 1, generated: GENERATED, text: "抽检水质。检查300份。" });
  assert.deepEqual(state.content.skip, { body: ["检查水质"] });
  const items = state.content.own?.items?.["body"] ?? [];
  assert.deepEqual(items, [{ id: "edited-1", after: "检查水质", title: "抽检水质", text: "检查{{ samples }}。\n第二段。" }]);
});

test("two places in own items keep all their words", () => {
  const state = converted(
    { section: "body", index: 1, generated: GENERATED, text: "抽检水质。检查300份。" },
    { section: "body", index: 3, generated: "东镇。投入3.5万元。", text: "东镇。已投入3.5万元。" },
  );
  const items = state.content.own?.items?.["body"] ?? [];
  assert.deepEqual(items.map(({ id, title: head }) => [id, head]), [
    ["edited-1", "抽检水质"],
    ["edited-2", "东镇"],
    ["edited-3", "西镇"],
  ]);
});

test("braces that were typed are no expression, and an emptied title is made from the facts", () => {
  const edit = { section: "title", index: 0, generated: "东县水务站总结" };
  const braces = converted({ ...edit, text: "{{ samples }}总结" });
  assert.deepEqual(braces.content.marks, { unplaced: [{ section: "title", text: "{{ samples }}总结" }] });
  assert.deepEqual(converted({ ...edit, text: " " }).content, {});
});

test("a table that a template has got since then shows the figures that are not said", () => {
  const table = ["=", ["()", "table", "samples", "paid"]];
  const body = /** @type {Statement[]} */ (["检查", ["=", "samples"], "。\n", table, "\n第二段。"]);
  const tabled = { ...archetype, sections: { body: { ...SECTION, places: [{ name: "表", body }] } } };
  const own = (/** @type {string} */ text) => {
    const composer = new Composer(tabled, ownTools(tabled));
    const edit = { section: "body", index: 1, generated: "检查300份。", text };
    return withConvertedEdits(composer, { ...STATE, edits: [edit] }).content.own?.texts?.["body"]?.["表"];
  };
  assert.equal(own("查了300份。"), "查了{{ samples }}。\n{{ table(paid) }}\n第二段。");
  assert.equal(own("查了300份，支出1518.20万元。"), "查了{{ samples }}，支出1518.20万元。\n第二段。");
});

test("a draft from before there were tables counts no table among the paragraphs", () => {
  const table = ["=", ["()", "table", "samples"]];
  const body = /** @type {Statement[]} */ (["第一段。\n", table, "\n第二段。"]);
  const tabled = { ...archetype, sections: { body: { ...SECTION, places: [{ name: "表", body }] } } };
  const composer = new Composer(tabled, ownTools(tabled));
  const edit = { section: "body", index: 2, generated: "旧的第二段。", text: "新的第二段。" };
  const { content } = withConvertedEdits(composer, { ...STATE, edits: [edit] });
  assert.equal(content.own?.texts?.["body"]?.["表"], "第一段。\n{{ table(samples) }}\n新的第二段。");
});
