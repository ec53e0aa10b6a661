// Amounts that may be added up.

/** @typedef {import("./ledger.js").Ledger} Ledger */
/** @typedef {import("../../prose/types.js").Statement} Statement */

export const LONGEST_GAP = 28;

/** @param {Statement} one */
export function isAmount({ kind, quantity }) {
  return (kind === "value" || kind === "whole") && quantity.unit !== "%" && quantity.unit !== "‰";
}

/**
 * Whether a figure may be part or whole of a share: 增加到12家 as well.
 * @param {Statement} one
 */
export function isOperand(one) {
  return isAmount(one) || (one.kind === "to" && one.quantity.unit !== "%" && one.quantity.unit !== "‰");
}

const PEOPLE = ["人", "例", "人次", "例次"];

/**
 * Whether numbers of two units may count the same: 例 and 人, 次 and 车次.
 * @param {string} a
 * @param {string} b
 */
export function sameThings(a, b) {
  if (a === b || (PEOPLE.includes(a) && PEOPLE.includes(b))) return true;
  return (a === "次" && b.endsWith("次")) || (b === "次" && a.endsWith("次"));
}

const COUNTED = new Set(["人", "例", "份", "户", "家", "张", "件", "对", "人次", "例次", "名"]);

/**
 * Whether one may be counted of the other, as people who answered of the sheets that came back.
 * @param {string} a
 * @param {string} b
 */
export function comparableThings(a, b) {
  return sameThings(a, b) || (COUNTED.has(a) && COUNTED.has(b));
}

/** @param {Statement} one */
export function isClear({ quantity }) {
  return !quantity.rough && !quantity.range;
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
