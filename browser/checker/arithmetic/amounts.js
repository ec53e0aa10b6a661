// Amounts that may be added up.

/** @typedef {import("./ledger.js").Ledger} Ledger */
/** @typedef {import("../../prose/types.js").Statement} Statement */

export const LONGEST_GAP = 28;

/** @param {Statement} one */
export function isAmount({ kind, quantity }) {
  return (kind === "value" || kind === "whole") && quantity.unit !== "%" && quantity.unit !== "‰";
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
