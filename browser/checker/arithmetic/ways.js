// Which way a figure went: the word for it against the numbers.

import { isPrinted } from "./intervals.js";

/** @typedef {import("./ledger.js").Ledger} Ledger */
/** @typedef {import("../../prose/types.js").Statement} Statement */

const OPPOSITES = /** @type {Record<string, string>} */ ({
  ...{ 增加: "减少", 增长: "下降", 上升: "下降", 提高: "下降", 提升: "下降", 扩大: "缩小", 上涨: "下降", 回升: "回落" },
  ...{ 减少: "增加", 下降: "上升", 降低: "提高", 回落: "回升", 下滑: "上升", 下跌: "上涨", 缩减: "扩大", 压减: "增加" },
  ...{ 增长率: "下降率", 增幅: "降幅", 增速: "降幅", 涨幅: "降幅", 降幅: "增幅", 跌幅: "涨幅", 减幅: "增幅", 下降率: "增长率" },
  ...{ 缩短: "延长", 延长: "缩短", 增: "减", 升: "降", 涨: "降", 多: "少", 减: "增", 降: "升", 跌: "涨", 少: "多", 净增: "净减" },
});

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
export function tellWay(one, message, ledger) {
  const { verb } = one;
  if (!verb) return;
  const suggestion = OPPOSITES[verb.word];
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
