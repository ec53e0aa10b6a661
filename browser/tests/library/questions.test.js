// What readers ask of facts is the same in both languages: tests/vectors/questions.json.

import assert from "node:assert/strict";
import { test } from "node:test";
import vectors from "../../../tests/vectors/questions.json" with { type: "json" };
import { Context } from "../../facts/context.js";
import { readEntries } from "../../facts/entry_reader.js";
import { AskedFacts } from "../../library/asked_facts.js";
import { isAlike } from "../../library/material_change.js";
import { answerTo, questions } from "../../library/questions.js";

const specs = /** @type {Record<string, import("../../schema/types.js").FactSpec>} */ (
  /** @type {unknown} */ (vectors.specs)
);
const rules = /** @type {Record<string, import("../../library/questions.js").Rule>} */ (vectors.rules);
const QUESTION = { key: "r/a", rule: "r", subject: "a", ask: "？", sums: [], behind: "100 20", path: "" };

/** @param {unknown} facts */
function askedOf(facts) {
  const names = Object.keys(specs);
  const { entries } = readEntries(specs, names, /** @type {import("../../schema/types.js").Facts} */ (facts));
  return questions(rules, new AskedFacts(specs, new Context(specs, entries), names));
}

for (const [index, { facts, asked }] of vectors.cases.entries()) {
  test(`case ${String(index)} is asked the same`, () => {
    const found = askedOf(facts).map(({ key, ...shown }) => ({ ...shown, key }));
    assert.deepEqual(found, asked.map((one) => ({ ...one, key: `${one.rule}/${one.subject}` })));
  });
}

test("a change is material in both languages alike", () => {
  for (const [before, now, isSame] of vectors.alike) {
    assert.equal(isAlike(String(before), String(now)), isSame, `${String(before)} → ${String(now)}`);
  }
});

test("an answer holds until a figure has changed materially", () => {
  const answer = { behind: "102 20", aside: "上级已经知道" };
  assert.equal(answerTo(QUESTION, { "r/a": answer }), answer);
  assert.equal(answerTo(QUESTION, { "r/a": { ...answer, behind: "120 20" } }), undefined);
  assert.equal(answerTo(QUESTION, { "r/a": "旧版" }), undefined);
  assert.equal(answerTo(QUESTION, {}), undefined);
});
