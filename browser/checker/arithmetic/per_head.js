// Checks amounts per head: 人均, 户均, 次均, 平均每……, from the amount and the number that stand before.

import { digitsLike, known, ratio, verdict } from "./intervals.js";
import { plain } from "./written.js";

/** @typedef {import("./ledger.js").Ledger} Ledger */
/** @typedef {import("../../prose/types.js").Statement} Statement */

/** @type {[RegExp, string[]][]} what is divided by, by the word */
const DIVISORS = [
  [/每人次|次均|例均|每次|每例|均次/, ["人次", "次", "例", "例次", "人"]],
  [/人均|每人|每名|每位/, ["人", "人次"]],
  [/户均|每户|每家/, ["户", "家", "户次"]],
  [/每床|床均|每张/, ["张"]],
  [/校均|村均|每个|每校|每村/, ["个", "所"]],
  [/每场/, ["场"]],
  [/每期/, ["期"]],
];

const NAMED = /(?:人次|人|户|次|例|床)均([一-鿿]{2,6})/; // 人均筹资: what is divided

/**
 * @param {Statement[][]} sentences
 * @param {Ledger} ledger
 */
export function checkPerHead(sentences, ledger) {
  for (const statements of sentences) {
    statements.forEach((one, at) => {
      if (one.kind === "per") checkOne(one, statements.slice(0, at), ledger);
    });
  }
}

/**
 * @param {Statement} one
 * @param {Statement[]} before
 * @param {Ledger} ledger
 */
function checkOne(one, before, ledger) {
  const units = DIVISORS.find(([word]) => word.test(one.clause))?.[1] ?? [];
  const named = NAMED.exec(one.clause)?.[1] ?? "";
  const amounts = before.filter(({ kind, part }) => (kind === "value" || kind === "to") && !part);
  const divided = amounts.filter(({ quantity }) => quantity.unit === one.quantity.unit && quantity.value > one.quantity.value).filter(({ clause }) => isAlike(named, clause));
  const [unit] = units.filter((each) => amounts.some(({ quantity }) => quantity.unit === each && each !== one.quantity.unit));
  const divisors = amounts.filter(({ quantity }) => quantity.unit === unit && quantity.value > 0);
  const pairs = divided.flatMap((amount) => divisors.map((count) => ({ amount, count }))).filter(isClear);
  if (pairs.length === 0) return void ledger.skip("per-head");
  if (pairs.some(({ amount, count }) => fits(one, amount, count))) return void ledger.pass("per-head");
  const { amount, count } = /** @type {{ amount: Statement, count: Statement }} */ (pairs.at(-1));
  const value = amount.quantity.value / count.quantity.value;
  const sum = `${plain(amount.quantity)}÷${plain(count.quantity)}=${digitsLike(value, one.quantity)}`;
  const expected = ratio(known(amount.quantity), known(count.quantity));
  const close = Math.max(value / one.quantity.value, one.quantity.value / value) < 1.6;
  ledger.hold("per-head", one, { expected, value, sum, sure: pairs.length === 1 && close });
}

/**
 * Whether what is divided may be what an amount tells of: two characters in a row are the same, or it has no name.
 * @param {string} named
 * @param {string} clause
 */
function isAlike(named, clause) {
  return named === "" || Array.from(named).some((_, at) => at > 0 && clause.includes(named.slice(at - 1, at + 1)));
}

/** @param {{ amount: Statement, count: Statement }} pair */
function isClear({ amount, count }) {
  return [amount, count].every(({ quantity }) => !quantity.rough && !quantity.range);
}

/**
 * @param {Statement} one
 * @param {Statement} amount
 * @param {Statement} count
 */
function fits(one, amount, count) {
  return verdict(one.quantity, ratio(known(amount.quantity), known(count.quantity))) === "right";
}
