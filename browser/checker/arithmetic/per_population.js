// Checks figures for so many people: 每千人口床位6.08张, 每10万人口32.0台, from the amount and the number of people.

import { likeness } from "./chance.js";
import { digitsLike, known, ratio, verdict } from "./intervals.js";
import { plain } from "./written.js";

/** @typedef {import("./ledger.js").Ledger} Ledger */
/** @typedef {import("../../prose/types.js").Statement} Statement */

const EACH = /每(百|千|万|10万|十万)(?:名|个|常住|服务|户籍)*(?:人口|老年人|居民|人)/;
const SIZES = /** @type {Record<string, number>} */ ({ 百: 100, 千: 1000, 万: 1e4, "10万": 1e5, 十万: 1e5 });
const PEOPLE = /人口|老年人|居民|常住|户籍/;
const EARLIER = /比|较|上年|去年|全省|全国|目标/;
const FEWEST = 1000; // people that anything is told for a thousand of
const FAR = 2;

/**
 * Whether a figure is told for so many people; where it is, it is held against the amounts before.
 * @param {Statement} one
 * @param {Statement[]} before
 * @param {Statement[]} all amounts of the text
 * @param {Ledger} ledger
 */
export function checkPerPopulation(one, before, all, ledger) {
  const size = SIZES[EACH.exec(one.clause)?.[1] ?? ""];
  if (size === undefined || EARLIER.test(one.clause)) return false;
  const people = [...new Set([...all, ...before])].filter(({ quantity, clause, after }) => quantity.unit === "人" && quantity.value >= FEWEST && (PEOPLE.test(clause) || after.startsWith("口")));
  const amounts = before.filter(({ quantity, kind }) => quantity.unit === one.quantity.unit && kind !== "per" && quantity.value > one.quantity.value);
  const pairs = amounts.flatMap((amount) => people.filter((each) => each !== amount).map((count) => trialOf(one, amount, count, size)));
  const close = pairs.length === 1 ? pairs : pairs.filter(({ value, expected }) => verdict(one.quantity, expected) === "right" || Math.max(value / one.quantity.value, one.quantity.value / value) < FAR || likeness(one.quantity.written, digitsLike(value, one.quantity)) < 1);
  const right = close.some(({ expected }) => verdict(one.quantity, expected) === "right");
  const last = close.at(-1);
  if (right || !last) return right ? ledger.pass("per-head") : ledger.skip("per-head") || true;
  ledger.hold("per-head", one, last);
  return true;
}

/**
 * @param {Statement} one
 * @param {Statement} amount
 * @param {Statement} count
 * @param {number} size
 */
function trialOf(one, amount, count, size) {
  const value = (amount.quantity.value / count.quantity.value) * size;
  const sum = `${plain(amount.quantity)}÷${plain(count.quantity)}×${String(size)}=${digitsLike(value, one.quantity)}`;
  return { value, sum, expected: ratio(known(amount.quantity), known(count.quantity), size) };
}
