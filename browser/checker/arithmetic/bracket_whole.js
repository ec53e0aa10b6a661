// Rates whose whole stands in a bracket behind them: 系统管理率93.8%（应管11940人）.

import { isSlip } from "./chance.js";
import { baseOf } from "./intervals.js";
import { comparableThings, isOperand, sameThings } from "./amounts.js";
import { partBefore } from "./wholes.js";

/** @typedef {import("./wholes.js").Share} Share */
/** @typedef {import("../../prose/types.js").Statement} Statement */

const IN_BRACKET = /^[（(](?:应|共|总|全|辖区|常住|服务)[^，。；0-9]{0,10}$/; // the words of a whole

/**
 * Whether two amounts of a bracket may be whole and part.
 * @param {Statement} one
 * @param {Statement} other
 */
function areBoth(one, other) {
  return [one, other].every(isOperand) && sameThings(one.quantity.unit, other.quantity.unit) && /^[^。；（）]{1,12}$/.test(other.before);
}

/**
 * 使用率80.4%（实际占用87312床日，开放108600床日）, 不良率70.2%（587人中412人）
 * Of other amounts in a bracket nobody would say so (治愈34例，好转6例): the rate is told only where it is theirs, mistyped.
 * @param {Statement} statement
 * @param {Statement} one
 * @param {Statement} other
 * @returns {Share | undefined}
 */
function ofBoth(statement, one, other) {
  const [part, whole] = one.quantity.value < other.quantity.value ? [one, other] : [other, one];
  return isSlip(statement, (part.quantity.value / whole.quantity.value) * baseOf(statement.quantity)) ? { statement, part, whole, sure: true, exact: true } : undefined;
}

/**
 * 系统管理率93.8%（应管11940人）: of the whole in the bracket behind it.
 * @param {Statement} one
 * @param {(Statement | undefined)[]} next
 * @param {Statement[]} before
 * @returns {Share | undefined}
 */
export function inBracket(one, [next, other, third], before) {
  const both = next?.bracketed && other?.bracketed && !third?.bracketed && !one.bracketed && /^[（(][^）)]*$/.test(next.before) && areBoth(next, other) && ofBoth(one, next, other);
  if (both) return both;
  if (!next?.bracketed || one.bracketed || !isOperand(next) || !IN_BRACKET.test(next.before)) return undefined;
  const part = partBefore(before.filter(({ bracketed }) => !bracketed));
  if (!part || !comparableThings(part.quantity.unit, next.quantity.unit) || next.quantity.value < part.quantity.value) return undefined;
  return { statement: one, part, whole: next, sure: true };
}
