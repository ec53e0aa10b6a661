// Puts comparisons into words: with the earlier period and with the plan; mirrors
// macros/figures/comparisons.py.

import { quotient } from "./decimal.js";
import { blankFor, completion, DECIMALS, named, now, pair, side } from "./arithmetic.js";
import { wholeTrimmed } from "./numerals.js";
import { SHORT } from "./periods.js";
import {
  blank,
  bounded,
  BOUNDS,
  DayValue,
  factsOf,
  FEWEST_OF_RATE,
  POINTS,
  Series,
  Value,
  WHOLE,
} from "./values.js";

/** @typedef {import("./decimal.js").Decimal} Decimal */
/** @typedef {import("./arithmetic.js").Numeric} Numeric */
/** @typedef {import("./values.js").Figure} Figure */

const ALL = WHOLE["%"] ?? 0;
const MONTHS = 12;
const TENFOLD = 1; // decimal places
const PERCENT_SHIFT = 2; // a percentage is the quotient scaled by 10**2

/** @type {(step: Decimal, figure: Figure) => string} */
function direction(step, figure) {
  return step.sign > 0 ? figure.rise : figure.fall;
}

/**
 * @param {Decimal} step
 * @param {Figure} figure
 */
function size(step, figure) {
  const points = POINTS[figure.unit];
  if (points) return `${wholeTrimmed(step.abs())}个${points}`;
  return figure.trimmed(step.abs()) + figure.scale + figure.baseUnit;
}

/** @type {(mine: Figure, other: Figure) => string} */
function differenceFormula(mine, other) {
  const step = mine.number.minus(other.number);
  return `${mine.operand} − ${other.operand} = ${step.plain}${mine.scale}`;
}

/**
 * The change: 增加259.05万元, 减少3起 or 持平; for a rate 提高2.35个百分点.
 * @param {Numeric} x
 */
export function change(x) {
  const both = pair(x, "last");
  if (!both) return blankFor(x, "last");
  const [mine, other] = both;
  const step = mine.number.minus(other.number);
  const text = step.sign ? direction(step, mine) + size(step, mine) : "持平";
  return new Value(text, factsOf(mine, other), differenceFormula(mine, other));
}

/**
 * How much more or less than planned: 多2次, 少1次; an empty text for neither.
 * @param {Figure} mine
 * @param {Figure} plan
 */
export function fromPlan(mine, plan) {
  const step = mine.number.minus(plan.number);
  const text = step.sign ? (step.sign > 0 ? "多" : "少") + size(step, mine) : "";
  return new Value(text, factsOf(mine, plan), differenceFormula(mine, plan));
}

/**
 * Whether growth in % makes sense: not for a rate, negative figures, or too small a base.
 * @type {(mine: Figure, other: Figure) => boolean}
 */
function hasGrowth(mine, other) {
  const grows = mine.grows && !mine.isRate && mine.number.sign >= 0 && other.number.sign > 0;
  const most = other.number.scaled(TENFOLD); // 1000 % says only that there was next to nothing before
  return grows && mine.number.minus(other.number).compare(most) < 0;
}

/**
 * By how many percent a figure is above another one, which is not zero.
 * @param {Figure} mine
 * @param {Figure} other
 */
export function percentage(mine, other) {
  return quotient(mine.number.minus(other.number).scaled(PERCENT_SHIFT), other.number, DECIMALS);
}

/**
 * The growth in percent, 增长21.50%, and its formula; empty texts where a percentage means nothing.
 * @param {Figure} mine
 * @param {Figure} other
 * @returns {[string, string]}
 */
function growthParts(mine, other) {
  if (!hasGrowth(mine, other)) return ["", ""];
  const step = mine.number.minus(other.number);
  const percent = percentage(mine, other);
  if (!percent.sign) return ["", ""];
  const fallWord = mine.fall === "减少" ? "下降" : "降幅"; // 减少5人，下降2%, but 下降5元，降幅2%
  const word = step.sign > 0 ? "增长" : fallWord;
  const difference = `(${mine.operand} − ${other.operand})`;
  if (percent.compare(-ALL) === 0 && mine.number.sign) {
    const most = bounded(percent.abs(), "above").plain; // something is left
    return [`${word}${most}%${BOUNDS["above"]?.after ?? ""}`, `${difference} ÷ ${other.operand} < -${most}%`];
  }
  const formula = `${difference} ÷ ${other.operand} = ${wholeTrimmed(percent)}%`;
  return [`${word}${wholeTrimmed(percent.abs())}%`, formula];
}

/**
 * 快于时间进度 or 慢于 of what a plan sets for the year; in December 没有完成 or 已经完成.
 * @param {Numeric} x
 * @param {Value} day
 */
export function paced(x, day) {
  const both = pair(x, "plan");
  if (!both?.[1].number.sign || !(day instanceof DayValue)) return blank([blankFor(x, "plan"), day]);
  const [mine, plan] = both;
  const { month } = day.day;
  const way = mine.number.times(MONTHS).compare(plan.number.times(month));
  const facts = factsOf(mine, plan, day);
  return new Value(paceOf(way, month), facts, completion(x).formula);
}

/** @type {(way: number, month: number) => string} */
function paceOf(way, month) {
  if (month === MONTHS) return way < 0 ? "没有完成" : "已经完成";
  return way ? `${way > 0 ? "快" : "慢"}于时间进度` : "与时间进度一致";
}

/**
 * The growth: 增长21.50%, 下降3.10% or 持平; where the base is zero, the change instead.
 * @param {Numeric} x
 */
export function growth(x) {
  const both = pair(x, "last");
  if (!both) return blankFor(x, "last");
  const [mine, other] = both;
  const [text, formula] = growthParts(mine, other);
  if (text) return new Value(text, factsOf(mine, other), formula);
  if (!mine.number.compare(other.number) || !hasGrowth(mine, other)) return change(x);
  return new Value("基本持平", factsOf(mine, other), differenceFormula(mine, other));
}

/**
 * The whole comparison: 比上年同期增加259.05万元，增长21.50%, or 与上年同期持平; short 同比增长21.50%.
 * @param {Numeric} x
 * @param {string} [form]
 */
export function compared(x, form) {
  const both = pair(x, "last");
  if (!both || !(x instanceof Series)) return blankFor(x, "last");
  const comparison = against(x, form);
  const [percentage, formula] = growthParts(...both);
  if (form && percentage) {
    return new Value(shortBase(x) + percentage.replace("降幅", "下降"), comparison.facts, formula);
  }
  const text = comparison.text + (percentage && `，${percentage}`);
  const formulas = [comparison.formula, formula].filter(Boolean);
  return new Value(text, comparison.facts, formulas.join("；"));
}

/**
 * The comparison without a percentage: 比上年同期减少3例, or 与上年同期持平; short 同比减少3例.
 * @param {Numeric} x
 * @param {string} [form]
 */
export function against(x, form) {
  const both = pair(x, "last");
  if (!both || !(x instanceof Series)) return blankFor(x, "last");
  const step = change(x);
  const differs = both[0].number.compare(both[1].number) !== 0;
  return new Value(baseOf(x, differs, form) + step.text, step.facts, step.formula);
}

/**
 * What leads a comparison: 比上年同期, 与上年同期 before 持平; short 同比, 比上年.
 * @param {Series} x
 * @param {boolean} differs
 * @param {string} [form]
 */
function baseOf(x, differs, form) {
  if (form && (differs || SHORT[x.comparedWith])) return shortBase(x);
  return (differs ? "比" : "与") + x.comparedWith;
}

/** @param {Series} x */
function shortBase({ comparedWith }) {
  return SHORT[comparedWith] ?? `比${comparedWith}`;
}

/**
 * The earlier figure: 上年同期为5例; short 上年同期5例.
 * @param {Numeric} x
 * @param {string} [form]
 */
export function before(x, form) {
  const other = side(x, "last");
  if (!other || !(x instanceof Series)) return blankFor(x, "last");
  return new Value(`${x.comparedWith}${form ? "" : "为"}${other.text}`, other.facts, other.formula);
}

/**
 * A comparison, or 上年同期没有 of an amount that there was none of.
 * @param {Numeric} x
 * @param {string | undefined} form
 * @param {typeof compared} comparing
 */
export function setBeside(x, form, comparing) {
  const both = pair(x, "last");
  if (!both || !(x instanceof Series) || !isNew(...both)) return comparing(x, form);
  return new Value(`${x.comparedWith}没有`, factsOf(both[1]));
}

/**
 * Tells whether there is some of an amount of which there was nothing.
 * @param {Figure} mine
 * @param {Figure} other
 */
function isNew(mine, other) {
  return !mine.isRate && !mine.up && !mine.isRank && mine.number.sign > 0 && !other.number.sign;
}

/**
 * Name, value, comparison and completion, as far as they are known: for sections on problems.  Short, the
 * comparison is, and the plan is left out.
 * @param {Numeric} x
 * @param {string} [form]
 */
export function stated(x, form) {
  const mine = now(x);
  if (!mine) return blank([x]);
  const parts = [named(x), ...comparedIfKnown(x, mine, form)];
  const plan = side(x, "plan");
  if (plan?.number.sign && !form) parts.push(againstPlan(x, mine, plan));
  return listed(parts);
}

/**
 * Value and comparison, as far as they are known: beside the name of a figure in a table.
 * @param {Numeric} x
 * @param {string} [form]
 */
export function measured(x, form) {
  const mine = now(x);
  return mine ? listed([mine, ...comparedIfKnown(x, mine, form)]) : blank([x]);
}

/** @param {Value[]} parts */
function listed(parts) {
  const formula = parts.map((part) => part.formula).filter(Boolean);
  return new Value(parts.map((part) => part.text).join("，"), factsOf(...parts), formula.join("；"));
}

/**
 * @param {Numeric} x
 * @param {Figure} mine
 * @param {string} [form]
 */
function comparedIfKnown(x, mine, form) {
  return side(x, "last") ? beside(x, mine, form) : [];
}

/**
 * The comparison of a figure that is stated; of none, what there was before, if any.
 * @param {Numeric} x
 * @param {Figure} mine
 * @param {string} [form]
 */
function beside(x, mine, form) {
  if (mine.number.sign || mine.isLevel || mine.isRank) return [setBeside(x, form, compared)];
  return side(x, "last")?.number.sign ? [before(x, form)] : [];
}

/**
 * Label and comparison without the value: 到岗率比上年同期提高2.46个百分点.  Where nobody has given the earlier
 * figure, it is the label and the value.
 * @param {Numeric} x
 * @param {string} [form]
 */
export function changed(x, form) {
  const [mine, both] = [now(x), pair(x, "last")];
  if (!mine || !both) return named(x);
  const { text, facts, formula } = compared(x, form);
  return new Value(mine.label + text, facts, formula);
}

/**
 * The comparison with the plan: 为计划的112.50%; for a rate 高于目标2个百分点.
 * @param {Numeric} x
 * @param {Figure} mine
 * @param {Figure} plan
 */
export function againstPlan(x, mine, plan) {
  if (!mine.isLevel && plan.base.compare(FEWEST_OF_RATE) < 0) {
    const off = fromPlan(mine, plan);
    return new Value(off.text ? `比计划的${plan.text}${off.text}` : "达到计划", off.facts, off.formula);
  }
  if (!mine.isRate) {
    const done = completion(x);
    return new Value(`为计划的${done.text}`, done.facts, done.formula);
  }
  const step = mine.number.minus(plan.number);
  const word = step.sign > 0 ? "高于" : "低于";
  const text = step.sign ? `${word}目标${size(step, mine)}` : "与目标持平";
  return new Value(text, factsOf(mine, plan), differenceFormula(mine, plan));
}
