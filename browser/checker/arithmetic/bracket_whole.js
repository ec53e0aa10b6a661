// Rates whose whole stands in a bracket behind them: 系统管理率93.8%（应管11940人）.

import { comparableThings, isOperand } from "./amounts.js";
import { partBefore } from "./wholes.js";

/** @typedef {import("./wholes.js").Share} Share */
/** @typedef {import("../../prose/types.js").Statement} Statement */

const IN_BRACKET = /^[（(](?:应|共|总|全|辖区|常住|服务)[^，。；0-9]{0,10}$/; // the words of a whole

/**
 * 系统管理率93.8%（应管11940人）: of the whole in the bracket behind it.
 * @param {Statement} one
 * @param {Statement | undefined} next
 * @param {Statement[]} before
 * @returns {Share | undefined}
 */
export function inBracket(one, next, before) {
  if (!next?.bracketed || one.bracketed || !isOperand(next) || !IN_BRACKET.test(next.before)) return undefined;
  const part = partBefore(before.filter(({ bracketed }) => !bracketed));
  if (!part || !comparableThings(part.quantity.unit, next.quantity.unit) || next.quantity.value < part.quantity.value) return undefined;
  return { statement: one, part, whole: next, sure: true };
}
