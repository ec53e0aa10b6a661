// Measures the rules: what they find of the faults in mutants, and what in clean texts and in the site's own examples.

import assert from "node:assert/strict";
import test from "node:test";

import { check } from "../../checker/check.js";
import { FAULTS } from "../support/mutants.js";
import { CLEAN, EXAMPLES, isFound, mutantsOf, RULES, sentenceMutants, textMutants } from "../support/review_corpus.js";

const ENOUGH = 0.9;
const ENOUGH_SUMS = 0.95;
const REACHED = 0.74; // of faults in whole texts, a good part of which were written when the rules were there; nine in ten is the aim
const MOST_WARNINGS = 0.3 / 1000; // per character

const REPORT = Object.keys(FAULTS).map((fault) => {
  const mutants = mutantsOf(fault);
  return { fault, mutants, missed: mutants.filter((mutant) => !isFound(mutant)) };
});

for (const { fault, mutants, missed } of REPORT) {
  test(`of “${fault}”, nine in ten are found`, () => {
    assert.ok(mutants.length > 0);
    const names = missed.map(({ name, text, start, end }) => `${name}: ${text.slice(start - 12, end + 12)}`);
    assert.ok(missed.length <= mutants.length * (1 - ENOUGH), names.join("\n"));
  });
}

/** @param {import("../support/review_corpus.js").Mutant[]} mutants */
function shareFound(mutants) {
  return mutants.filter((one) => isFound(one)).length / mutants.length;
}

test("of faults of arithmetic in a sentence, nineteen in twenty are found", () => {
  assert.ok(shareFound(sentenceMutants()) >= ENOUGH_SUMS);
});

test("of faults that somebody has put into whole texts, three in four are found", () => {
  assert.ok(textMutants().length >= 290);
  assert.ok(shareFound(textMutants()) >= REACHED);
});

test("there are at least 150 mutants", () => {
  assert.ok(REPORT.reduce((sum, { mutants }) => sum + mutants.length, 0) >= 150);
});

for (const { name, text } of [...CLEAN, ...EXAMPLES]) {
  test(`${name} has no error`, () => {
    const errors = check(text, RULES).findings.filter(({ level }) => level === "error");
    assert.deepEqual(errors.map(({ rule, found, message }) => [rule, found, message]), []);
  });
}

test("there are few warnings in clean texts", () => {
  const length = CLEAN.reduce((sum, { text }) => sum + text.length, 0);
  const warnings = CLEAN.flatMap(({ text }) => check(text, RULES).findings.filter(({ level }) => level === "warning"));
  assert.ok(warnings.length <= length * MOST_WARNINGS, warnings.map(({ rule, found }) => `${rule} ${found}`).join("\n"));
});
