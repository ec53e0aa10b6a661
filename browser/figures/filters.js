// The filters of templates, which put a value another way: 24.25万人次, 3月31日; mirrors macros/figures/filters.py.

import { now, unitOf } from "./arithmetic.js";
import { chinese, grouped, trimmed } from "./numerals.js";
import {
  blank,
  Blank,
  DayValue,
  factsOf,
  MARK,
  MULTIPLIERS,
  PeriodValue,
  Rough,
  Value,
} from "./values.js";

/** @typedef {import("./arithmetic.js").Numeric} Numeric */
/** @typedef {import("./values.js").Figure} Figure */
/** @typedef {import("./values.js").Rows} Rows */

const SCALED_DECIMALS = 2;
const THOUSAND = "千";
const THOUSAND_DIGITS = 3;
const CHINESE_LIMIT = 16; // digits: chinese() counts below 10**16

// --- numbers ---

/**
 * @param {Numeric} x
 * @param {(figure: Figure) => string} toText
 */
function withFigure(x, toText) {
  const figure = now(x);
  if (!figure) return blank([x], unitOf(x));
  return new Value(toText(figure), figure.facts, figure.formula);
}

/**
 * The number without its unit: 570余, 百余.
 * @param {Numeric} x
 */
export function bare(x) {
  if (x instanceof Rough) return new Value(x.words, x.facts);
  if (!now(x)) return blank([x]);
  return withFigure(x, ({ text, baseUnit }) =>
    baseUnit && text.endsWith(baseUnit) ? text.slice(0, -baseUnit.length) : text,
  );
}

/**
 * The figure with a comma before every three digits: 242,534人次.
 * @param {Numeric} x
 */
export function thousands(x) {
  return withFigure(x, (figure) => figure.withDigits(grouped(figure.digits)));
}

/**
 * The figure in 万 with at most two decimals: 24.25万人次; one below 1万 stays as it is.
 * @param {Numeric} x
 */
export function wan(x) {
  return inScale(x, "万");
}

/**
 * The figure in 亿 with at most two decimals: 1.52亿元; one below 1亿 stays as it is.
 * @param {Numeric} x
 */
export function yi(x) {
  return inScale(x, "亿");
}

/**
 * @param {Numeric} x
 * @param {string} scale
 */
function inScale(x, scale) {
  return withFigure(x, (figure) => {
    const number = figure.base.scaled(-(MULTIPLIERS[scale] ?? 0));
    if (number.abs().compare(1) < 0) return figure.text;
    const digits = trimmed(number.rounded(SCALED_DECIMALS));
    return figure.near + digits + scale + figure.over + figure.baseUnit;
  });
}

/**
 * A figure counted in thousands as ones: 12640日 of 12.64千日; any other stays as it is.
 * @param {Numeric} x
 */
export function ones(x) {
  const figure = now(x);
  if (!figure?.unit.startsWith(THOUSAND)) return withFigure(x, ({ text }) => text);
  const digits = trimmed(figure.number.scaled(THOUSAND_DIGITS));
  const text = figure.near + digits + figure.over + figure.unit.slice(THOUSAND.length);
  return new Value(text, figure.facts, `${figure.operand}${THOUSAND} = ${digits}`);
}

/**
 * A whole number as a Chinese numeral with its unit: 五项, 两个; any other stays as it is.
 * @param {Numeric | number} x
 */
export function cn(x) {
  if (typeof x === "number") return new Value(chinese(String(x)));
  return withFigure(x, (figure) => {
    const { base, baseUnit } = figure;
    const digits = base.rounded(0).plain;
    const whole = base.isWhole && base.sign >= 0 && digits.length <= CHINESE_LIMIT;
    if (!whole || figure.isRate) return figure.text;
    const numeral = chinese(digits);
    return (numeral === "二" && baseUnit ? "两" : numeral) + baseUnit;
  });
}

// --- dates and periods ---

/**
 * The month of a date: 3月; with the year where that is not the period's.
 * @param {Value} x
 */
export function month(x) {
  return x instanceof DayValue ? new Value(x.yearText + x.day.monthText, x.facts) : blank([x]);
}

/**
 * A date without its year: 3月31日; with the year where that is not the period's.
 * @param {Value} x
 */
export function monthday(x) {
  return x instanceof DayValue ? new Value(x.yearText + x.day.monthdayText, x.facts) : blank([x]);
}

/**
 * The days from start to end: 9月20日至30日, 9月28日至10月3日.  One day where both are the same; with
 * the years where either is not the period's.
 * @param {Value} start
 * @param {Value} end
 */
export function span(start, end) {
  if (!(start instanceof DayValue) || !(end instanceof DayValue)) return blank([start, end]);
  const same = start.sameYear && end.sameYear;
  const first = same ? start.day.monthdayText : start.day.text;
  const text = start.text === end.text ? first : `${first}至${start.day.to(end.day)}`;
  return new Value(text, factsOf(start, end));
}

/**
 * The year of a date or a period: 2013年.
 * @param {Value} x
 */
export function year(x) {
  if (x instanceof DayValue) return new Value(`${String(x.day.year)}年`, x.facts);
  return x instanceof PeriodValue ? new Value(`${String(x.period.year)}年`, x.facts) : blank([x]);
}

/**
 * How a text refers to its own period: 本季度.
 * @param {Value} x
 */
export function thisPeriod(x) {
  return x instanceof PeriodValue ? new Value(x.period.this, x.facts) : blank([x]);
}

/**
 * The name of the following period: 第二季度, 2027年.
 * @param {Value} x
 */
export function nextPeriod(x) {
  return x instanceof PeriodValue ? new Value(x.period.next, x.facts) : blank([x]);
}

// --- lists and labels ---

/**
 * Texts as a list in a sentence: 甲、乙和丙.  Where one has a 和 of its own, 以及 stands before the last:
 * 采集和检测以及供应.
 * @param {string[]} texts
 */
export function enumerated(texts) {
  const and = texts.some((text) => text.includes("和")) ? "以及" : "和";
  return [texts.slice(0, -1).join("、"), ...texts.slice(-1)].filter(Boolean).join(and);
}

/**
 * One field of every record, joined: 甲、乙和丙; a blank where any is missing.
 * @param {Rows} rows
 * @param {string} [name]
 */
export function listed(rows, name = rows.first) {
  const values = rows.rows.map((row) => row[name] ?? blank([]));
  if (!rows.known || values.length === 0) {
    const facts = factsOf(...values);
    return new Blank(MARK, facts.length > 0 ? facts : [rows.path]);
  }
  const joined = enumerated(values.map((value) => value.text));
  const whole = values.every((value) => value.known);
  return whole ? new Value(joined, [rows.path]) : new Blank(joined, [rows.path]);
}
