// Percentage points against per cent.

import { growthClaim } from "./growth_claim.js";
import { absolute, difference, fixed, isPrinted, known, isRight } from "./intervals.js";
import { percent, subtraction } from "./written.js";

/** @typedef {import("./frames.js").Frame} Frame */
/** @typedef {import("./intervals.js").Interval} Interval */
/** @typedef {import("./ledger.js").Ledger} Ledger */
/** @typedef {import("../../prose/types.js").Statement} Statement */

const APART = /(?:[升高降低多少差超快慢]|增[加长]|回落|扩大|缩小|落后|领先)(?:了|出|过)?(?:约)?\s?$/;
const BETWEEN = /(?:差距?|[高超多]出|超过?|[低高]了)(?:了|出|到|为)?(?:近|约)?\s?$/;
const OFF = /(?:[低高]于|[高超]出)[^，。；]{0,8}$/; // 低于全县46.1%的平均水平0.9个百分点
const AIM = /目标|要求|标准|指标|规定|不低于|不超过/; // told exactly
const NEAR = 4; // figures of the sentences before

/**
 * Per cent by which one rate of a sentence is more than another: 91.5%，去年同期84.8%，提升6.7%.
 * @param {import("./passages.js").Passage} passage
 * @param {Ledger} ledger
 */
export function checkApart({ statements, near }, ledger) {
  checkBetween(statements, ledger);
  statements.forEach((one, at) => {
    if (one.quantity.unit !== "%" || one.quantity.chinese || !(APART.test(one.clause) || /[）)]$/.test(one.before))) return;
    const beside = [...near.slice(-NEAR), ...statements.slice(0, at), ...statements.slice(at + 1, at + 2).filter(({ bracketed }) => bracketed)];
    const rates = beside.filter(({ quantity, kind }) => quantity.unit === "%" && kind !== "growth").slice(-3);
    for (const a of rates) for (const b of rates) if (isApart(one, a, b)) tellPoints(one, a, b, ledger);
  });
}

/**
 * Percentage points between the two rates right before them: 依从率86.0%，离90%的目标还差4.0个百分点.
 * @param {Statement[]} statements
 * @param {Ledger} ledger
 */
function checkBetween(statements, ledger) {
  statements.forEach((one, at) => {
    if (one.kind !== "points") return;
    const [b, a] = statements.slice(0, at).filter(({ quantity }) => quantity.unit === "%" || quantity.unit === "百分点").reverse();
    if (!a || !b || [a, b].some(({ kind, quantity }) => ["growth", "points", "prior"].includes(kind) || quantity.chinese)) return;
    if (AIM.test(one.clause) && ![a, b].some(isAim)) return;
    if (isBetween(one, a, b)) ledger.hold("points", one, growthClaimApart(a, b));
  });
}

/**
 * @param {Statement} a
 * @param {Statement} b
 */
function growthClaimApart(a, b) {
  const [now, before] = a.quantity.value > b.quantity.value ? [a.quantity, b.quantity] : [b.quantity, a.quantity];
  const ends = [a, b].map((one) => (isAim(one) ? /** @type {const} */ ([one.quantity.value, one.quantity.value]) : known(one.quantity)));
  return { expected: absolute(difference(/** @type {Interval} */ (ends[0]), /** @type {Interval} */ (ends[1]))), value: now.value - before.value, sum: subtraction(now, before) };
}

/** @param {Statement} one */
function isAim({ clause, after }) {
  return AIM.test(clause + after.replace(/[，。；].*/s, ""));
}

/**
 * Whether points are told of two rates: 两者相差, 还差, 男性比女性高.
 * @param {Statement} one
 * @param {Statement} a
 * @param {Statement} b
 */
function isBetween({ clause, before }, a, b) {
  const [, first, second] = /([一-鿿]{1,6})比([一-鿿]{1,6})[高低多少]/.exec(clause) ?? [];
  if (first && second) return [a, b].some(({ clause: words }) => words.includes(first)) && [a, b].some(({ clause: words }) => words.includes(second));
  return !/[比较]/.test(before) && (BETWEEN.test(clause) || (OFF.test(b.clause) && /^的[^，。；]{0,6}$/.test(before)));
}

/**
 * Whether a rate is by so much more than another, and has not grown by it.
 * @param {Statement} one
 * @param {Statement} a
 * @param {Statement} b
 */
function isApart({ quantity }, a, b) {
  const change = a.quantity.value - b.quantity.value;
  return change > 0 && isPrinted(quantity, change) && ![a, b].some((before) => isPrinted(quantity, (change / before.quantity.value) * 100));
}

/**
 * A rate that has grown by per cent: relative growth, or percentage points with the wrong unit.
 * @param {Statement} rate
 * @param {Statement} value
 * @param {Statement} prior
 * @param {Ledger} ledger
 */
export function rateOfRate(rate, value, prior, ledger) {
  const claim = growthClaim(value.quantity, prior.quantity);
  const change = Math.abs(value.quantity.value - prior.quantity.value);
  const [isStep, isGrowth] = [change, Math.abs(claim.value)].map((one) => isPrinted(rate.quantity, one));
  if (rate.quantity.rough || (!isStep && isRight(rate.quantity, claim.expected))) return void ledger.pass("points");
  tellPoints(rate, value, prior, ledger, isGrowth ? "warning" : undefined); // 97.4%提高1.2%到98.6%: it may be meant either way
}

/**
 * @param {Statement} rate
 * @param {Statement} value
 * @param {Statement} prior
 * @param {Ledger} ledger
 * @param {"warning"} [level]
 */
function tellPoints(rate, value, prior, ledger, level) {
  const claim = growthClaim(value.quantity, prior.quantity);
  const change = Math.abs(value.quantity.value - prior.quantity.value);
  const decimals = Math.max(value.quantity.decimals, prior.quantity.decimals);
  const suggestion = `${fixed(change, decimals)}个百分点`;
  const sum = subtraction(value.quantity, prior.quantity);
  const message = `两个百分率相差的是百分点：${sum}个百分点；写成“%”是说增长了${percent(Math.abs(claim.value))}。`;
  ledger.tellOnce("points", { start: rate.start, end: rate.end, message, suggestion, sum, ...(level && { level }) });
}

/**
 * Percentage points of an amount, where what was before is not told.
 * @param {Frame} frame
 * @param {Ledger} ledger
 */
export function checkUnit({ value, points, beside }, ledger) {
  if (points && !value && beside?.kind === "value" && beside.quantity.unit !== "" && isDirect(points)) {
    const suggestion = points.quantity.written.replace(/个?百分点/, "%");
    const message = `${beside.quantity.written}不是百分率，增减的幅度用“%”，不用“百分点”。`;
    ledger.tell("points", { start: points.start, end: points.end, message, suggestion });
  }
}

/**
 * Whether a change follows its value, with nothing else named: ，同比增长.
 * @param {Statement} change
 */
function isDirect({ before }) {
  return /^[，,](?:同比|环比|[比较](?:上年|去年|上季度|上月)(?:同期)?)?(?:增长|增加|上升|减少|下降|降低|提高)(?:了)?$/.test(before);
}
