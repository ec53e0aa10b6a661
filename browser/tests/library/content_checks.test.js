// What a draft brings of its own is checked as Python checks it: the shared vectors of
// tests/vectors/own_content.json.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";

import { contentMisfit } from "../../exchange/content_shape.js";
import { ownTools } from "../../library/own_tools.js";
import { Summary } from "../../library/summary.js";
import { DEEPEST } from "../../schema/fact_types.js";

const FILE = new URL("../../../tests/vectors/own_content.json", import.meta.url);
/** @type {{archetype: any, library: any, cases: Record<string, any>[]}} */
const { archetype, library, cases } = JSON.parse(readFileSync(FILE, "utf8"));

const sorted = (/** @type {any[]} */ problems) =>
  problems.map((one) => JSON.stringify(Object.entries(one).sort())).sort();

for (const { name, content, refused, problems } of cases) {
  test(`${refused ? "refused" : "checked"}: ${String(name)}`, () => {
    const why = contentMisfit(content);
    assert.equal(why !== "", refused, why);
    if (refused) return;
    const summary = new Summary(archetype, { content }, ownTools(library));
    assert.deepEqual(sorted(summary.problems), sorted(problems));
    summary.bodies();
  });
}

test("a value of another shape is named by its place", () => {
  const misfit = (/** @type {any} */ content) => contentMisfit(content);
  assert.equal(
    misfit({ own: { items: { water: [{ id: "i1", text: null }] } } }),
    "自拟内容 own.items.water[0].text 的格式不对：“null”是空值，没有就删去",
  );
  assert.match(misfit({ outline: null }), /^自拟内容 outline 的格式不对：“null”/);
  assert.match(misfit({ own: { texts: { water: { 监测: "长".repeat(200_001) } } } }), /监测 的格式不对$/);
});

test("many facts, sections and words are read in no time", () => {
  const facts = Object.fromEntries(
    Array.from({ length: 500 }, (_, i) => [`own_${String(i)}`, { label: `数${String(i)}`, type: "count", unit: "个" }]),
  );
  const text = "共{{ own_7 }}。\n".repeat(150);
  const sections = Object.fromEntries(
    Array.from({ length: 100 }, (_, i) => [`own-${String(i)}`, { name: `节${String(i)}`, text }]),
  );
  const outline = Object.keys(sections).map((own) => ({ own }));
  const content = /** @type {any} */ ({ outline, own: { facts, sections } });
  const begun = process.cpuUsage();
  assert.equal(contentMisfit(content), "");
  const summary = new Summary(archetype, { content }, ownTools(library));
  assert.deepEqual(summary.problems, []);
  assert.ok(summary.printedFacts.includes("own_7"));
  assert.ok(process.cpuUsage(begun).user < 3_000_000);
});

test("a long chain of sums is refused where it is too long", () => {
  const fact = (/** @type {number} */ n) => ({ label: `数${String(n)}`, type: "count", unit: "个" });
  const sum = (/** @type {number} */ n) => ({ ...fact(n), sum_of: Array(2).fill(`own_${String(n - 1)}`) });
  const facts = Object.fromEntries(Array.from({ length: 500 }, (_, n) => [`own_${String(n)}`, n ? sum(n) : fact(n)]));
  const begun = process.cpuUsage();
  const { problems } = new Summary(archetype, { content: /** @type {any} */ ({ own: { facts } }) }, ownTools(library));
  assert.ok(process.cpuUsage(begun).user < 5_000_000); // sums of sums double at each step
  assert.equal(problems.length, 500 - DEEPEST - 1);
  assert.match(problems[problems.length - 1]?.what ?? "", /“own_499”绕着圈引用自己，或者隔了太多层/);
});
