// Which way a figure went: the word for it against the numbers.

import { oppositeOf } from "../../prose/directions.js";
import { isPrinted } from "./intervals.js";

/** @typedef {import("./ledger.js").Ledger} Ledger */
/** @typedef {import("../../prose/types.js").Statement} Statement */

/**
 * @param {Statement} one
 * @param {number} way
 * @param {Statement} value
 * @param {Statement} prior
 * @param {Ledger} ledger
 */
export function checkWay(one, way, value, prior, ledger) {
  if (way === 0 || one.sign === way) return void ledger.pass("direction");
  const order = `由${prior.quantity.written}到${value.quantity.written}是${way > 0 ? "上升" : "下降"}`;
  tellWay(one, `${order}，与“${one.verb?.word ?? ""}”不符。`, ledger);
}

/**
 * @param {Statement} one
 * @param {string} message
 * @param {Ledger} ledger
 */
function tellWay(one, message, ledger) {
  const { verb } = one;
  if (!verb) return;
  const suggestion = oppositeOf(verb.word);
  const end = verb.start + verb.word.length;
  ledger.tell("direction", { start: verb.start, end, message, ...(suggestion !== undefined && { suggestion }) });
}

/**
 * Whether difference and growth go different ways; the value tells which of them is wrong.
 * @param {Statement | undefined} value
 * @param {Statement} by
 * @param {Statement} rate
 * @param {Ledger} ledger
 */
export function contradict(value, by, rate, ledger) {
  if (by.sign === 0 || rate.sign === 0 || by.sign === rate.sign) return false;
  const before = (value?.quantity.value ?? 0) - by.quantity.value * rate.sign;
  const growthRight = before > 0 && isPrinted(rate.quantity, (by.quantity.value / before) * 100);
  const [one, other] = growthRight ? [by, rate] : by.start > rate.start ? [by, rate] : [rate, by];
  tellWay(one, `“${one.verb?.word ?? ""}${one.quantity.written}”与“${other.verb?.word ?? ""}${other.quantity.written}”一升一降。`, ledger);
  return true;
}
