// The sentences of a paragraph, each with what the few before it tell.

import { isAmount, isDivided, isOperand } from "./amounts.js";

/** @typedef {import("../../prose/types.js").Statement} Statement */
/** @typedef {{ statements: Statement[], near: Statement[] }} Passage what a sentence tells, and those before it in its paragraph */

/**
 * The figures of a text that what a paragraph tells may be held against.
 * @typedef {{ operands: Statement[], amounts: Statement[], divided: Statement[], period: import("../../prose/types.js").Period | null }} Figures
 */

const MOST = 400; // amounts of a unit that may be a part or a whole
const PATIENTS = /门诊|住院/; // whose income is part of all, and divided by them
const EARLIEST = 3; // sentences of a paragraph in which what a sentence speaks of may stand

/**
 * @param {Statement[][]} sentences what each sentence of a paragraph tells
 * @returns {Passage[]}
 */
export function passagesOf(sentences) {
  return sentences.map((statements, index) => ({ statements, near: sentences.slice(Math.max(0, index - EARLIEST), index).flat() }));
}

/**
 * @param {import("../../prose/types.js").Prose} prose
 * @returns {Figures}
 */
export function figuresOf({ statements, period }) {
  const operands = first(distinct(statements.filter(isOperand)));
  return { operands, amounts: first(statements.filter(isAmount)), divided: first(statements.filter((one) => isDivided(PATIENTS.test(one.clause) ? { ...one, part: false } : one))), period };
}

/**
 * The first of each unit: among more, anything is found by chance.
 * @param {Statement[]} statements
 */
function first(statements) {
  /** @type {Map<string, number>} */
  const counts = new Map();
  return statements.filter(({ quantity: { unit } }) => {
    const count = (counts.get(unit) ?? 0) + 1;
    counts.set(unit, count);
    return count <= MOST;
  });
}

/**
 * The statements without those that give the same figure the same name.
 * @param {Statement[]} statements
 */
function distinct(statements) {
  return [...new Map(statements.map((one) => [`${one.indicator}/${one.quantity.written}`, one])).values()];
}
