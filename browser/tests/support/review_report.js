// Prints, rule by rule, what the review finds of the faults in its corpus, and what it tells of clean texts.

import { check } from "../../checker/check.js";
import { FAULTS } from "./mutants.js";
import { CLEAN, EXAMPLES, isFound, isSum, mutantsOf, RULES, sentenceMutants, textMutants } from "./review_corpus.js";

/** @typedef {import("../../checker/types.js").Level} Level */
/** @typedef {import("./review_corpus.js").Mutant} Mutant */

const LEVELS = /** @type {Level[]} */ (["error", "warning", "hint"]);
const GROUPS = [
  ["faults put into clean texts", Object.keys(FAULTS).flatMap((fault) => mutantsOf(fault))],
  ["faults of arithmetic in sentences", sentenceMutants()],
  ["faults in whole texts, by hand", textMutants()],
];

/**
 * @param {Mutant[]} mutants
 */
function byRule(mutants) {
  /** @type {Map<string, { found: number, missed: number }>} */
  const rows = new Map();
  for (const mutant of mutants) {
    const rule = isSum(mutant) ? mutant.fault : (mutant.rules[0] ?? "");
    const row = rows.get(rule) ?? { found: 0, missed: 0 };
    row[isFound(mutant) ? "found" : "missed"] += 1;
    rows.set(rule, row);
  }
  return rows;
}

/**
 * @param {string} name
 * @param {import("./review_corpus.js").Text[]} texts
 */
function printClean(name, texts) {
  const length = texts.reduce((sum, { text }) => sum + text.length, 0);
  const findings = texts.flatMap(({ text }) => check(text, RULES).findings);
  const counts = LEVELS.map((level) => {
    const count = findings.filter((one) => one.level === level).length;
    return `${String(count)} ${level}s (${((count / length) * 1000).toFixed(2)} per 1,000 characters)`;
  });
  console.log(`${name}: ${String(texts.length)} texts, ${String(length)} characters; ${counts.join(", ")}`);
  return findings;
}

const found = byRule(GROUPS.flatMap(([, mutants]) => /** @type {Mutant[]} */ (mutants)));
const told = [...printClean("clean texts", CLEAN), ...printClean("examples of the site", EXAMPLES)];
for (const [name, mutants] of /** @type {[string, Mutant[]][]} */ (GROUPS)) {
  const all = mutants.filter((one) => isFound(one)).length;
  console.log(`${name}: ${String(all)} of ${String(mutants.length)} found (${((all / mutants.length) * 100).toFixed(1)}%)`);
}
console.log("rule\tlevel\tfound\tmissed\ttold of clean texts");
for (const { id, level } of RULES) {
  const { found: hits = 0, missed = 0 } = found.get(id) ?? {};
  console.log([id, level, hits, missed, told.filter(({ rule }) => rule === id).length].join("\t"));
}
