// Targets of plans: what a figure is to reach, from where, and what that takes; mirrors
// macros/figures/targets.py.

import { now, outOfRange, rest, unitOf } from "./arithmetic.js";
import { Decimal } from "./decimal.js";
import { trimmed } from "./numerals.js";
import { blank, factsOf, Figure, RISE_OF_LEVEL, SHIFTS, Value, WHOLE } from "./values.js";

/** @typedef {import("./arithmetic.js").Numeric} Numeric */

const LARGE = Decimal.of("10000"); // from which counts are said in 万

/**
 * What a plan sets a figure to, in its unit: 59 is 59%; a blank when that cannot be.
 * @param {Numeric} x
 * @param {Numeric} to
 */
export function target(x, to) {
  const [mine, aim] = [now(x), now(to)];
  if (!mine || !aim || outOfRange(aim.number, mine)) return blank([x, to], unitOf(x));
  const { unit, label, grows, up, counts } = mine;
  const traits = { unit, label, grows, up, counts, near: mine.near, over: mine.over };
  return new Figure(aim.number, { ...traits, facts: factsOf(mine, aim), formula: aim.formula });
}

/**
 * How far a target is above what was reached; null when one is unknown.
 * @param {Numeric} x
 * @param {Numeric} to
 */
function stepTo(x, to) {
  const [mine, aim] = [now(x), target(x, to)];
  return mine && aim instanceof Figure ? aim.number.minus(mine.number) : null;
}

/**
 * Tells whether a target of a level asks for less than was reached.
 * @param {Numeric} x
 * @param {Numeric} to
 */
export function fallsShort(x, to) {
  const [mine, step] = [now(x), stepTo(x, to)];
  return Boolean(mine && step?.sign && mine.isLevel && isKept(mine, step));
}

// --- in words ---

/**
 * 建档率达到59%以上, 空驶率降到7%以下, 超限额机构减少到1家, 考评名次进入前10位: without where it starts.
 * @param {Numeric} x
 * @param {Numeric} to
 */
export function aimed(x, to) {
  const [mine, aim, step] = [now(x), target(x, to), stepTo(x, to)];
  if (!mine || !(aim instanceof Figure) || !step) return blank([x, to]);
  return new Value(mine.label + verb(mine, aim, step) + limit(mine, aim), aim.facts, aim.formula);
}

/**
 * 建档率由51.83%提高到57%以上: where it starts and what it is to reach; short, without where it starts.
 * @param {Numeric} x
 * @param {Numeric} to
 * @param {string} [form]
 */
export function brought(x, to, form = "") {
  const [mine, aim, step] = [now(x), target(x, to), stepTo(x, to)];
  if (!mine || !(aim instanceof Figure) || !step || isKept(mine, step)) return aimed(x, to);
  const word = step.sign > 0 ? mine.rise : mine.fall.replace("下降", "降低");
  const text = `${word}到${limit(mine, aim)}`;
  if (form) return new Value(mine.label + text, aim.facts, aim.formula);
  const formula = [mine.formula, aim.formula].filter(Boolean).join("；");
  return new Value(`${mine.label}由${mine.text}${text}`, aim.facts, formula);
}

/** @param {Figure} figure */
function isBetterHigher(figure) {
  return figure.rise === RISE_OF_LEVEL.higher;
}

/**
 * 59%以上 or 7%以下 of a level; the ends of a rate and amounts are exact.
 * @param {Figure} mine
 * @param {Figure} aim
 */
function limit(mine, aim) {
  const whole = WHOLE[mine.unit];
  const isEnd = !aim.number.sign || (whole !== undefined && aim.number.compare(whole) === 0);
  if (mine.isRank || !mine.isLevel || isEnd) return aim.text;
  return aim.text + (isBetterHigher(mine) ? "以上" : "以下");
}

/**
 * Tells whether a target asks for no more than was reached.
 * @param {Figure} mine
 * @param {Decimal} step
 */
function isKept(mine, step) {
  return !step.sign || (mine.isLevel && step.sign > 0 !== isBetterHigher(mine));
}

/**
 * @param {Figure} mine
 * @param {Figure} aim
 * @param {Decimal} step
 */
function verb(mine, aim, step) {
  if (isKept(mine, step)) return aim.number.sign ? "保持在" : "保持为";
  if (mine.isRank) return "进入前";
  if (step.sign > 0) return "达到";
  return mine.isLevel ? "降到" : "减少到";
}

// --- what it takes ---

/**
 * 按现有43.8万人测算要增加约2.3万人: what a target of a rate takes, as it stands.
 * @param {Numeric} x
 * @param {Numeric} to
 */
export function effort(x, to) {
  const [mine, aim, step] = [now(x), target(x, to), stepTo(x, to)];
  if (!mine?.counts || !(aim instanceof Figure) || !step?.sign) return blank([x, to]);
  const [part, whole] = mine.counts;
  const needed = whole.base.times(aim.number.scaled(-(SHIFTS[mine.unit] ?? 0))).minus(part.base);
  if (needed.sign !== step.sign) return blank([x, to]); // the rate's rounding hides that it is there
  const word = needed.sign > 0 ? "增加" : "减少";
  const formula = `${whole.operand} × ${aim.text} − ${part.operand} = ${trimmed(needed)}`;
  const needs = `${word}${about(needed.abs())}${part.baseUnit}`;
  return new Value(`按现有${whole.text}测算要${needs}`, aim.facts, formula);
}

/**
 * 约2.5万 or 220: never less than a plan takes.
 * @param {Decimal} number
 */
function about(number) {
  if (number.compare(LARGE) >= 0) return `约${trimmed(enough(number, 3).scaled(-4))}万`;
  return enough(number, 0).plain;
}

/**
 * A whole number rounded up, which ends in that many zeros.
 * @param {Decimal} number
 * @param {number} zeros
 */
function enough(number, zeros) {
  return number.scaled(-zeros).roundedUp.scaled(zeros);
}

/**
 * How many of a rate's whole are not as they should be: 131份 where 92.01% are.
 * @param {Numeric} x
 */
export function shortfall(x) {
  const mine = now(x);
  if (!mine?.counts) return blank([x]);
  const [part, whole] = mine.counts;
  return isBetterHigher(mine) ? rest(whole, part) : part;
}
