// How likely it is that a printed number looks like another one, mistyped, only by chance.

import { digitsLike } from "./intervals.js";

/** @typedef {import("../../prose/types.js").Statement} Statement */
/** @typedef {{ one: Statement, low: number, high: number }} Odd an operand, and what it would have to be */
/** @typedef {{ one: Statement, meant: number, chance: number }} Slip */

const WIDEST = 3; // numbers between which an operand would have to lie
const POINT = /\/.*|[^0-9]/g; // 36.31/10万

/**
 * The share of all numbers of as many digits that look like this one, mistyped in the same way; 1 where it does not.
 * @param {string} written
 * @param {string} meant
 */
export function likeness(written, meant) {
  const [a, b] = [written.replace(POINT, ""), meant.replace(POINT, "")];
  const telling = tellingDigits(b);
  const all = 9 * 10 ** (telling - 1);
  if (telling < 2) return 1;
  if (a === b) return written.indexOf(".") === meant.indexOf(".") ? 1 : 2 / all; // the point has moved
  if (a.length !== b.length) return Math.abs(a.length - b.length) === 1 && isOneLonger(a, b) ? (11 * telling) / all : 1;
  const wrong = Array.from(a).flatMap((digit, at) => (digit === b.charAt(at) ? [] : [at]));
  const [first = 0, second = 0, ...others] = wrong;
  if (wrong.length === 1) return (9 * telling) / all;
  const swapped = others.length === 0 && second - first < 3 - Number(telling < 4) && a.charAt(first) === b.charAt(second) && a.charAt(second) === b.charAt(first);
  return swapped ? (telling * (telling - 1)) / 2 / all : 1;
}

/**
 * How many digits a number has, without those that only hold a place before it.
 * @param {string} written
 */
export function tellingDigits(written) {
  return written.replace(POINT, "").replace(/^0+/, "").length;
}

/**
 * Whether one number is the other with a digit more or less.
 * @param {string} a
 * @param {string} b
 */
function isOneLonger(a, b) {
  const [long, short] = a.length > b.length ? [a, b] : [b, a];
  let at = 0;
  while (at < short.length && long.charAt(at) === short.charAt(at)) at += 1;
  return long.slice(at + 1) === short.slice(at);
}

/**
 * Whether two numbers that differ have the same digits.
 * @param {string} written
 * @param {string} meant
 */
export function sameDigits(written, meant) {
  const [a, b] = [written, meant].map((one) => one.replace(POINT, ""));
  const [sorted, other] = [a, b].map((one = "") => Array.from(one).sort().join(""));
  return a !== b && sorted === other;
}

/**
 * Whether one number may be another mistyped: one digit changed, left out or doubled, two swapped, the point moved.
 * @param {string} written
 * @param {string} meant
 */
export function mistyped(written, meant) {
  return likeness(written, meant) < 1;
}

/**
 * Whether a told figure is another number, mistyped; of fewer than three digits that would be chance.
 * @param {{ quantity: import("../../prose/types.js").Quantity }} told
 * @param {number} meant
 * @param {number} [least] digits
 */
export function isSlip({ quantity }, meant, least = 3) {
  const digits = digitsLike(meant, quantity);
  return tellingDigits(digits) >= least && mistyped(quantity.written, digits);
}

/**
 * Whether one of some parts is what the others leave of the whole, mistyped.
 * @param {Statement} whole
 * @param {Statement[]} parts
 * @param {number} least digits
 */
export function hasSlip(whole, parts, least) {
  const excess = parts.reduce((sum, { quantity }) => sum + quantity.value, -whole.quantity.value);
  return parts.some((part) => part.quantity.value > excess && isSlip(part, part.quantity.value - excess, least));
}

/**
 * What operands would be, where they look like that, mistyped.
 * @param {Odd[]} operands
 * @returns {Slip[]}
 */
export function slipsOf(operands) {
  return operands.filter(({ low }) => low > 0).flatMap(({ one, low, high }) => {
    const step = one.quantity.scale * 10 ** -one.quantity.decimals;
    const [from, to] = [Math.ceil(low / step - 1e-9), Math.floor(high / step + 1e-9)];
    const meant = to - from < WIDEST ? Array.from({ length: Math.max(0, to - from + 1) }, (_, at) => (from + at) * step) : [];
    return meant.map((each) => ({ one, meant: each, chance: likeness(one.quantity.written, digitsLike(each, one.quantity)) * meant.length }));
  });
}

/**
 * The operand that is likelier to be mistyped than the result.
 * @param {number} chance of the result
 * @param {Odd[]} operands
 */
export function likelier(chance, operands) {
  const [best] = slipsOf(operands).sort((a, b) => a.chance - b.chance);
  return best && best.chance < chance ? best : undefined;
}
