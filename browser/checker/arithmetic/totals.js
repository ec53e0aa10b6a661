// A total behind its parts: ……，合计……

import { LONGEST_GAP, isClear, tell } from "./amounts.js";
import { known, total, verdict } from "./intervals.js";
import { sumOf } from "./written.js";

/** @typedef {import("./ledger.js").Ledger} Ledger */
/** @typedef {import("../../prose/types.js").Statement} Statement */

const TOTAL = /(?:^|[，,、；;（(])(?:以上|上述|三项|两项|四项|各项)?(?:合计|共计|总计|累计|总共|合共|共)[^，。；、0-9]{0,6}$/;
const CLEAR_TOTAL = /合计|共计|总计|总共|合共/;

/**
 * Whether an amount may be the total of those before it.
 * @param {Statement} one
 */
export function isTotal({ before }) {
  return TOTAL.test(before);
}

/**
 * @param {Statement} one
 * @param {Statement[]} amounts
 * @param {Ledger} ledger
 */
export function checkTotal(one, amounts, ledger) {
  const same = amounts.filter(({ quantity }) => quantity.unit === one.quantity.unit);
  const last = same.at(-1);
  if (same.length < 2 || !last) return;
  if (!isClear(one) || !same.every(isClear)) return void ledger.skip("sum");
  const runs = same.map((_, index) => same.slice(index)).filter(({ length }) => length > 1);
  const right = runs.some((parts) => verdict(one.quantity, total(parts.map(({ quantity }) => known(quantity)))) === "right");
  if (right) return void ledger.pass("sum");
  if (!CLEAR_TOTAL.test(one.before) && (/[；;]/.test(one.before) || one.start - last.end > 8)) return;
  const parts = joined(same);
  const others = amounts.some((other) => other.start > (parts[0]?.start ?? 0) && !parts.includes(other));
  if (parts.length < 2 || others) return void ledger.skip("sum"); // 486家、学校53所，共…… counts both
  const value = parts.reduce((sum, { quantity }) => sum + quantity.value, 0);
  tell(one, parts, { sum: sumOf(parts, value), level: "error" }, ledger);
}

/**
 * The last of the amounts that stand beside each other.
 * @param {Statement[]} same
 */
function joined(same) {
  let first = same.length - 1;
  while (first > 0 && (same[first]?.start ?? 0) - (same[first - 1]?.end ?? 0) <= LONGEST_GAP) first -= 1;
  return same.slice(first);
}
