// Computes figures: quotients, sums, remainders and plans; mirrors macros/figures/arithmetic.py.

import { Decimal, quotient } from "./decimal.js";
import { inTenths, trimmed, wholeTrimmed } from "./numerals.js";
import {
  blank,
  bounded,
  BOUNDS,
  factsOf,
  Figure,
  LARGEST_SHARE,
  MARK,
  MULTIPLIERS,
  printedUnit,
  Series,
  SHIFTS,
  Value,
  WHOLE,
} from "./values.js";

/** @typedef {import("./values.js").Rows} Rows */
/** @typedef {Value | Series} Numeric */

export const DECIMALS = 2;
const PER_MILLE = 3; // a share as a power of ten

/**
 * This period's figure, or null when it is not entered.
 * @param {Numeric} x
 */
export function now(x) {
  const value = x instanceof Series ? x.now : x;
  return value instanceof Figure ? value : null;
}

/**
 * The figure of another side, or null when it is not entered.
 * @param {Numeric} x
 * @param {"last" | "plan"} name
 */
export function side(x, name) {
  const value = x instanceof Series ? x[name] : null;
  return value instanceof Figure ? value : null;
}

/**
 * This period's figure and that of another side; null when either is missing.
 * @param {Numeric} x
 * @param {"last" | "plan"} name
 * @returns {[Figure, Figure] | null}
 */
export function pair(x, name) {
  const [mine, other] = [now(x), side(x, name)];
  return mine && other ? [mine, other] : null;
}

/**
 * The blank for what is missing: this period's figure, the other side's, or both.
 * @param {Numeric} x
 * @param {"last" | "plan"} name
 */
export function blankFor(x, name) {
  return x instanceof Series ? blank([x.now, x[name]]) : blank([x]);
}

// --- quotients ---

/**
 * The figure of a rate, rounded to its decimals; a blank where the denominator is zero or missing.
 * @param {string} label
 * @param {Value} numerator
 * @param {Value} denominator
 * @param {string} unit
 * @param {number} decimals
 * @param {{up?: string, grows?: boolean, official?: boolean}} [level] the verb for its growth, whether that is in
 *   percent, and whether the dictionary defines the rate
 */
export function rate(label, numerator, denominator, unit, decimals, level) {
  const printed = printedUnit(unit);
  const known = numerator instanceof Figure && denominator instanceof Figure;
  if (!known || !denominator.number.sign) return blank([numerator, denominator], printed);
  const shift = SHIFTS[unit] ?? -(MULTIPLIERS[unit.charAt(0)] ?? 0);
  const number = quotient(numerator.base.scaled(shift), denominator.base, decimals);
  const bound = boundOf(number, numerator, denominator, unit);
  const result = `${BOUNDS[bound]?.relation ?? "="} ${wholeTrimmed(bounded(number, bound))}${printed}`;
  return new Figure(number, {
    facts: factsOf(numerator, denominator),
    formula: `${numerator.operand} ÷ ${denominator.operand} ${result}`,
    unit,
    label,
    bound,
    counts: unit in WHOLE ? [numerator, denominator] : undefined,
    ...level,
  });
}

/**
 * Below for a part that rounds to nothing, above for one that rounds to its whole.
 * @type {(number: Decimal, part: Figure, whole: Figure, unit: string) => string}
 */
function boundOf(number, part, whole, unit) {
  if (!number.sign && part.base.sign > 0) return "below";
  const most = WHOLE[unit];
  const all = most !== undefined && number.compare(most) === 0;
  return all && part.base.compare(whole.base) < 0 ? "above" : "";
}

/**
 * part ÷ whole as a percentage: 60.07%; a blank where it would say nothing.
 * @param {Numeric} part
 * @param {Numeric} whole
 */
export function share(part, whole) {
  const [a, b] = [now(part), now(whole)];
  if (!a || !b || a.number.sign < 0 || a.base.compare(b.base.times(LARGEST_SHARE)) > 0) {
    return blank([part, whole], "%");
  }
  return rate(`${a.label}占${b.label}的比重`, a, b, "%", DECIMALS);
}

/**
 * How large a part is, in words: 两成多, 近七成, 约一半; a blank unless it is a part.
 * @param {Numeric} part
 * @param {Numeric} whole
 */
export function roughly(part, whole) {
  const [a, b] = [now(part), now(whole)];
  if (!a || !b || a.number.sign <= 0 || a.base.compare(b.base) >= 0) return blank([part, whole]);
  const { facts, formula } = share(part, whole);
  const thousandths = quotient(a.base.scaled(PER_MILLE), b.base, 0);
  return new Value(inTenths(Number(thousandths.plain)), facts, formula);
}

/**
 * This period's figure ÷ its plan as a percentage: 100%, 112.50%.
 * @param {Numeric} x
 */
export function completion(x) {
  const both = pair(x, "plan");
  if (!both) return blank([blankFor(x, "plan")], "%");
  return rate(`${both[0].label}完成率`, ...both, "%", DECIMALS);
}

/**
 * total ÷ heads, in the total's unit without 万: 63.13元; a blank where the heads are a rate or fewer than one.
 * @param {Numeric} totalOf
 * @param {Numeric} heads
 */
export function per(totalOf, heads) {
  const [a, b] = [now(totalOf), now(heads)];
  if (!a || !b || b.isRate || b.base.compare(1) < 0) {
    return blank([totalOf, heads], unitOf(totalOf).replace(/^[万亿]+/, ""));
  }
  return rate(`平均${a.label}`, a, b, a.baseUnit, DECIMALS);
}

// --- sums and remainders ---

/**
 * A figure's unit as printed, even while the figure is still a blank.
 * @param {Numeric} x
 */
export function unitOf(x) {
  const value = x instanceof Series ? x.now : x;
  if (value instanceof Figure) return printedUnit(value.unit);
  return value.text.startsWith(MARK) ? value.text.slice(MARK.length) : value.text;
}

/**
 * whole − part, in the whole's unit: 128份; a blank when the part is larger.
 * @param {Numeric} whole
 * @param {Numeric} part
 */
export function rest(whole, part) {
  const [a, b] = [now(whole), now(part)];
  if (!a || !b || a.base.compare(b.base) < 0) return blank([whole, part], unitOf(whole));
  return combined(a, b, "−", a.number.minus(scaledTo(a, b)));
}

/**
 * @param {Figure} a
 * @param {Figure} b
 * @param {string} sign
 * @param {Decimal} number
 */
function combined(a, b, sign, number) {
  const formula = `${a.operand} ${sign} ${b.operand} = ${number.plain}${a.scale}`;
  return new Figure(number, { facts: factsOf(a, b), formula, unit: a.unit, label: a.label });
}

/**
 * A figure's number in the scale (万, 亿) of another one: 2000元 is 0.2 in 万元.
 * @param {Figure} like
 * @param {Figure} figure
 */
function scaledTo(like, figure) {
  if (figure.scale === like.scale) return figure.number;
  const scaled = figure.base.scaled(-(MULTIPLIERS[like.scale] ?? 0));
  return Decimal.of(trimmed(scaled));
}

/**
 * Tells whether a planned figure cannot be: below zero, or a percentage above 100.
 * @param {Decimal} number
 * @param {Figure} like
 */
export function outOfRange(number, like) {
  const most = WHOLE[like.unit];
  if (number.sign < 0 && like.number.sign >= 0) return true;
  return most !== undefined && number.compare(most) > 0 && like.number.compare(most) <= 0;
}

/**
 * x + step, in the unit of x; for a rate the step is in 百分点, and the sum is at most 100%.
 * @param {Numeric} x
 * @param {Numeric} step
 */
export function plus(x, step) {
  const [a, given] = [now(x), now(step)];
  if (!a || !given) return blank([x, step], unitOf(x));
  const b = given.unit ? given : new Figure(given.number, { facts: given.facts, unit: a.scale });
  const number = a.number.plus(scaledTo(a, b));
  return outOfRange(number, a) ? blank([x, step], unitOf(x)) : combined(a, b, "+", number);
}

/**
 * How a plan changes a figure: 水质合格率由44.83%提高到49.83%; short without what it is now.
 * @param {Numeric} x
 * @param {Numeric} step
 * @param {string} [form]
 */
export function raised(x, step, form) {
  const [a, b, aim] = [now(x), now(step), plus(x, step)];
  if (!a || !b || !aim.known) return blank([x, step]);
  if (!b.number.sign) return new Value(`${a.label}保持${a.text}`, aim.facts, aim.formula);
  const word = b.number.sign > 0 ? a.rise : a.fall.replace("下降", "降低");
  const base = form ? "" : `由${a.text}`;
  return new Value(`${a.label}${base}${word}到${aim.text}`, aim.facts, aim.formula);
}

/**
 * The figure of a sum; a blank when a part is missing.
 * @param {string} label
 * @param {Value[]} parts
 * @param {string} unit
 */
export function summed(label, parts, unit) {
  const figures = parts.filter((part) => part instanceof Figure);
  const [first, ...others] = figures;
  if (!first || figures.length < parts.length) return blank(parts, unit);
  const number = others.reduce((sum, figure) => sum.plus(figure.number), first.number);
  const operands = figures.map((figure) => figure.operand).join(" + ");
  const formula = `${operands} = ${number.plain}${first.scale}`;
  return new Figure(number, { facts: factsOf(...figures), formula, unit, label });
}

/**
 * The sum of one field over a list, with the field's unit; an empty list sums to 0.
 * @param {Rows} rows
 * @param {string} name
 */
export function total(rows, name) {
  const { label } = rows;
  const unit = rows.units[name] ?? "";
  if (rows.rows.length === 0) {
    return new Figure(Decimal.of("0"), { facts: [rows.path], unit, label });
  }
  const values = rows.rows.map((row) => row[name] ?? blank([]));
  return summed(label, values.map((value) => (value instanceof Series ? value.now : value)), unit);
}

/**
 * The number of records in a list, with its measure word: 5项.
 * @param {Rows} rows
 */
export function count(rows) {
  return counted(rows, rows.known, rows.rows.length);
}

/**
 * How many records have an option: 2项; a blank where one record has none yet.
 * @param {Rows} rows
 * @param {string} name
 * @param {string} option
 */
export function tally(rows, name, option) {
  const chosen = rows.rows.map((row) => row[name]);
  const isKnown = rows.known && chosen.every((value) => value?.known);
  return counted(rows, isKnown, chosen.filter((value) => value?.text === option).length);
}

/** @type {(rows: Rows, isKnown: boolean, number: number) => Value} */
function counted({ path, unit, label }, isKnown, number) {
  if (!isKnown) return blank([new Value("", [path])], unit);
  return new Figure(Decimal.of(String(number)), { facts: [path], unit, label });
}

// --- a figure with its name ---

/**
 * A figure with its name: 聚集性疫情2起, or for a rate 建档率为51.83%; of an amount of zero 没有聚集性疫情;
 * short, its name alone.
 * @param {Numeric} x
 * @param {string} [form]
 */
export function named(x, form) {
  const mine = now(x);
  if (!mine) return blank([x]);
  if (form) return new Value(mine.label, mine.facts);
  const isNone = !mine.number.sign && !mine.isLevel && !mine.isRank;
  if (isNone) return new Value(`没有${mine.label}`, mine.facts, mine.formula);
  if (mine.isLevel && !mine.number.sign && !mine.bound) return new Value(`${mine.label}为零`, mine.facts, mine.formula);
  const verb = mine.isRank ? "第" : mine.isRate && mine.bound !== "below" ? "为" : "";
  return new Value(mine.label + verb + mine.text, mine.facts, mine.formula);
}
