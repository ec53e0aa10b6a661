// Amounts that may be added up.

import { known, total, isRight } from "./intervals.js";

/** @typedef {import("./ledger.js").Ledger} Ledger */
/** @typedef {import("../../prose/types.js").Statement} Statement */

export const LONGEST_GAP = 28;

/** @param {Statement} one */
export function isAmount({ kind, quantity }) {
  return (kind === "value" || kind === "whole") && quantity.unit !== "%" && quantity.unit !== "‰";
}

/**
 * Whether an amount may be one of a sum: scores are compared.
 * @param {Statement} one
 */
export function isAdded(one) {
  return isAmount(one) && one.quantity.unit !== "分";
}

/**
 * Whether a figure may be part or whole of a share: 增加到12家 as well.
 * @param {Statement} one
 */
export function isOperand(one) {
  return isAmount(one) || (one.kind === "to" && one.quantity.unit !== "%" && one.quantity.unit !== "‰");
}

/**
 * Whether a figure may be divided, or divide: no part, and told exactly.
 * @param {Statement} one
 */
export function isDivided({ kind, part, quantity }) {
  return (kind === "value" || kind === "to") && !part && !quantity.rough && !quantity.range;
}

const PEOPLE = ["人", "例", "人次", "例次"];

/**
 * Whether numbers of two units may count the same: 例 and 人, 次 and 车次.
 * @param {string} a
 * @param {string} b
 */
export function sameThings(a, b) {
  if (a === b || a === `${b}次` || b === `${a}次` || (PEOPLE.includes(a) && PEOPLE.includes(b))) return true;
  return (a === "次" && b.endsWith("次")) || (b === "次" && a.endsWith("次"));
}

const COUNTED = new Set(["人", "例", "份", "户", "家", "张", "件", "对", "人次", "例次", "名"]);

/**
 * Whether a unit is one of things that may be counted of each other.
 * @param {string} unit
 */
export function isCounted(unit) {
  return COUNTED.has(unit) || unit.endsWith("次");
}

/**
 * Whether one may be counted of the other, as people who answered of the sheets that came back.
 * @param {string} a
 * @param {string} b
 */
export function comparableThings(a, b) {
  return sameThings(a, b) || (COUNTED.has(a) && COUNTED.has(b));
}

/**
 * What an amount may stand for; a plan is told exactly.
 * @param {Statement} one
 * @returns {import("./intervals.js").Interval}
 */
export function meant({ kind, quantity }) {
  return kind === "plan" ? [quantity.value, quantity.value] : known(quantity);
}

/** @param {Statement} one */
export function isClear({ quantity }) {
  return !quantity.rough && !quantity.range;
}

/**
 * What amounts make together.
 * @param {{ quantity: { value: number } }[]} amounts
 */
export function added(amounts) {
  return amounts.reduce((sum, { quantity }) => sum + quantity.value, 0);
}

/**
 * Whether parts make a whole, as far as each is known.
 * @param {Statement} whole
 * @param {Statement[]} parts
 */
export function isSum(whole, parts) {
  return isRight(whole.quantity, total(parts.map(({ quantity }) => known(quantity))));
}

/**
 * Tells of the whole list, since any of its numbers may be the wrong one.
 * @param {Statement} one
 * @param {Statement[]} parts
 * @param {{ sum: string, level: "error" | "warning" }} claim
 * @param {Ledger} ledger
 */
export function tell(one, parts, { sum, level }, ledger) {
  const start = Math.min(one.start, ...parts.map((part) => part.start));
  const end = Math.max(one.end, ...parts.map((part) => part.end));
  const message = `各项与总数不符：${sum}，文中写的是${one.quantity.written}；请核对总数和各项。`;
  ledger.tell("sum", { start, end, message, sum, level });
}
