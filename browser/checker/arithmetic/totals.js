// A total behind its parts: ……，合计……

import { mistyped } from "./chance.js";
import { LONGEST_GAP, isClear, isSum, tell } from "./amounts.js";
import { digitsLike } from "./intervals.js";
import { sumOf } from "./written.js";

/** @typedef {import("./ledger.js").Ledger} Ledger */
/** @typedef {import("../../prose/types.js").Statement} Statement */

const TOTAL = /(?:^|[，,、；;（(])(?:以上|上述)?(?:[两二三四五六各几](?:[项者类种级个科地区家院所组][一-鿿]?)?)?(?:合计|共计|总计|累计|总共|合共|共|加起来|合起来|相加)[^，。；、0-9]{0,6}$/;
const NAMED_TOTAL = /(?:^|[，,、；;])[^，。；、0-9]{2,8}(?:合计|共计|总计)[^，。；、0-9]{0,4}$/; // 罚没款合计
const CLEAR_TOTAL = /合计|共计|总计|总共|合共/;

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
  if (!TOTAL.test(one.before) && !looksMistyped(one, parts)) return void ledger.skip("sum");
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

/**
 * Whether a total is the sum of the parts, mistyped.
 * @param {Statement} one
 * @param {Statement[]} parts
 */
function looksMistyped({ quantity }, parts) {
  const sum = parts.reduce((all, part) => all + part.quantity.value, 0);
  const digits = digitsLike(sum, quantity);
  if (digits.replace(/[^0-9]/g, "").length > 2 && mistyped(quantity.written, digits)) return true;
  return parts.length > 2 && parts.some((part) => isMistypedPart(part.quantity, quantity.value - sum + part.quantity.value));
}

/**
 * Whether a part, of three digits at least, is what the others leave of the total, mistyped.
 * @param {import("../../prose/types.js").Quantity} part
 * @param {number} meant
 */
function isMistypedPart(part, meant) {
  const digits = digitsLike(Math.max(0, meant), part);
  return digits.replace(/[^0-9]/g, "").length > 2 && mistyped(part.written, digits);
}
