// A draft's structure: what belongs to it, in cells, and as it is handed down.

import assert from "node:assert/strict";
import { test } from "node:test";

import { EMPTY } from "../../drafts/state.js";
import { readDraft } from "../../exchange/draft_reader.js";
import { handedDown } from "../../exchange/handed_down.js";
import { pieces, structureKey, structureOf, withStructure } from "../../exchange/structure.js";
import { ARCHETYPE } from "../support/water_quarter.js";

/** @type {import("../../schema/types.js").Content} */
const CONTENT = {
  outline: [{ own: "own-union", heading: "2026年工会" }],
  own: {
    facts: { own_taps: { label: "=cmd()", hint: "", topic: "", type: "count", unit: "个" } },
    sections: { "own-union": { name: "工会工作", text: "走访3户，{{ own_taps }}，防H7N9。" } },
    items: { body: [{ id: "a", title: "共5件", text: "完成2件" }] },
    texts: { body: { 备注: "共2处。" } },
  },
  marks: { emphasis: { "body/备注": "重点" }, as_of: { own_taps: "2026-03-01" } },
};
const STATE = { ...EMPTY, facts: { org: "东县" }, carried: ["org"], content: CONTENT };

test("a structure has no figures, and only the marks that belong to it", () => {
  const { facts, carried, content } = structureOf(STATE);
  assert.deepEqual([facts, carried, content.marks], [{}, [], { emphasis: { "body/备注": "重点" } }]);
  assert.deepEqual(content.own, CONTENT.own);
});

test("structures are the same whatever the order of keys, figures and empty parts", () => {
  const { outline = [], own, marks } = CONTENT;
  assert.equal(structureKey({ ...EMPTY, content: { marks: marks ?? {}, own: own ?? {}, outline, skip: {} } }), structureKey(STATE));
  assert.equal(structureKey({ ...STATE, content: { skip: {}, own: { facts: {} }, marks: { as_of: { a: "b" } } } }), "");
  assert.notEqual(structureKey({ ...EMPTY, without: ["body"] }), "");
});

test("a state takes a structure, and keeps its figures and other marks", () => {
  const kept = withStructure({ ...EMPTY, facts: { org: "西县" }, content: { marks: { rolled_from: "2026Q1" } } }, STATE);
  assert.deepEqual(kept.facts, { org: "西县" });
  assert.deepEqual(kept.content.marks, { rolled_from: "2026Q1", emphasis: { "body/备注": "重点" } });
});

test("what spreadsheets and XML change comes back, in cells that are not cut", () => {
  const text = `_x0041_ =cmd()\u3000全角  空格\t表\u2028\ufeff 😀${"长😀".repeat(20_000)}`;
  const own = { sections: { "own-union": { name: "工会", text } } };
  const cells = pieces(ARCHETYPE, "", { ...EMPTY, content: { own } });
  assert.ok(cells.length > 2);
  for (const cell of cells) {
    assert.ok(cell.length <= 32_767);
    assert.equal(cell.trim(), cell);
    assert.doesNotMatch(cell, /_x|\s|[\ud800-\udbff]$/);
  }
  /** @type {unknown} */
  const read = JSON.parse(cells.join(""));
  assert.deepEqual(/** @type {{own: unknown}} */ (read).own, own);
  assert.deepEqual(readDraft(ARCHETYPE, cells.join("")).state.content.own?.sections?.["own-union"]?.name, "工会");
});

test("an archetype's own structure takes no cell", () => {
  assert.deepEqual(pieces(ARCHETYPE, "", { ...STATE, content: { marks: { dismissed: {} } } }), []);
});

test("what is handed down has a gap for each typed number", () => {
  const { content, facts } = handedDown({ ...STATE, headings: { body: "2026年" } });
  assert.deepEqual(facts, {});
  assert.equal(content.outline?.[0]?.heading, "＿＿年工会");
  assert.equal(content.own?.sections?.["own-union"]?.text, "走访＿＿户，{{ own_taps }}，防H7N9。");
  assert.deepEqual(content.own.items?.["body"], [{ id: "a", title: "共＿＿件", text: "完成＿＿件" }]);
  assert.deepEqual(content.own.texts?.["body"], { 备注: "共＿＿处。" });
});
