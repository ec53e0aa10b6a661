// What a place says as own text prints what its template printed.

import assert from "node:assert/strict";
import { test } from "node:test";

import { placeText, rowsOf, templateText } from "../../editing/place_text.js";
import { Composer } from "../../library/compose.js";
import { ownTools } from "../../library/own_tools.js";
import { ARCHETYPE, FACTS } from "../support/water_quarter.js";

/** @typedef {import("../../schema/types.js").Statement} Statement */

const SECTION = /** @type {import("../../schema/types.js").Section} */ (ARCHETYPE.sections["body"]);
/** @type {Statement[]} */
const BODY = [
  "+ 检查水质。检查",
  ["=", "samples"],
  ["if", [[["()", "known", "paid"], ["，支出", ["=", "paid"], "，", ["=", ["()", "compared", "paid"]]]]], []],
  "，先后到",
  ["for", "t", "towns", [["=", [".", "t", "name"]], "、"]],
  "。\n\n第二段，",
  ["=", ["()", "share", "samples", "samples"]],
  "。\n",
];
const places = [{ name: "检查水质", title: "检查水质", body: BODY }, { name: "其他", body: ["其他。\n"] }];
const archetype = { ...ARCHETYPE, sections: { body: { ...SECTION, places } } };

function composed(content = {}) {
  const composer = new Composer(archetype, ownTools(archetype));
  const document = composer.document(FACTS, { content });
  return { composer, texts: document.blocks.map(({ text }) => text) };
}

test("a template's place as own text: its branches taken, its rows written out", () => {
  const { composer } = composed();
  const expected =
    "检查{{ samples }}，支出{{ paid }}，{{ compared(paid) }}，先后到东镇、西镇、。\n第二段，{{ share(samples, samples) }}。";
  assert.equal(templateText(composer, "body", "检查水质"), expected);
});

test("it prints the same", () => {
  const { composer, texts } = composed();
  const own = templateText(composer, "body", "检查水质");
  assert.deepEqual(composed({ own: { texts: { body: { 检查水质: own } } } }).texts, texts);
});

test("own words are what is edited further", () => {
  const { composer } = composed({ own: { texts: { body: { 检查水质: "新话" } } } });
  assert.equal(placeText(composer, "body", "检查水质"), "新话");
});

test("blocks know the places they were made from", () => {
  const composer = new Composer(archetype, ownTools(archetype));
  const item = { id: "i1", after: "检查水质", title: "义诊", text: "一。\n二。" };
  const { blocks } = composer.document(FACTS, { content: { own: { items: { body: [item] } } } });
  const found = blocks.filter(({ type }) => type === "paragraph").map((block) => block.places);
  assert.deepEqual(found, [["检查水质"], ["检查水质"], ["i1"], ["i1"], ["其他"]]);
});

test("the list of a section has what is left out where it stood", () => {
  const { composer } = composed({
    skip: { body: ["检查水质"] },
    own: { items: { body: [{ id: "i1", text: "很长很长很长很长很长很长的一段话{{ samples }}" }] } },
  });
  const rows = rowsOf(composer, "body").map(({ name, title, isOwn, isSkipped }) => [name, title, isOwn, isSkipped]);
  assert.deepEqual(rows, [
    ["i1", "很长很长很长很长很长很长的一……", true, false],
    ["检查水质", "检查水质", false, true],
    ["其他", "其他", false, false],
  ]);
});

test("a blank typed into own words is one", () => {
  const composer = new Composer(archetype, ownTools(archetype));
  const content = { own: { texts: { body: { 其他: "服务＿＿人次。" } } } };
  assert.equal(composer.document(FACTS, { content }).blanks, 1 + composer.document(FACTS, {}).blanks);
});
