// What a demanding reader will ask of a summary, with the sum behind it and where to answer; mirrors
// macros/library/questions.py.

import { isAlike } from "./material_change.js";
import * as changes from "./question_changes.js";
import * as levels from "./question_levels.js";
import * as words from "./question_words.js";

/** @typedef {import("./asked_facts.js").AskedFacts} AskedFacts */
/** @typedef {import("./question_sums.js").Found} Found */

/**
 * When something is asked, and in which words; macros/schema/questions.py has its shape.
 * @typedef {{kind: string, title: string, ask: string, answer?: string, at_least?: number, base?: number,
 *   of?: string, rows?: string, fields?: string[], words?: string, unless?: string}} Rule
 */

/**
 * A question, the sums behind it, and where it is answered: at a path, or where the subject is printed.
 * `behind` are the numbers from which it follows, and digests of words.
 * @typedef {{key: string, rule: string, subject: string, ask: string, sums: string[], behind: string,
 *   path: string}} Question
 */

/** @typedef {{behind: string, answer?: string, aside?: string}} Answer what was said, or why nothing is */

/** @type {Record<string, (rule: Rule, asked: AskedFacts) => Found[]>} */
const FINDERS = {
  apart: changes.apart,
  restandard: changes.restandard,
  fell: changes.fell,
  none: levels.none,
  stopped: changes.stopped,
  share: levels.shares,
  rank: levels.rank,
  sample: levels.sample,
  times: changes.times,
  target: levels.target,
  claim: words.claim,
  lacking: words.lacking,
  unnamed: words.unnamed,
};

/**
 * What is asked, the most important first: of each fact once, and not of what the text itself explains.
 * @param {Record<string, Rule>} rules
 * @param {AskedFacts} asked
 * @returns {Question[]}
 */
export function questions(rules, asked) {
  const seen = new Set(asked.told);
  return Object.entries(rules).flatMap(([rule, declared]) =>
    (FINDERS[declared.kind]?.(declared, asked) ?? []).flatMap((found) => {
      const { names = [] } = found;
      if (names.some((name) => seen.has(name))) return [];
      for (const name of names) seen.add(name);
      return [question(rule, declared, found)];
    }),
  );
}

/**
 * @param {string} rule
 * @param {Rule} declared
 * @param {Found} found
 * @returns {Question}
 */
function question(rule, { ask, answer }, { subject, words: said, sums, behind, path = "" }) {
  const text = ask.replace(/\{(\w+)\}/g, (_, gap) => said[String(gap)] ?? "");
  return { key: `${rule}/${subject}`, rule, subject, ask: text, sums, behind: behind.join(" "), path: answer ?? path };
}

/**
 * What was answered, if it still holds: no figure has changed materially since.
 * @param {Question} asked
 * @param {Record<string, unknown>} answers
 * @returns {Answer | undefined}
 */
export function answerTo({ key, behind }, answers) {
  const given = Object.hasOwn(answers, key) ? answers[key] : undefined;
  if (typeof given !== "object" || given === null || !("behind" in given)) return undefined;
  if (typeof given.behind !== "string" || !isAlike(given.behind, behind)) return undefined;
  return /** @type {Answer} */ (given);
}
