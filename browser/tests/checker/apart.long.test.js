// One mistake is one finding: no two findings of a rule are about the same figures.

import assert from "node:assert/strict";
import test from "node:test";

import { apart } from "../../checker/arithmetic/apart.js";
import { check } from "../../checker/check.js";
import { FAULTS } from "../support/mutants.js";
import { CLEAN, EXAMPLES, mutantsOf, RULES, sentenceMutants, textMutants } from "../support/review_corpus.js";

/** @typedef {import("../../checker/types.js").Remark} Remark */

const SUMS = [
  ["甲、乙、丙三个村分别为1200人、1300人、1100人，共3700人。", "1200人、1300人、1100人，共3700人"],
  ["全年门诊1200人次，住院600人次，合计1900人次。", "1200人次，住院600人次，合计1900人次"],
  ["检查45家，其中学校12家、宾馆20家、医院10家，合计46家。", "45家，其中学校12家、宾馆20家、医院10家，合计46家"],
];
for (const [text = "", found] of SUMS) {
  test(`one wrong sum is one finding: ${text}`, () => {
    assert.deepEqual(check(text, RULES).findings.filter(({ rule }) => rule === "sum").map((one) => one.found), [found]);
  });
}

test("no two findings of a rule overlap, whatever is wrong", () => {
  const mutants = [...sentenceMutants(), ...textMutants(), ...Object.keys(FAULTS).flatMap((fault) => mutantsOf(fault))];
  for (const { text } of [...CLEAN, ...EXAMPLES, ...mutants]) {
    /** @type {Map<string, number>} */
    const ends = new Map();
    for (const { rule, start, end, found } of check(text, RULES).findings) {
      assert.ok(start >= (ends.get(rule) ?? 0), `${rule}: ${found}`);
      ends.set(rule, end);
    }
  }
});

test("of findings that overlap, the heaviest stays, and then the one that ends last", () => {
  const at = (/** @type {number} */ start, /** @type {number} */ end, level = "error") => /** @type {Remark} */ ({ start, end, level });
  assert.deepEqual(apart([at(0, 9), at(2, 12), at(12, 20)], "error"), [at(2, 12), at(12, 20)]);
  assert.deepEqual(apart([at(0, 9), at(2, 12, "warning")], "error"), [at(0, 9)]);
  assert.deepEqual(apart([at(4, 9), at(2, 12, "hint")], "error"), [at(4, 9)]);
});
