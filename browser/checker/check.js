// Holds a text against the rules: what is wrong in it, sorted by place, and how many figures were held against others.

import { LineMemory } from "../prose/line_memory.js";
import { readProse } from "../prose/prose.js";
import { SumMemory } from "./arithmetic/claims.js";
import { checkerOf } from "./checkers.js";
import { SentenceMemory } from "./content/doubled.js";
import { patternRemarks } from "./patterns.js";

/** @typedef {import("./types.js").Context} Context */
/** @typedef {import("./types.js").Finding} Finding */
/** @typedef {import("./types.js").Report} Report */
/** @typedef {import("./types.js").Rule} Rule */
/** @typedef {import("./types.js").Remark} Remark */
/** @typedef {import("./types.js").Prose} Prose */

/** What is known of a text from checking it before an edit. */
export class Memory {
  lines = new LineMemory();
  sums = new SumMemory();
  alike = new SentenceMemory();
}

/**
 * @param {string} text
 * @param {Rule[]} rules
 * @param {Record<string, unknown>} [options]
 * @param {Memory} [memory] of the same text before it was edited
 * @returns {Report}
 */
export function check(text, rules, options = {}, memory = new Memory()) {
  return checkProse(readProse(text, memory.lines), rules, options, memory);
}

/**
 * Holds a text that has been read against the rules.
 * @param {Prose} prose
 * @param {Rule[]} rules
 * @param {Record<string, unknown>} [options]
 * @param {Memory} [memory] of the same text before it was edited
 * @returns {Report}
 */
export function checkProse(prose, rules, options = {}, memory = new Memory()) {
  const counts = { checked: 0, unchecked: 0 };
  const context = /** @type {Context} */ ({
    ...options,
    sums: memory.sums,
    alike: memory.alike,
    checked: (count = 1) => void (counts.checked += count),
    unchecked: (count = 1) => void (counts.unchecked += count),
  });
  const findings = rules.flatMap((rule) => findingsOf(rule, prose, context));
  return { findings: findings.sort((a, b) => a.start - b.start || a.end - b.end), ...counts };
}

/**
 * @param {Rule} rule
 * @param {Prose} prose
 * @param {Context} context
 * @returns {Finding[]}
 */
function findingsOf(rule, prose, context) {
  const checker = rule.checker === undefined ? patternRemarks : checkerOf(rule.checker);
  return checker(prose, rule, context).map((remark) => finding(rule, prose.text, remark));
}

/**
 * @param {Rule} rule
 * @param {string} text
 * @param {Remark} remark
 * @returns {Finding}
 */
function finding({ id, topic, level, why, source }, text, remark) {
  const { start, end } = remark;
  return { rule: id, topic, level, why, ...(source !== undefined && { source }), found: text.slice(start, end), ...remark };
}
