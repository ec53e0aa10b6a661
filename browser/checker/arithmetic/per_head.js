// Checks amounts per head: 人均, 户均, 次均, 平均每……, from the amount and the number that stand before.

import { paragraphBefore } from "./frames.js";
import { digitsLike, isSlip, known, ratio, verdict } from "./intervals.js";
import { plain } from "./written.js";

/** @typedef {import("./ledger.js").Ledger} Ledger */
/** @typedef {import("../../prose/types.js").Prose} Prose */
/** @typedef {import("../../prose/types.js").Statement} Statement */
/** @typedef {{ amount: Statement, count: Statement }} Pair */

const MONEY = /费用|收入/; // what patients pay is what a hospital takes
const MOST = 200; // amounts of a text that may have been divided

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

const SORTS = [["门诊", "门急诊"], ["住院", "出院"]]; // what is told of one is not told of the other
const EACH = /^(?:每|单价)[^，。；0-9]{0,6}$/; // 120间，每间1.62万元，共194.4万元

/**
 * @param {Prose} prose
 * @param {Statement[][]} sentences
 * @param {Ledger} ledger
 */
export function checkPerHead(prose, sentences, ledger) {
  const all = sentences.flat().filter(isDivided).slice(0, MOST);
  sentences.forEach((statements, index) => {
    const near = paragraphBefore(prose.sentences, sentences, index).filter(isDivided);
    statements.forEach((one, at) => {
      if (checkMultiplied(statements, at, ledger) || one.kind !== "per") return;
      checkOne(one, statements.slice(0, at).filter(isDivided), near, all, ledger);
    });
  });
}

/** @param {Statement} one */
function isDivided({ kind, part, quantity }) {
  return (kind === "value" || kind === "to") && !part && !quantity.rough && !quantity.range;
}

/**
 * Holds a price against the number before and the sum behind it.
 * @param {Statement[]} statements
 * @param {number} at
 * @param {Ledger} ledger
 */
function checkMultiplied(statements, at, ledger) {
  const [count, each, sum] = [statements[at - 1], statements[at], statements[at + 1]];
  if (!count || !each || !sum || !EACH.test(each.clause) || !/^，(?:共|合计|总)/.test(sum.before) || sum.quantity.unit !== each.quantity.unit) return false;
  if (count.kind !== "value" || ![count, each, sum].every(({ quantity }) => !quantity.rough && !quantity.range)) return false;
  const value = count.quantity.value * each.quantity.value;
  const [low, high] = known(each.quantity);
  const written = `${plain(count.quantity)}×${plain(each.quantity)}=${digitsLike(value, sum.quantity)}`;
  ledger.hold("per-head", sum, { expected: [low * count.quantity.value, high * count.quantity.value], value, sum: written });
  return true;
}

/**
 * @param {Statement} one
 * @param {Statement[]} before
 * @param {Statement[]} near
 * @param {Statement[]} all
 * @param {Ledger} ledger
 */
function checkOne(one, before, near, all, ledger) {
  const own = pairsIn(one, before);
  const around = pairsIn(one, [...near, ...before]);
  const named = pairsIn(one, all).filter((pair) => isOfOneSort(one, pair));
  if (own.length + around.length + named.length === 0) return void ledger.skip("per-head");
  if ([...own, ...around, ...named].some((pair) => fits(one, pair))) return void ledger.pass("per-head");
  const slip = [...around, ...named].find(({ amount, count }) => isSlip(one, amount.quantity.value / count.quantity.value));
  const pair = slip ?? own.at(-1);
  if (!pair) return void ledger.skip("per-head");
  const { amount, count } = pair;
  const value = amount.quantity.value / count.quantity.value;
  const sum = `${plain(amount.quantity)}÷${plain(count.quantity)}=${digitsLike(value, one.quantity)}`;
  const expected = ratio(known(amount.quantity), known(count.quantity));
  const close = Math.max(value / one.quantity.value, one.quantity.value / value) < 1.6;
  ledger.hold("per-head", one, { expected, value, sum, sure: slip !== undefined || (own.length === 1 && close) });
}

/**
 * The amounts that may have been divided, each with what it may have been divided by.
 * @param {Statement} one
 * @param {Statement[]} amounts
 * @returns {Pair[]}
 */
function pairsIn(one, amounts) {
  const units = DIVISORS.find(([word]) => word.test(one.clause))?.[1] ?? [];
  const named = NAMED.exec(one.clause)?.[1] ?? "";
  const divided = amounts.filter(({ quantity, clause }) => quantity.unit === one.quantity.unit && quantity.value > one.quantity.value && isAlike(named, clause));
  const [unit] = units.filter((each) => amounts.some(({ quantity }) => quantity.unit === each && each !== one.quantity.unit));
  const divisors = amounts.filter(({ quantity }) => quantity.unit === unit && quantity.value > 0);
  return divided.flatMap((amount) => divisors.map((count) => ({ amount, count })));
}

/**
 * Whether an amount and its divisor are of the sort that the figure names: 门诊次均费用, of 门诊收入 and 门急诊人次.
 * @param {Statement} one
 * @param {Pair} pair
 */
function isOfOneSort({ clause }, { amount, count }) {
  const sort = SORTS.find((words) => words.some((word) => clause.includes(word)));
  return sort !== undefined && [amount, count].every((each) => sort.some((word) => each.clause.includes(word)));
}

/**
 * Whether what is divided may be what an amount tells of: two characters in a row are the same, or it has no name.
 * @param {string} named
 * @param {string} clause
 */
function isAlike(named, clause) {
  return named === "" || (MONEY.test(named) && MONEY.test(clause)) || Array.from(named).some((_, at) => at > 0 && clause.includes(named.slice(at - 1, at + 1)));
}

/**
 * @param {Statement} one
 * @param {Pair} pair
 */
function fits(one, { amount, count }) {
  return verdict(one.quantity, ratio(known(amount.quantity), known(count.quantity))) === "right";
}
