// Composing again after a change: what depends on it is rendered anew.

import assert from "node:assert/strict";
import { test } from "node:test";

import { omit } from "../../facts/paths.js";
import { Composer } from "../../library/compose.js";
import { ownTools } from "../../library/own_tools.js";
import { ARCHETYPE, FACTS } from "../support/water_quarter.js";

test("a figure says its own date as soon as it has one, and as long as it has", () => {
  const library = { sections: ARCHETYPE.sections, facts: ARCHETYPE.facts };
  const composer = new Composer(ARCHETYPE, ownTools(library));
  const text = (/** @type {Record<string, string>} */ asOf, facts = FACTS) =>
    composer.document(facts, { content: { marks: { as_of: asOf } } }).blocks.map((b) => b.text).join("\n");
  assert.match(text({}), /1518.20万元(?!（)/);
  assert.match(text({ paid: "2026-03-25" }), /1518.20万元（截至3月25日）/);
  assert.match(text({ paid: "2025-12-31" }), /1518.20万元（截至2025年12月31日）/);
  assert.match(text({ paid: "那天" }), /1518.20万元(?!（)/);
});

test("a section without a heading of its own has one where the archetype gives it one", () => {
  const body = /** @type {import("../../schema/types.js").Section} */ (ARCHETYPE.sections["body"]);
  const sections = { body: { ...body, heading: false } };
  const headings = (/** @type {import("../../schema/types.js").OutlineEntry} */ entry) =>
    new Composer({ ...ARCHETYPE, sections, outline: [entry] }).document(FACTS).blocks.filter((b) => b.type === "heading");
  assert.equal(headings({ use: "body", heading: "水质" })[0]?.text, "水质");
  assert.notEqual(headings({ use: "body" })[0]?.text, body.name);
});

test("an entered rate is rendered anew when it is changed", () => {
  const rate = { label: "率", hint: "", topic: "", type: /** @type {const} */ ("rate") };
  const facts = { ...ARCHETYPE.facts, share: { ...rate, numerator: "paid", denominator: "paid" } };
  const places = [{ name: "正文", body: [/** @type {["=", string]} */ (["=", "share"])] }];
  const body = /** @type {import("../../schema/types.js").Section} */ (ARCHETYPE.sections["body"]);
  const composer = new Composer({ ...ARCHETYPE, facts, sections: { body: { ...body, places } } });
  const run = (/** @type {import("../../schema/types.js").Facts} */ typed) =>
    composer.document(typed).blocks.flatMap((block) => block.runs).find((one) => one.text.includes("%"));
  assert.deepEqual(run({}), { text: "＿＿＿＿%", facts: ["paid.now"], blank: true });
  assert.deepEqual(run({ share: "98" }), { text: "98%", facts: ["share"], formula: "录入" });
  assert.deepEqual(run({ share: { now: "97.5" } }), { text: "97.5%", facts: ["share.now"], formula: "录入" });
});

test("composing after each change says what composing from nothing does", () => {
  const composer = new Composer(ARCHETYPE);
  const names = Object.keys(FACTS);
  const changed = names.flatMap((name) => [omit(FACTS, name), { ...FACTS, [name]: "1" }, FACTS]);
  for (const facts of changed) {
    const [again, anew] = [composer, new Composer(ARCHETYPE)].map((one) => JSON.stringify(one.document(facts)));
    assert.equal(again, anew);
  }
});

test("a paragraph that asks for none of the changed facts is the one that there was", () => {
  const composer = new Composer(ARCHETYPE);
  const paragraph = (/** @type {import("../../schema/types.js").Facts} */ facts) =>
    composer.document(facts).blocks.find(({ type }) => type === "paragraph");
  const before = paragraph(FACTS);
  assert.ok(before);
  assert.equal(paragraph({ ...FACTS, unknown: "1" }), before);
  assert.notEqual(paragraph(omit(FACTS, "samples")), before);
});

test("what was composed a section at a time is the document, and is not made again", () => {
  const archetype = structuredClone(ARCHETYPE);
  const composer = new Composer(archetype);
  assert.equal([...composer.steps(FACTS, {})].length, composer.summary.lines.length);
  for (const { use = "" } of composer.summary.lines) {
    for (const { body } of composer.summary.passages(use)) body?.splice(0); // were it made again, it would be empty
  }
  assert.deepEqual(composer.document(FACTS).blocks, new Composer(ARCHETYPE).document(FACTS).blocks);
});
