// A total behind its parts: ……，合计……

import { LONGEST_GAP, comparableThings, isClear, isSum, tell } from "./amounts.js";
import { digitsLike, mistyped } from "./intervals.js";
import { sumOf } from "./written.js";

/** @typedef {import("./ledger.js").Ledger} Ledger */
/** @typedef {import("../../prose/types.js").Statement} Statement */

const TOTAL = /(?:^|[，,、；;（(])(?:以上|上述)?(?:[两二三四五六各几][项者类种级个]?)?(?:合计|共计|总计|累计|总共|合共|共|加起来|相加)[^，。；、0-9]{0,6}$/;
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
 * @param {Statement[]} near those of the sentences before
 * @param {Ledger} ledger
 */
export function checkTotal(one, amounts, near, ledger) {
  const same = amounts.filter(({ quantity }) => quantity.unit === one.quantity.unit);
  const last = same.at(-1);
  if (same.length < 2 || !last) {
    checkPair(one, near, ledger);
    return;
  }
  if (!isClear(one) || !same.every(isClear)) return void ledger.skip("sum");
  const runs = same.map((_, index) => same.slice(index)).filter(({ length, 0: first }, index) => length > 1 && (index === 0 || !/^(?:、|和|及)/.test(first?.before ?? "")));
  const right = runs.some((parts) => isSum(one, parts));
  if (right) return void ledger.pass("sum");
  if (!CLEAR_TOTAL.test(one.before) && (/[；;]/.test(one.before) || one.start - last.end > 8)) return;
  const parts = joined(same);
  if (!TOTAL.test(one.before) && !looksMistyped(one, parts)) return void ledger.skip("sum");
  const others = amounts.some((other) => other.start > (parts[0]?.start ?? 0) && !parts.includes(other));
  if (parts.length < 2 || others) return void ledger.skip("sum"); // 486家、学校53所，共…… counts both
  const value = parts.reduce((sum, { quantity }) => sum + quantity.value, 0);
  tell(one, parts, { sum: sumOf(parts, value), level: "error" }, ledger);
}

/**
 * 两病合计 and the like: two amounts of the sentences before, named alike.
 * @param {Statement} one
 * @param {Statement[]} near
 * @param {Ledger} ledger
 */
function checkPair(one, near, ledger) {
  if (!/[两二][^，。；、0-9]{1,3}(?:患者)?[^，。；、0-9]{0,4}(?:合计|共计|共|总计)/.test(one.clause)) return;
  const same = near.filter(({ quantity }) => comparableThings(quantity.unit, one.quantity.unit));
  const pairs = same.flatMap((a, at) => same.slice(at + 1).map((b) => [a, b]));
  if (pairs.some((pair) => isSum(one, pair))) return void ledger.pass("sum");
  const pair = pairs.find((both) => looksMistyped(one, both) && areAlike(both));
  if (!pair || ![one, ...pair].every(isClear)) return void ledger.skip("sum");
  const value = pair.reduce((sum, { quantity }) => sum + quantity.value, 0);
  ledger.hold("sum", one, { expected: [value, value], value, sum: sumOf(pair, value) });
}

/**
 * Whether amounts are named with the same words at the beginning or the end: 在管高血压患者, 在管糖尿病患者.
 * @param {Statement[]} parts
 */
function areAlike([one, other]) {
  const [a, b] = [one?.indicator ?? "", other?.indicator ?? ""];
  return a !== "" && b !== "" && (a.slice(0, 2) === b.slice(0, 2) || a.slice(-2) === b.slice(-2));
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
