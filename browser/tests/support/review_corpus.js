// The corpus of the review: clean texts, the site's own examples, and mutants of all kinds with the place of their fault.

import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { parse } from "yaml";

import { check } from "../../checker/check.js";
import { readRules } from "../../review/rule_files.js";
import { arithmeticMutants } from "./arithmetic_mutants.js";
import { FAULTS } from "./mutants.js";

/** @typedef {{ name: string, text: string }} Text */
/** @typedef {{ fault: string, rules: string[], name: string, text: string, start: number, end: number }} Mutant `rules` may find it */

const ROOT = path.join(import.meta.dirname, "../../..");
const EACH = 5; // mutants of each fault that is put into clean texts
const MADE = 20; // small texts of each kind of arithmetic
const CHOICE = /\{([^|}]*)\|([^}]*)\}/; // {wrong|right}

export const RULES = readRules(path.join(ROOT, "data/writing"));
export const CLEAN = textsIn(path.join(ROOT, "tests/review/clean"));
export const EXAMPLES = textsIn(path.join(ROOT, "tests/golden")).filter(({ name }) => name !== "places.txt");
const SUMS = RULES.filter(({ topic }) => topic === "算式").map(({ id }) => id);

/**
 * @param {string} folder
 * @returns {Text[]}
 */
export function textsIn(folder) {
  const names = readdirSync(folder).filter((name) => name.endsWith(".txt"));
  return names.map((name) => ({ name, text: readFileSync(path.join(folder, name), "utf-8") }));
}

/**
 * @param {string} file
 * @param {string} [folder]
 * @returns {unknown}
 */
const read = (file, folder = path.join(ROOT, "tests/review")) => parse(readFileSync(path.join(folder, file), "utf-8"));

/**
 * Faults put into clean texts, some of each kind.
 * @param {string} fault
 * @returns {Mutant[]}
 */
export function mutantsOf(fault) {
  const { make, rules } = FAULTS[fault] ?? assert.fail(fault);
  const made = CLEAN.flatMap(({ name, text }, index) => {
    const mutant = make(text, index * 7 + fault.length);
    return mutant ? [{ fault, rules, name, ...mutant }] : [];
  });
  const step = Math.max(1, Math.floor(made.length / EACH));
  return made.filter((_, index) => index % step === fault.length % step).slice(0, EACH);
}

/**
 * Faults of arithmetic in sentences, by hand and made.
 * @returns {Mutant[]}
 */
export function sentenceMutants() {
  const written = /** @type {Record<string, string[]>} */ (read("arithmetic.yml"));
  const byHand = Object.entries(written).flatMap(([fault, texts]) => texts.map((text) => spoilt(fault, "arithmetic.yml", text, text)));
  const made = arithmeticMutants(MADE).map(({ rule, wrong }) => ({ fault: rule, rules: SUMS, name: "made", text: wrong, start: 0, end: wrong.length }));
  return [...byHand, ...made];
}

/**
 * Faults by hand in whole texts: those of the corpus, or of a folder with its texts and mutants.yml.
 * @param {string} [folder]
 * @returns {Mutant[]}
 */
export function textMutants(folder) {
  const texts = folder === undefined ? CLEAN : textsIn(folder);
  const written = /** @type {Record<string, Record<string, string>[]>} */ (read("mutants.yml", folder));
  return Object.entries(written).flatMap(([name, faults]) => {
    const { text } = texts.find((one) => one.name === `${name}.txt`) ?? assert.fail(name);
    return faults.flatMap((fault) => Object.entries(fault)).map(([rule, words]) => spoilt(rule, name, text, words.replaceAll("\\n", "\n")));
  });
}

/**
 * A text with the wrong words of a choice in the place of the right ones, which stand in it once.
 * @param {string} fault
 * @param {string} name
 * @param {string} text
 * @param {string} words
 * @returns {Mutant}
 */
function spoilt(fault, name, text, words) {
  const [choice = "", wrong = "", right = ""] = CHOICE.exec(words) ?? [];
  const whole = text.includes(words) ? words : words.replace(choice, right);
  assert.equal(text.split(whole).length, 2, `${name}: ${words}`);
  const at = text.indexOf(whole);
  const start = at + words.indexOf(choice);
  const mutant = text.slice(0, at) + words.replace(choice, wrong) + text.slice(at + whole.length);
  return { fault, rules: SUMS.includes(fault) ? SUMS : [fault], name, text: mutant, start, end: start + wrong.length };
}

/**
 * Whether a fault is one of arithmetic.
 * @param {Mutant} mutant
 */
export function isSum({ rules }) {
  return rules.length > 2;
}

/**
 * Whether one of its rules finds a fault at its place.
 * @param {Mutant} mutant
 */
export function isFound({ text, start, end, rules }) {
  const { findings } = check(text, RULES.filter(({ id }) => rules.includes(id)));
  return findings.some((one) => one.start < Math.max(end, start + 1) && one.end > start - 1);
}
