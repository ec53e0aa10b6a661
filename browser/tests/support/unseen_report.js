// Prints what the review finds of the faults in a folder of texts that it was not made with, what it misses, and what it
// tells of the texts without faults.  Run by `node browser/tests/support/unseen_report.js FOLDER`, which holds texts as
// tests/review/clean does, and mutants.yml.

import { check } from "../../checker/check.js";
import { isFound, isSum, RULES, textMutants, textsIn } from "./review_corpus.js";

/** @typedef {import("./review_corpus.js").Mutant} Mutant */

const AROUND = 60; // characters of the text that are shown before a fault

/**
 * @param {string} name
 * @param {Mutant[]} mutants
 */
function printShare(name, mutants) {
  const found = mutants.filter(isFound).length;
  console.log(`${name}: ${String(found)} of ${String(mutants.length)} found (${((found / mutants.length) * 100).toFixed(1)}%)`);
}

/** @param {Mutant} mutant */
function printMissed({ fault, name, text, start, end }) {
  const [before, after] = [text.slice(Math.max(0, start - AROUND), start), text.slice(end, end + AROUND / 2)];
  console.log(`  ${name}\t${fault}\t${before}【${text.slice(start, end)}】${after}`.replaceAll("\n", "⏎"));
}

const [folder = "."] = process.argv.slice(2);
const mutants = textMutants(folder);
const texts = textsIn(folder);
printShare("all faults", mutants);
printShare("faults of arithmetic", mutants.filter(isSum));
mutants.filter((one) => !isFound(one)).forEach(printMissed);
console.log(`texts without faults: ${String(texts.length)}, ${String(texts.reduce((sum, { text }) => sum + text.length, 0))} characters`);
for (const { name, text } of texts) {
  for (const { level, rule, found, message } of check(text, RULES).findings) console.log(["", name, level, rule, found, message].join("\t"));
}
