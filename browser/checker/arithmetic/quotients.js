// Which amounts a figure per head may be the quotient of: of its unit and name, by those that it is told for.

import { isCounted } from "./amounts.js";
import { bedFigure, countsNoun, countsPlaces, divisorUnits, isNamedDivisor, isOpen, isPopulation, peopleOf } from "./divisors.js";
import { known, ratio, isRight } from "./intervals.js";

/** @typedef {import("../../prose/types.js").Statement} Statement */
/** @typedef {{ amount: Statement, count: Statement, factor: number }} Pair of how many of the count the figure tells */

const MONEY = /费用|收入/; // what patients pay is what a hospital takes
const KIND = /自付|自费|(?<!医)药/; // a part of it
const SORTS = [
  ["门诊", "门急诊"],
  ["住院", "出院"],
]; // what is told of one is not told of the other
const NAMED = /(?:[人户次例床辆车场]均|人口)([^均]{2,})$/; // 人均筹资: what is divided
const SUBJECT = /^([一-鿿]{2,}?)(?:发生率)?[为是]?每[百千万]/; // 跌倒为每千床日
const VISITS = /诊/; // 人均就诊, of 总诊疗
const FILLING = /平均|分别|拥有|配备|达到?|只有|[的为有约仅]/g;

/** @param {Pair} pair */
export function quotient({ amount, count, factor }) {
  return ratio(known(amount.quantity), known(count.quantity), factor);
}

/**
 * The amounts that may have been divided, each with what it may have been divided by.
 * @param {Statement} one
 * @param {Statement[]} amounts
 * @returns {Pair[]}
 */
export function pairsIn(one, amounts) {
  const people = peopleOf(one);
  const named = nameOf(one);
  const divided = amounts.filter(
    (each) =>
      (isRate(one.quantity) ? isOfRate(each, one) : isOfUnit(each.quantity.unit, one) && isAlike(one.clause, named, each.clause)) &&
      (people !== undefined || each.quantity.value > one.quantity.value),
  );
  const units = divisorUnits(one);
  const isCount = (/** @type {Statement} */ each) =>
    units.includes(each.quantity.unit) &&
    (each.quantity.unit === one.quantity.unit
      ? isNamedDivisor(one, each) || countsPlaces(one, each)
      : each.sentence === one.sentence || countsNoun(one, each));
  const isDivisor = (/** @type {Statement} */ each) => (people === undefined ? isCount(each) : isPopulation(one, each));
  const divisors = amounts.filter((each) => isDivisor(each) && each.quantity.value > 0);
  return divided.flatMap((amount) => divisors.filter((count) => count !== amount).map((count) => ({ amount, count, factor: people ?? 1 })));
}

/**
 * The same of a figure that hospitals have; days are those of the period, or as the text tells them.
 * @param {Statement} one
 * @param {Statement[]} amounts
 * @param {number | undefined} length in days
 * @returns {Pair[]}
 */
export function bedPairs(one, amounts, length) {
  const figure = bedFigure(one);
  if (!figure) return [];
  const times = figure.daily
    ? (amounts.filter(({ clause, quantity }) => quantity.unit === "天" && !clause.includes("日")).at(-1)?.quantity.value ?? length ?? NaN)
    : 1;
  const beds = amounts.filter(figure.isBy);
  const open = beds.filter(isOpen);
  const days = amounts.filter(figure.isByDays); // 实际开放总床日175200日
  const able = open.length > 0 ? open : beds;
  const timed = able.map((each) => ({ ...each, quantity: { ...each.quantity, value: each.quantity.value * times } }));
  const counts = days.length > 0 ? days : timed;
  return amounts
    .filter(figure.isOf)
    .flatMap((amount) => counts.map((count) => ({ amount, count, factor: figure.daily ? 100 : 1 })))
    .filter(({ count }) => count.quantity.value > 0);
}

/** @param {Statement} one */
export function nameOf({ clause, indicator }) {
  return (NAMED.exec(clause)?.[1] ?? SUBJECT.exec(indicator)?.[1] ?? "").replace(FILLING, "");
}

/** @param {import("../../prose/types.js").Quantity} quantity */
function isRate({ unit }) {
  return unit === "‰" || unit === "/10万";
}

/**
 * Whether a rate of so many people may tell of an amount: 死亡4872例，粗死亡率.
 * @param {Statement} each
 * @param {Statement} one
 */
function isOfRate({ indicator, clause, quantity, start }, one) {
  const name = /(..)率/.exec(one.clause)?.[1] ?? "率";
  return (
    start < one.start &&
    isCounted(quantity.unit) &&
    ((indicator + clause).includes(name) || (name.endsWith("病") && /报告|新发/.test(indicator + clause)))
  );
}

/**
 * The amounts that may have been divided by the days or months of the period.
 * @param {Statement} one
 * @param {Statement[]} amounts
 * @param {number | undefined} times
 * @returns {Pair[]}
 */
export function overTime(one, amounts, times) {
  if (times === undefined) return [];
  const count = { ...one, quantity: { ...one.quantity, value: times, half: 0, scale: 1, decimals: 0 } };
  return amounts
    .filter(({ quantity }) => isOfUnit(quantity.unit, one) && quantity.value > one.quantity.value)
    .map((amount) => ({ amount, count, factor: 1 }));
}

/**
 * Whether an amount may have been divided into a figure: 元 into 元, 户次 into 次.
 * @param {string} unit
 * @param {Statement} one
 */
export function isOfUnit(unit, { quantity }) {
  return unit === quantity.unit || (quantity.unit === "次" && unit.endsWith("次"));
}

/**
 * Whether an amount and its divisor are of the sort that the figure names: 门诊次均费用, of 门诊收入 and 门急诊人次.
 * @param {Statement} one
 * @param {Pair} pair
 */
export function isOfOneSort({ clause }, { amount, count }) {
  const sort = SORTS.find((words) => words.some((word) => clause.includes(word)));
  return sort !== undefined && [amount, count].every((each) => sort.some((word) => each.clause.includes(word)));
}

/**
 * Whether what is divided may be what an amount tells of: two characters in a row are the same, or it has no name.
 * @param {string} told
 * @param {string} named
 * @param {string} clause
 */
function isAlike(told, named, clause) {
  const kind = KIND.exec(told)?.[0] ?? "";
  if (!clause.includes(kind)) return false;
  return (
    named === "" ||
    [MONEY, VISITS].some((words) => words.test(named) && words.test(clause)) ||
    Array.from(named).some((_, at) => at > 0 && clause.includes(named.slice(at - 1, at + 1)))
  );
}

/**
 * @param {Statement} one
 * @param {Pair} pair
 */
export function fits(one, pair) {
  return isRight(one.quantity, quotient(pair));
}
