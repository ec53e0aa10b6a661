// Figures in words: differences, growth, shares and comparisons; mirrors macros/figures.py.

import { Decimal, quotient } from "./decimal.js";
import { wholeTrimmed } from "./numerals.js";
import { blank, factsOf, Figure, MARK, MULTIPLIERS, POINTS, Series, Value, WHOLE } from "./values.js";

/** @typedef {import("./values.js").Rows} Rows */
/** @typedef {Value | Series} Numeric */

const DECIMALS = 2;
const HUNDRED = 2; // a percentage is the quotient scaled by 10**2

/**
 * This period's figure, or null when it is not given.
 * @param {Numeric} x
 */
export function now(x) {
  const value = x instanceof Series ? x.now : x;
  return value instanceof Figure ? value : null;
}

/**
 * The figure of a side, or null when there is none.
 * @param {Numeric} x
 * @param {"last" | "plan"} name
 */
export function side(x, name) {
  const value = x instanceof Series ? x[name] : null;
  return value instanceof Figure ? value : null;
}

/**
 * @param {Numeric} x
 * @param {"last" | "plan"} name
 * @returns {[Figure, Figure] | null}
 */
function sides(x, name) {
  const [mine, other] = [now(x), side(x, name)];
  return mine && other ? [mine, other] : null;
}

/**
 * @param {Numeric} x
 * @param {"last" | "plan"} name
 */
function missing(x, name) {
  return x instanceof Series ? blank([x.now, x[name]]) : blank([x]);
}

// --- differences ---

/**
 * @param {Decimal} step
 * @param {Figure} figure
 */
function direction(step, figure) {
  if (figure.isRate) return step.sign > 0 ? figure.up : "下降";
  return step.sign > 0 ? "增加" : "减少";
}

/**
 * @param {Decimal} step
 * @param {Figure} figure
 */
function size(step, figure) {
  const points = POINTS[figure.unit];
  return points ? `${wholeTrimmed(step.abs())}个${points}` : step.abs().plain + figure.unit;
}

/** @type {(mine: Figure, other: Figure) => string} */
function differenceFormula(mine, other) {
  const step = mine.number.minus(other.number);
  return `${mine.operand} − ${other.operand} = ${step.plain}${mine.scale}`;
}

/**
 * 增加282.09万元, 减少3起 or 持平; for a rate 提高2.35个百分点.
 * @param {Numeric} x
 */
export function change(x) {
  const pair = sides(x, "last");
  if (!pair) return missing(x, "last");
  const [mine, other] = pair;
  const step = mine.number.minus(other.number);
  const text = step.sign ? direction(step, mine) + size(step, mine) : "持平";
  return new Value(text, factsOf(mine, other), differenceFormula(mine, other));
}

/** @type {(mine: Figure, other: Figure) => boolean} */
function hasGrowth(mine, other) {
  return mine.grows && !mine.isRate && mine.number.sign >= 0 && other.number.sign > 0;
}

/**
 * 增长22.82% and its formula; two empty texts where a percentage says nothing.
 * @param {Figure} mine
 * @param {Figure} other
 * @returns {[string, string]}
 */
function growthParts(mine, other) {
  if (!hasGrowth(mine, other)) return ["", ""];
  const step = mine.number.minus(other.number);
  const percent = quotient(step.scaled(HUNDRED), other.number, DECIMALS);
  if (!percent.sign) return ["", ""];
  const word = step.sign > 0 ? "增长" : "下降";
  const difference = `(${mine.operand} − ${other.operand})`;
  const formula = `${difference} ÷ ${other.operand} = ${wholeTrimmed(percent)}%`;
  return [`${word}${wholeTrimmed(percent.abs())}%`, formula];
}

/**
 * 增长22.82%, 下降3.10% or 持平; a zero base gives the difference instead.
 * @param {Numeric} x
 */
export function growth(x) {
  const pair = sides(x, "last");
  if (!pair) return missing(x, "last");
  const [mine, other] = pair;
  const [text, formula] = growthParts(mine, other);
  if (text) return new Value(text, factsOf(mine, other), formula);
  if (!mine.number.compare(other.number) || !hasGrowth(mine, other)) return change(x);
  return new Value("基本持平", factsOf(mine, other), differenceFormula(mine, other));
}

/**
 * 比上年同期增加282.09万元，增长22.82%, or 与上年同期持平.
 * @param {Numeric} x
 */
export function compared(x) {
  const pair = sides(x, "last");
  if (!pair) return missing(x, "last");
  const plainWords = against(x);
  const [percentage, formula] = growthParts(...pair);
  const text = plainWords.text + (percentage && `，${percentage}`);
  const formulas = [plainWords.formula, formula].filter(Boolean);
  return new Value(text, plainWords.facts, formulas.join("；"));
}

/**
 * 比上年同期减少3例 or 与上年同期持平: for counts too small for a percentage.
 * @param {Numeric} x
 */
export function against(x) {
  const pair = sides(x, "last");
  if (!pair || !(x instanceof Series)) return missing(x, "last");
  const step = change(x);
  const differs = pair[0].number.compare(pair[1].number) !== 0;
  const text = differs ? `比${x.comparedWith}${step.text}` : `与${x.comparedWith}持平`;
  return new Value(text, step.facts, step.formula);
}

/**
 * 上年同期为5例: the earlier figure, stated.
 * @param {Numeric} x
 */
export function before(x) {
  const other = side(x, "last");
  if (!other || !(x instanceof Series)) return missing(x, "last");
  return new Value(`${x.comparedWith}为${other.text}`, other.facts, other.formula);
}

// --- quotients ---

/**
 * The figure of a rate fact, rounded to its decimals; a blank without a base.
 * @param {string} label
 * @param {Value} numerator
 * @param {Value} denominator
 * @param {string} unit
 * @param {number} decimals
 * @param {string} [up] what the rate does when it grows
 */
export function rate(label, numerator, denominator, unit, decimals, up) {
  const known = numerator instanceof Figure && denominator instanceof Figure;
  if (!known || !denominator.number.sign) return blank([numerator, denominator], unit);
  const places = { "%": 2, "‰": 3 }[unit] ?? 0;
  const number = quotient(numerator.base.scaled(places), denominator.base, decimals);
  const formula = `${numerator.operand} ÷ ${denominator.operand} = ${wholeTrimmed(number)}${unit}`;
  const traits = { facts: factsOf(numerator, denominator), formula, unit, label };
  return new Figure(number, up ? { ...traits, up } : traits);
}

/**
 * part ÷ whole as a percentage: 64.15%.
 * @param {Numeric} part
 * @param {Numeric} whole
 */
export function share(part, whole) {
  const [a, b] = [now(part), now(whole)];
  if (!a || !b) return blank([part, whole], "%");
  return rate(`${a.label}占${b.label}的比重`, a, b, "%", DECIMALS);
}

/**
 * This period's figure ÷ its plan as a percentage: 100%, 112.50%.
 * @param {Numeric} x
 */
export function completion(x) {
  const pair = sides(x, "plan");
  if (!pair) return blank([missing(x, "plan")], "%");
  return rate(`${pair[0].label}完成率`, ...pair, "%", DECIMALS);
}

/**
 * total ÷ heads in the total's unit without 万: 62.60元.
 * @param {Numeric} totalOf
 * @param {Numeric} heads
 */
export function per(totalOf, heads) {
  const [a, b] = [now(totalOf), now(heads)];
  if (!a || !b?.number.sign) {
    return blank([totalOf, heads], unitOf(totalOf).replace(/^[万亿]+/, ""));
  }
  return rate(`平均${a.label}`, a, b, a.baseUnit, DECIMALS);
}

// --- sums and remainders ---

/**
 * A figure's unit, also where the figure is still a blank.
 * @param {Numeric} x
 */
export function unitOf(x) {
  const value = x instanceof Series ? x.now : x;
  if (value instanceof Figure) return value.unit;
  return value.text.startsWith(MARK) ? value.text.slice(MARK.length) : value.text;
}

/**
 * whole - part in the whole's unit: 122份; a blank when the part is larger.
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
 * A figure's number in the 万 or 亿 of another one: 2000元 is 0.2 in 万元.
 * @param {Figure} like
 * @param {Figure} figure
 */
function scaledTo(like, figure) {
  if (figure.scale === like.scale) return figure.number;
  const scaled = figure.base.scaled(-(MULTIPLIERS[like.scale] ?? 0));
  return Decimal.of(trimmedDigits(scaled));
}

/** @param {Decimal} number */
function trimmedDigits(number) {
  const digits = number.plain;
  return digits.includes(".") ? digits.replace(/\.?0+$/, "") : digits;
}

/**
 * Tells whether a planned figure is below zero, or a percentage above 100.
 * @param {Decimal} number
 * @param {Figure} like
 */
function impossible(number, like) {
  const most = WHOLE[like.unit];
  if (number.sign < 0 && like.number.sign >= 0) return true;
  return most !== undefined && number.value.gt(most) && like.number.value.lte(most);
}

/**
 * x + step in the unit of x; for a rate the step is in 百分点, and 100% is the most.
 * @param {Numeric} x
 * @param {Numeric} step
 */
export function plus(x, step) {
  const [a, given] = [now(x), now(step)];
  if (!a || !given) return blank([x, step], unitOf(x));
  const b = given.unit ? given : new Figure(given.number, { facts: given.facts, unit: a.scale });
  const number = a.number.plus(scaledTo(a, b));
  return impossible(number, a) ? blank([x, step], a.unit) : combined(a, b, "+", number);
}

/**
 * 水质合格率由42.99%提高到47.99%: what a plan makes of a figure.
 * @param {Numeric} x
 * @param {Numeric} step
 */
export function raised(x, step) {
  const [a, b, aim] = [now(x), now(step), plus(x, step)];
  if (!a || !b || !aim.known) return blank([x, step]);
  if (!b.number.sign) return new Value(`${a.label}保持${a.text}`, aim.facts, aim.formula);
  const [up, down] = a.isRate ? [a.up, "降低"] : ["增加", "减少"];
  const word = b.number.sign > 0 ? up : down;
  return new Value(`${a.label}由${a.text}${word}到${aim.text}`, aim.facts, aim.formula);
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
 * How many records a list has, with its measure word: 5项.
 * @param {Rows} rows
 */
export function count(rows) {
  const { label, unit } = rows;
  const facts = [rows.path];
  if (!rows.known) return blank([new Value("", facts)], unit);
  return new Figure(Decimal.of(String(rows.rows.length)), { facts, unit, label });
}

// --- a figure stated whole ---

/**
 * Label, value, comparison and completion as far as known: what a problem cites.
 * @param {Numeric} x
 */
export function stated(x) {
  const mine = now(x);
  if (!mine) return blank([x]);
  const verb = mine.isRate ? "为" : "";
  const parts = [new Value(`${mine.label}${verb}${mine.text}`, mine.facts, mine.formula)];
  if (side(x, "last")) parts.push(compared(x));
  const plan = side(x, "plan");
  if (plan?.number.sign) parts.push(againstPlan(x, mine, plan));
  const formula = parts.map((part) => part.formula).filter(Boolean);
  return new Value(parts.map((part) => part.text).join("，"), factsOf(...parts), formula.join("；"));
}

/**
 * @param {Numeric} x
 * @param {Figure} mine
 * @param {Figure} plan
 */
function againstPlan(x, mine, plan) {
  if (!mine.isRate) {
    const done = completion(x);
    return new Value(`为计划的${done.text}`, done.facts, done.formula);
  }
  const step = mine.number.minus(plan.number);
  const word = step.sign > 0 ? "高于" : "低于";
  const text = step.sign ? `${word}目标${size(step, mine)}` : "与目标持平";
  return new Value(text, factsOf(mine, plan), differenceFormula(mine, plan));
}
