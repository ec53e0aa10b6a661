// What is left over of a whole: 其余……, 不合格……

import { isSlip } from "./chance.js";
import { isClear, isSum, tell } from "./amounts.js";
import { digitsLike } from "./intervals.js";
import { plain } from "./written.js";

/** @typedef {import("./ledger.js").Ledger} Ledger */
/** @typedef {import("../../prose/types.js").Statement} Statement */

const REST = /(?:余|其他|[另还尚仍]有|未[^，。；]{1,4}|还剩|正在|待)[^，。；、0-9]{0,8}$/;
const CLEAR_REST = /[其剩尚]余|还剩|[尚仍还]有/;
// what is left over from those that passed
const FAILED = /(?:不能?|未能?|没有|没|尚未|无)(证|[一-鿿]{2})[^，。；、0-9]{0,6}$/;
const LACKING = /[漏缺]|未[^，]*，/;
const UNDER_WAY = /(?:正在|待)[^，。；、0-9]{1,4}$/; // 已办结139件，正在办理4件
const AFTERWARDS = /后[^，。；]{0,4}(?:[还仍尚]有|还剩)/; // 补考后还有4人: something has happened in between

/**
 * Whether an amount may be what is left over.
 * @param {Statement} one
 */
export function isRest({ clause }) {
  return REST.test(clause) || FAILED.test(clause);
}

/**
 * @param {Statement} one
 * @param {Statement[]} amounts before it in its sentence
 * @param {Statement[]} near those of the sentences before
 * @param {Ledger} ledger
 */
export function checkRest(one, amounts, near, ledger) {
  const same = amounts.filter(({ quantity }) => quantity.unit === one.quantity.unit);
  const earlier = near.filter(({ quantity }) => quantity.unit === one.quantity.unit);
  if (earlier.some((whole) => leavesSome(whole, same, one))) return void ledger.pass("sum");
  if (same.length < 2) return;
  if (AFTERWARDS.test(one.clause) || !isClear(one) || !same.every(isClear)) return void ledger.skip("sum");
  if (same.some((whole, index) => leavesSome(whole, same.slice(index + 1), one))) return void ledger.pass("sum");
  if (isSum(/** @type {Statement} */ (same.at(-1)), [...same.slice(-2, -1), one])) return void ledger.pass("sum");
  if (!isClearRest(one, /** @type {Statement} */ (same.at(-1)))) return void ledger.skip("sum");
  const [whole, part] = same.slice(-2).sort((a, b) => b.quantity.value - a.quantity.value);
  const value = (whole?.quantity.value ?? 0) - (part?.quantity.value ?? 0);
  if (!whole || !part || value <= 0) return void ledger.skip("sum");
  const sum = `${plain(whole.quantity)}−${plain(part.quantity)}=${digitsLike(value, one.quantity)}`;
  if (same.length > 2 && !isSlip(one, value)) return void ledger.skip("sum");
  tell(one, [whole, part], { sum, level: same.length === 2 ? "error" : "warning" }, ledger);
}

/**
 * Whether an amount is surely what is left over: it says so, or it failed where the one before it passed.
 * @param {Statement} one
 * @param {Statement} before
 */
function isClearRest(one, before) {
  const [, passed] = FAILED.exec(one.clause) ?? [];
  if (UNDER_WAY.test(one.clause)) return /^(?:其中)?已/.test(before.clause);
  if (LACKING.test(before.clause + before.after)) return false; // 260人漏种，年底还有89人: of those
  return CLEAR_REST.test(one.clause) || (passed !== undefined && before.clause.includes(passed) && !/不|未|没有/.test(before.clause));
}

/**
 * Whether some amounts that follow each other leave it of a whole.
 * @param {Statement} whole
 * @param {Statement[]} parts
 * @param {Statement} rest
 */
function leavesSome(whole, parts, rest) {
  return parts.some((_, from) => parts.some((__, to) => to >= from && isSum(whole, [...parts.slice(from, to + 1), rest])));
}
