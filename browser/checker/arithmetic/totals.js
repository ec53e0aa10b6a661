// A total behind its parts: ……，合计……

import { hasSlip, isSlip } from "./chance.js";
import { LONGEST_GAP, added, isClear, isSum, tell } from "./amounts.js";
import { sumOf } from "./written.js";

/** @typedef {import("./ledger.js").Ledger} Ledger */
/** @typedef {import("../../prose/types.js").Statement} Statement */

const TOTAL = /(?:^|[，,、；;（(])(?:以上|上述)?(?:[两二三四五六各几](?:[项者类种级个科地区家院所组][一-鿿]?)?)?(?:[合共总累]计|[总合]?共|[加合]起来|相加)[^，。；、0-9]{0,6}$/;
const NAMED_TOTAL = /(?:^|[，,、；;])[^，。；、0-9]{2,8}[合共总]计[^，。；、0-9]{0,4}$/; // 罚没款合计
const CLEAR_TOTAL = /[合共总]计|[总合]共/;

/**
 * Whether an amount may be the total of those before it.
 * @param {Statement} one
 */
export function isTotal({ before }) {
  return TOTAL.test(before) || NAMED_TOTAL.test(before);
}

/**
 * @param {Statement} one
 * @param {Statement[]} amounts before it in its sentence
 * @param {Ledger} ledger
 */
export function checkTotal(one, amounts, ledger) {
  const same = amounts.filter(({ quantity }) => quantity.unit === one.quantity.unit);
  const last = same.at(-1);
  if (same.length < 2 || !last) return;
  if (!isClear(one) || !same.every(isClear)) return void ledger.skip("sum");
  const runs = same.map((_, index) => same.slice(index)).filter(({ length, 0: first }, index) => length > 1 && (index === 0 || !/^(?:、|和|及)/.test(first?.before ?? "")));
  const right = runs.some((parts) => isSum(one, parts));
  if (right) return void ledger.pass("sum");
  if (!CLEAR_TOTAL.test(one.before) && (/累计|[；;]/.test(one.before) || one.start - last.end > 8)) return;
  const parts = joined(same);
  const value = added(parts);
  if (!TOTAL.test(one.before) && !isSlip(one, value) && !(parts.length > 2 && hasSlip(one, parts, 3))) return void ledger.skip("sum");
  const others = amounts.some((other) => other.start > (parts[0]?.start ?? 0) && !parts.includes(other));
  if (parts.length < 2 || others) return void ledger.skip("sum"); // 486家、学校53所，共…… counts both
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
