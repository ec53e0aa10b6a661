// Measures the rules: what they find of the faults in mutants, and what in clean texts and in the site's own examples.

import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import test from "node:test";

import { check } from "../../checker/check.js";
import { readRules } from "../../review/rule_files.js";
import { FAULTS } from "../support/mutants.js";

const ROOT = path.join(import.meta.dirname, "../../..");
const RULES = readRules(path.join(ROOT, "data/writing"));
const CLEAN = textsIn("tests/review/clean");
const EXAMPLES = textsIn("tests/golden").filter(({ name }) => name !== "places.txt");
const EACH = 5; // mutants of each fault
const ENOUGH = 0.9;
const MOST_WARNINGS = 0.3 / 1000; // per character

/** @param {string} folder */
function textsIn(folder) {
  const names = readdirSync(path.join(ROOT, folder)).filter((name) => name.endsWith(".txt"));
  return names.map((name) => ({ name, text: readFileSync(path.join(ROOT, folder, name), "utf-8") }));
}

/** @param {string} fault */
function mutantsOf(fault) {
  const { make } = FAULTS[fault] ?? assert.fail(fault);
  const made = CLEAN.flatMap(({ name, text }, index) => {
    const mutant = make(text, index * 7 + fault.length);
    return mutant ? [{ name, ...mutant }] : [];
  });
  const step = Math.max(1, Math.floor(made.length / EACH));
  return made.filter((_, index) => index % step === fault.length % step).slice(0, EACH);
}

/**
 * @param {{ text: string, start: number, end: number }} mutant
 * @param {string[]} rules
 */
function isFound({ text, start, end }, rules) {
  const { findings } = check(text, RULES.filter(({ id }) => rules.includes(id)));
  return findings.some((one) => one.start < Math.max(end, start + 1) && one.end > start - 1);
}

const REPORT = Object.entries(FAULTS).map(([fault, { rules }]) => {
  const mutants = mutantsOf(fault);
  return { fault, mutants, missed: mutants.filter((mutant) => !isFound(mutant, rules)) };
});

for (const { fault, mutants, missed } of REPORT) {
  test(`of “${fault}”, nine in ten are found`, () => {
    assert.ok(mutants.length > 0);
    const names = missed.map(({ name, text, start, end }) => `${name}: ${text.slice(start - 12, end + 12)}`);
    assert.ok(missed.length <= mutants.length * (1 - ENOUGH), names.join("\n"));
  });
}

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
