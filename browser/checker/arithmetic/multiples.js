// Multiples and doublings: 增长2倍, 是上年的3倍, 翻一番.

import { fixed, known, ratio, isRight, timesApart } from "./intervals.js";
import { plain } from "./written.js";

/** @typedef {import("./ledger.js").Ledger} Ledger */
/** @typedef {import("../../prose/types.js").Statement} Statement */
/** @typedef {import("../../prose/types.js").Quantity} Quantity */

const FAR = 3; // how many times a multiple may be the computed one and still be of the same two amounts

/**
 * Holds a multiple against the amounts beside it: 是9月（209人次）的4倍, 前者是后者的2.7倍, or the only two of its sentence.
 * @param {Statement} multiple
 * @param {import("./passages.js").Passage} passage
 * @param {Ledger} ledger
 */
export function checkTimes(multiple, { statements, near }, ledger) {
  const before = levels(statements.slice(0, statements.indexOf(multiple)));
  const all = [...levels(near), ...before];
  if (multiple.sign !== 0 || !/的\s?$/.test(multiple.before)) return void ledger.skip("multiple");
  const right = all.some((a) =>
    all.some((b) => a !== b && a.quantity.unit === b.quantity.unit && isTimes(multiple.quantity, a.quantity, b.quantity)),
  );
  const last = before.at(-1);
  const same = before.filter(({ quantity }) => quantity.unit === last?.quantity.unit);
  const [a, b] = same.slice(-2);
  const beside = last?.bracketed === true || multiple.clause.includes("后者") || (same.length === 2 && /占|是/.test(multiple.clause));
  if (right) return void ledger.pass("multiple");
  if (!a || !b || !beside) return void ledger.skip("multiple");
  const [now, than] = last?.bracketed || a.quantity.value > b.quantity.value ? [a, b] : [b, a];
  if (timesApart(now.quantity.value / than.quantity.value, multiple.quantity.value) < FAR) {
    checkMultiple({ ...multiple, clause: "的" }, now.quantity, than.quantity, ledger);
  }
}

/** @param {Statement[]} statements */
function levels(statements) {
  return statements.filter(
    ({ kind, quantity }) => ["value", "to", "prior", "per", "share"].includes(kind) && quantity.value > 0 && !quantity.rough,
  );
}

/**
 * @param {Quantity} times
 * @param {Quantity} a
 * @param {Quantity} b
 */
function isTimes(times, a, b) {
  const [low, high] = ratio(known(a), known(b));
  return times.decimals > 0 ? isRight(times, [low, high]) : isNear(times, low, high);
}

/**
 * @param {Quantity} times in words
 * @param {number} low
 * @param {number} high
 */
function isNear({ value }, low, high) {
  return low <= value + 0.35 && high >= value - 0.1;
}

/**
 * @param {Statement} multiple
 * @param {Quantity} now
 * @param {Quantity} before
 * @param {Ledger} ledger
 */
export function checkMultiple(multiple, now, before, ledger) {
  const { quantity, clause, sign } = multiple;
  const times = ratio(known(now), known(before));
  const doubled = quantity.unit === "番";
  const more = !doubled && sign > 0;
  if (sign < 0) return void ledger.skip("multiple");
  const [low, high] = doubled ? [Math.log2(times[0]), Math.log2(times[1])] : more ? [times[0] - 1, times[1] - 1] : times;
  if (!doubled && !more && !clause.endsWith("的")) return void ledger.skip("multiple");
  const exact = now.value / before.value - (more ? 1 : 0);
  const sum = `${plain(now)}÷${plain(before)}=${fixed(now.value / before.value, 2)}`;
  if (quantity.chinese || doubled) holdNumeral(multiple, [low, high], sum, ledger);
  else ledger.hold("multiple", multiple, { expected: [low, high], value: exact, sum });
}

/**
 * @param {Statement} multiple
 * @param {import("./intervals.js").Interval} expected
 * @param {string} sum
 * @param {Ledger} ledger
 */
function holdNumeral({ start, end, quantity }, [low, high], sum, ledger) {
  if (quantity.rough) return void ledger.skip("multiple");
  if (isNear(quantity, low, high)) return void ledger.pass("multiple");
  ledger.tell("multiple", { start, end, message: `与文中的数不符：${sum}。`, sum });
}
