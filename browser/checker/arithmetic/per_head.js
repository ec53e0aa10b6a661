// Checks amounts per head: 人均, 户均, 次均, 平均每……, from the amount and the number that stand before.

import { isClear, isDivided } from "./amounts.js";
import { sameDigits, tellingDigits } from "./chance.js";
import { bedFigure, divisorUnits, isNamedDivisor, peopleOf, timesOf } from "./divisors.js";
import { guess } from "./guess.js";
import { digitsLike, known, timesApart } from "./intervals.js";
import { bedPairs, fits, isOfOneSort, isOfUnit, nameOf, overTime, pairsIn, quotient } from "./quotients.js";
import { plain } from "./written.js";

/** @typedef {import("./ledger.js").Ledger} Ledger */
/** @typedef {import("../../prose/types.js").Statement} Statement */
/** @typedef {import("./quotients.js").Pair} Pair */

const TWICE = /每.*每(?:年|月|天|日|次|周|季)/; // 每人每月
const TIMES = /[两二三四五六七八九十]个?(?:学[期年]|[年月季周天次轮期场])|全学?年/; // 两个学期36个班
const TOGETHER = /共|合计|总/;
const [FAR, FARTHEST] = [2, 4]; // how many times a printed figure may be the computed one and still be of the same two amounts
const PLAUSIBLE = 0.1; // of a figure whose operands are named

const OTHER = /去年|同期|上[年月季期]|^其中|[低高]于|影响|未|不足|要求|目标|标准|的(?:平均)?每|[由从]$/; // of figures that are not told

/**
 * @param {import("./passages.js").Passage[]} passages
 * @param {import("./passages.js").Figures} figures
 * @param {Ledger} ledger
 */
export function checkPerHead(passages, figures, ledger) {
  for (const { statements, near } of passages) {
    statements.forEach((one, at) => {
      if (!(one.kind === "per" || peopleOf(one) || bedFigure(one)) || OTHER.test(one.clause) || one.quantity.unit === "分") return;
      if (!checkTimes(one, statements, at, ledger) && !isOfPart(one, statements.slice(0, at))) {
        checkOne(one, statements.slice(0, at).filter(isDivided), near.filter(isDivided), figures, ledger);
      }
    });
  }
}

/**
 * @param {Statement} count
 * @param {Statement} each
 * @param {Statement} sum
 * @param {number} terms for each of which it is told
 * @param {Ledger} ledger
 */
function holdProduct(count, each, sum, terms, ledger) {
  const times = count.quantity.value * terms;
  const value = times * each.quantity.value;
  const [low, high] = known(each.quantity);
  const factor = terms > 1 ? `×${String(terms)}` : "";
  const written = `${plain(count.quantity)}×${plain(each.quantity)}${factor}=${digitsLike(value, sum.quantity)}`;
  ledger.hold("per-head", sum, { expected: [low * times, high * times], value, sum: written });
}

/**
 * Holds a figure for each against the total behind it: 每班8节，36个班总计288节; 792人，平均每人18元，共1.43万元.
 * @param {Statement} each
 * @param {Statement[]} statements
 * @param {number} at
 * @param {Ledger} ledger
 */
function checkTimes(each, statements, at, ledger) {
  const next = statements.slice(at + 1, at + 3).filter(isClear);
  const sum = next.find(({ clause, quantity }) => quantity.unit === each.quantity.unit && TOGETHER.test(clause));
  if (!sum || !isClear(each) || TWICE.test(each.clause)) return false;
  const units = divisorUnits(each);
  const able = (/** @type {Statement[]} */ list) =>
    list.filter((one) => one !== sum && isDivided(one) && units.includes(one.quantity.unit));
  const [count, ...others] = able(next).length > 0 ? able(next) : able(statements.slice(0, at));
  const words = `${each.clause}${each.after}${sum.before}`;
  const terms = /每(?:个)?学期/.test(words) && words.includes("学年") ? 2 : 1;
  if (!count || others.length > 0 || (terms < 2 && TIMES.test(`${each.after}${sum.before}`))) return false;
  holdProduct(count, each, sum, terms, ledger);
  return true;
}

/**
 * @param {Statement} one
 * @param {Statement[]} before
 * @param {Statement[]} near
 * @param {import("./passages.js").Figures} figures
 * @param {Ledger} ledger
 */
function checkOne(one, before, near, { divided: all, operands, period }, ledger) {
  const [days, others] = [timesOf(one, period), [...near, ...before]];
  const beds = bedPairs(one, [...all, ...others], days);
  const own = pairsIn(one, before);
  const around = pairsIn(one, others);
  const everywhere = beds.length > 0 ? beds : [...pairsIn(one, all), ...overTime(one, [...all, ...before], days)];
  const named = everywhere.filter((pair) => isNamedPair(one, pair, before));
  const counted = everywhere
    .filter(({ amount, count }) => others.includes(amount) && count.start < one.start && isNamedDivisor(one, count))
    .sort(byCount);
  const last = before.slice(-2);
  const beside = own.find(({ amount, count }) => last.includes(amount) && last.includes(count));
  const told = counted.filter(({ amount }) => amount === before.at(-1));
  const likely = told.length > 0 ? told : beside && isTurned(one, beside) ? [beside] : distinct([...own, ...around, ...everywhere]);
  if (likely.some((each) => fits(one, each)) || isMadeOfParts(one, before, operands)) return void ledger.pass("per-head");
  const next = likely.filter(({ amount }) => amount === before.at(-1));
  const pair =
    counted.at(-1) ??
    (likely.length === 1 ? likely[0] : own.at(-1)) ??
    (tellingDigits(one.quantity.written) < 2 ? undefined : next[0]);
  if (pair && isNearTo(one, pair, own.length === 1 ? FARTHEST : FAR) && (counted.length > 0 || own.length < 2)) {
    ledger.hold("per-head", one, { ...trialOf(one, pair), expected: quotient(pair) });
    return;
  }
  const scopes = [own, around, [...counted, ...named]].map((pairs) => pairs.map((each) => trialOf(one, each)));
  guess("per-head", scopes, ledger, PLAUSIBLE);
}

/**
 * Whether the amount right before a figure makes it with one that is told as a part of others.
 * @param {Statement} one
 * @param {Statement[]} before
 * @param {Statement[]} operands
 */
function isMadeOfParts(one, before, operands) {
  const last = before.at(-1);
  return pairsIn(one, [...before.slice(-1), ...operands]).some((pair) => (pair.amount === last || pair.count === last) && fits(one, pair));
}

/**
 * Pairs that make different quotients.
 * @param {Pair[]} pairs
 */
function distinct(pairs) {
  return [...new Map(pairs.map((pair) => [quotient(pair).join(), pair])).values()];
}

/**
 * Whether the words or the place of a figure tell a pair from others.
 * @param {Statement} one
 * @param {Pair} pair
 * @param {Statement[]} before
 */
function isNamedPair(one, pair, before) {
  if (peopleOf(one) !== undefined || isOfOneSort(one, pair)) return true;
  return pair.count.start === one.start ? before.includes(pair.amount) : before.includes(pair.count) && nameOf(one) !== "";
}

/**
 * Whether a figure is so near to a quotient that it must be meant, or is that but for its decimal point.
 * @param {Statement} one
 * @param {Pair} pair
 * @param {number} far
 */
function isNearTo(one, pair, far) {
  const apart = timesApart(trialOf(one, pair).value, one.quantity.value);
  const tens = Math.log10(apart);
  return apart < far || (one.quantity.decimals > 0 && Math.abs(tens - Math.round(tens)) < 0.001);
}

/**
 * Whether a figure has the digits of a quotient in another order: 36 for 63.
 * @param {Statement} one
 * @param {Pair} pair
 */
function isTurned({ quantity }, { amount, count, factor }) {
  return sameDigits(quantity.written, digitsLike((amount.quantity.value / count.quantity.value) * factor, quantity));
}

/**
 * @param {Statement} figure
 * @param {Pair} pair
 * @returns {import("./guess.js").Trial}
 */
function trialOf(figure, { amount, count, factor }) {
  const [low, high] = known(figure.quantity).map((end) => (end * count.quantity.value) / factor);
  const value = (amount.quantity.value / count.quantity.value) * factor;
  const times = factor > 1 ? `×${String(factor)}` : "";
  const sum = `${plain(amount.quantity)}÷${plain(count.quantity)}${times}=${digitsLike(value, figure.quantity)}`;
  return { figure, value, sum, operands: [{ one: amount, low: low ?? 0, high: high ?? 0 }] };
}

/**
 * Whether a figure is told of a part only: 其中特困户20户，户均2000元.
 * @param {Statement} one
 * @param {Statement[]} before
 */
function isOfPart(one, before) {
  const units = divisorUnits(one);
  const last = before.filter(({ quantity }) => units.includes(quantity.unit) || isOfUnit(quantity.unit, one)).at(-1);
  return last?.part === true && units.includes(last.quantity.unit);
}

/**
 * Those that count the most last: all party members, and not the young ones.
 * @param {Pair} a
 * @param {Pair} b
 */
function byCount(a, b) {
  return a.count.quantity.value - b.count.quantity.value;
}
