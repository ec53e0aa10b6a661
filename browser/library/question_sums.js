// What is found to be asked, and the sums behind it in words that a reader can follow; mirrors
// macros/library/question_sums.py.

import { per } from "../figures/arithmetic.js";
import { change, growth } from "../figures/comparisons.js";
import { Blank, Series } from "../figures/values.js";
import { bothOf } from "./asked_facts.js";
import { digest } from "./finding_keys.js";

/** @typedef {import("./asked_facts.js").Both} Both */
/** @typedef {import("../figures/values.js").Figure} Figure */

/**
 * Something to be asked: of what, the words for the question, the sums behind it.  `behind` are the
 * numbers, or digests of words, from which it follows; `names` the facts that it is about; `path` is
 * where it can be answered, if not where the subject is printed.
 * @typedef {{subject: string, words: Record<string, string>, sums: string[], behind: string[],
 *   names?: string[], path?: string}} Found
 */

const MOST_NAMED = 3;

/**
 * Both figures of a fact with the formula of its change.
 * @param {Both} both
 */
export function sumOf(both) {
  return line(both, both.now.text, both.last.text, growth(both.series));
}

/**
 * Both figures of a level with the formula of the difference.
 * @param {Both} both
 */
export function changeOf(both) {
  return line(both, both.now.text, both.last.text, change(both.series));
}

/**
 * Both quotients with their formulas, and that of their change.
 * @param {Both} both
 */
export function sumOfQuotients(both) {
  return line(both, both.now.formula, both.last.formula, growth(both.series));
}

/**
 * @param {Both} both
 * @param {string} mine
 * @param {string} last
 * @param {import("../figures/values.js").Value} more
 */
function line({ series: { label, comparedWith } }, mine, last, more) {
  return `${label}：本期${mine}，${comparedWith}${last}；${more.text}：${more.formula}`;
}

/**
 * What one unit of `below` has of `above`, in this period and in the last.
 * @param {Both} above
 * @param {Both} below
 * @param {string} [of]
 */
export function quotients(above, below, of = "") {
  const [now, last] = [per(above.now, below.now), per(above.last, below.last)];
  const label = `平均每${below.now.baseUnit}${of}`;
  return bothOf(new Series({ now, last, plan: new Blank("") }, label, above.series.comparedWith));
}

/**
 * Figures as it is kept from which ones a question follows.
 * @param {Figure[]} figures
 */
export function digits(...figures) {
  return figures.map(({ operand }) => operand);
}

/**
 * By what words are known again; no figure is written like it.
 * @param {string} text
 */
export function markOf(text) {
  return `#${digest(text)}`;
}

/**
 * The first of some names, and how many they are.
 * @param {string[]} names
 */
export function quoted(names) {
  const more = names.length > MOST_NAMED ? `等${String(names.length)}项` : "";
  return names.slice(0, MOST_NAMED).map((name) => `“${name}”`).join("") + more;
}
