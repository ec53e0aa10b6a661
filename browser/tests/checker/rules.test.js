// Each rule finds what its examples say, and nothing in those that are clean.

import assert from "node:assert/strict";
import path from "node:path";
import test from "node:test";

import { check } from "../../checker/check.js";
import { CHECKERS } from "../../checker/checkers.js";
import { readProse } from "../../prose/prose.js";
import { readRules } from "../../review/rule_files.js";
import { readStructures } from "../../review/structure_files.js";

const RULES = readRules(path.join(import.meta.dirname, "../../../data/writing"));
const STRUCTURES = readStructures(path.join(import.meta.dirname, "../../../data"));
const KIND = /^＝＝(.+)＝＝\n/; // the kind of summary of the text that follows
const BEFORE = "\n＝＝上期＝＝\n"; // what follows in an example is the text of the period before

const SUMS = [
  ...["difference", "growth", "direction", "points", "multiple", "share", "completion", "per-head", "sum"],
  ...["part-over-whole", "same-indicator", "table-sum", "table-change"],
];

/**
 * @param {string} example
 * @param {import("../../checker/types.js").Rule} rule
 */
function found(example, rule) {
  const [, kind] = KIND.exec(example) ?? [];
  const [text = "", before] = example.replace(KIND, "").split(BEFORE);
  const structure = STRUCTURES.find(({ id }) => id === kind);
  const options = { ...(structure && { held: { structure, chosen: true } }), ...(before !== undefined && { previous: readProse(before) }) };
  return check(text, [rule], options).findings;
}

for (const rule of RULES) {
  const { id, found: wrong = [], clean = [], checker } = rule;
  test(`${id} has a checker or a pattern`, () => {
    assert.ok(checker === undefined ? rule.pattern : (CHECKERS[checker] ?? SUMS.includes(checker)), checker);
  });
  test(`${id} finds its examples`, () => {
    for (const text of wrong) {
      const [first] = found(text, rule);
      assert.ok(first, text);
      assert.ok(first.message && first.why && first.end > first.start, text);
    }
  });
  test(`${id} leaves clean texts alone`, () => {
    for (const text of clean) assert.deepEqual(found(text, rule), [], text);
  });
}
