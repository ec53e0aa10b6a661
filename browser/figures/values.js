// What a template can print: every value knows its text, its facts and its formula; mirrors
// macros/figures/values.py.

import table from "../../macros/figures/values.json" with { type: "json" };
import { Decimal } from "./decimal.js";
import { wholeTrimmed } from "./numerals.js";

/** @typedef {import("./periods.js").Day} Day */
/** @typedef {import("./periods.js").Period} Period */

export const MARK = table.blank;
/** @type {Record<string, string>} what a difference of rates is counted in */
export const POINTS = table.points;
/** @type {Record<string, number>} of what a rate is a part, by its unit */
export const WHOLE = table.whole;
export const LARGEST_SHARE = table.largest_share; // of its whole, as 人次 may be of 人
export const FEWEST_OF_RATE = table.fewest_of_rate; // in a whole of which a percentage is worth saying
/** @type {Record<string, number>} WHOLE as a power of ten */
export const SHIFTS = table.shifts;
/** @type {Record<string, string>} where they differ: 12.3/10万 */
export const PRINTED_UNITS = table.printed_units;
/** @type {Record<string, {before: string, after: string, relation: string}>} */
export const BOUNDS = table.bounds; // what a rounded figure lies below or above
export const ENTERED = table.entered; // the formula of a rate whose counts are not known
/** @type {Record<string, number>} powers of ten */
export const MULTIPLIERS = table.multipliers;
export const RANK_UNIT = table.rank_unit;
export const RISE_OF_LEVEL = table.rise_of_level; // by which of two is better
/** @type {Record<string, string>} by what it does when it grows */
const FALL = table.fall;

/** A stretch of text that came from data; `facts` are paths: `paid.now`, `works[0].name`. */
export class Value {
  /** @type {boolean} whether it has been entered */
  known = true;

  /**
   * @param {string} text
   * @param {string[]} [facts]
   * @param {string} [formula]
   */
  constructor(text, facts = [], formula = "") {
    this.text = text;
    this.facts = facts;
    this.formula = formula;
  }
}

/** A fact that is not entered yet: a visible gap, with the unit of what belongs there. */
export class Blank extends Value {
  /** @override */
  known = false;
}

/**
 * The blank for what would be computed from `sources`.
 * @param {(Value | Series)[]} sources
 * @param {string} [unit]
 */
export function blank(sources, unit = "") {
  return new Blank(MARK + unit, factsOf(...sources));
}

/** An approximate number in words: 百余人, 若干户, 一批. */
export class Rough extends Value {
  /**
   * @param {string} words
   * @param {string} unit
   * @param {string[]} facts
   */
  constructor(words, unit, facts) {
    super(words + unit, facts);
    this.words = words;
  }
}

/** One of the options that a fact allows. */
export class Choice extends Value {}

/** A date. */
export class DayValue extends Value {
  /**
   * @param {Day} day
   * @param {string[]} facts
   * @param {boolean} sameYear whether it lies in the year of the period
   */
  constructor(day, facts, sameYear) {
    super(day.text, facts);
    this.day = day;
    this.sameYear = sameYear;
  }

  /** The year where the text must state it, otherwise empty. */
  get yearText() {
    return this.sameYear ? "" : `${String(this.day.year)}年`;
  }
}

/** The period that a text reports on. */
export class PeriodValue extends Value {
  /**
   * @param {Period} period
   * @param {string[]} facts
   */
  constructor(period, facts) {
    super(period.text, facts);
    this.period = period;
  }
}

/**
 * What belongs to a figure besides its number.  `near` is 近 and `over` is 余, for approximate
 * numbers (概数); `grows` is false where growth in percent means nothing; `up` is the verb for the
 * growth of a level: a rate, a score, an average; `asOf` follows the figure where a text only states it;
 * `bound` is below or above where rounding would say nothing or all: 不足0.01%, 99.99%以上;
 * `counts` are the numerator and the denominator of a rate that was computed, and `official` is whether
 * the dictionary defines it.
 * @typedef {object} Traits
 * @property {string[]} [facts]
 * @property {string} [formula]
 * @property {string} [unit]
 * @property {string} [label]
 * @property {string} [near]
 * @property {string} [over]
 * @property {boolean} [grows]
 * @property {string} [up]
 * @property {string} [asOf]
 * @property {string} [bound]
 * @property {[Figure, Figure] | undefined} [counts]
 * @property {boolean} [official]
 */

/** An exact number with its unit. */
export class Figure extends Value {
  /**
   * @param {Decimal} number
   * @param {Traits} traits
   */
  constructor(number, { facts, formula, unit = "", label = "", near = "", over = "", ...traits }) {
    super("", facts, formula);
    this.number = number;
    this.unit = unit;
    this.label = label;
    this.near = near;
    this.over = over;
    this.grows = traits.grows ?? true;
    this.up = traits.up ?? "";
    this.asOf = traits.asOf ?? "";
    this.bound = traits.bound ?? "";
    this.counts = traits.counts;
    this.official = traits.official ?? false;
    this.scale = unit.charAt(0) in MULTIPLIERS ? unit.charAt(0) : "";
    this.baseUnit = printedUnit(unit.slice(this.scale.length));
    this.text = this.withDigits(this.digits);
  }

  /** The number as it is printed: as entered, but a computed 100.00% is 100%. */
  get digits() {
    const number = bounded(this.number, this.bound);
    return this.formula ? this.trimmed(number) : number.plain;
  }

  /**
   * The digits of a figure like this one: a rate or a quotient has no 100.00.
   * @param {Decimal} number
   */
  trimmed(number) {
    const quotient = this.isRate || (this.formula && this.up);
    return quotient ? wholeTrimmed(number) : number.plain;
  }

  /**
   * The text with other digits for its number: 2万余人次, but 8000余万平方米.
   * @param {string} digits
   */
  withDigits(digits) {
    const tens = this.over !== "" && this.number.compare(this.number.rounded(-1)) === 0;
    const amount = tens ? this.over + this.scale : this.scale + this.over;
    const { before, after } = BOUNDS[this.bound] ?? { before: this.near, after: "" };
    return before + digits + amount + this.baseUnit + after;
  }

  /** Whether it is a part of a whole: in %, ‰ or 1/10万. */
  get isRate() {
    return this.unit in WHOLE;
  }

  /** Whether it is a percentage of so few that their number says more. */
  get ofFew() {
    return Boolean(this.counts && !this.official && this.counts[1].base.compare(FEWEST_OF_RATE) < 0);
  }

  /** Whether it stands high or low, as a rate, a score, an average: not an amount. */
  get isLevel() {
    return this.up !== "" || this.isRate;
  }

  /** The unit of the text, without 万 where 余 parts it from there: 2万余人次. */
  get shownUnit() {
    const whole = this.text.endsWith(printedUnit(this.unit));
    return whole ? this.unit : this.unit.slice(this.scale.length);
  }

  /**
   * The same figure as of a date: （截至9月25日）.
   * @param {string} asOf
   */
  dated(asOf) {
    const { number, ...traits } = this;
    return new Figure(number, { ...traits, asOf });
  }

  get isRank() {
    return this.unit === RANK_UNIT;
  }

  /** The verb for growth: 增加 for an amount, 提高 or 上升 for a level. */
  get rise() {
    if (this.isRank) return table.rise_of_rank;
    return this.up || (this.isRate ? RISE_OF_LEVEL.higher : table.rise_of_amount);
  }

  /** The verb for a decline: 减少 for an amount, 下降 for a level. */
  get fall() {
    return FALL[this.rise] ?? "";
  }

  /** The number in the unit without 万 or 亿. */
  get base() {
    return this.number.scaled(MULTIPLIERS[this.scale] ?? 0);
  }

  /** The number as formulas show it: 1463.70, 22.7万, (-3). */
  get operand() {
    const operand = this.number.plain + this.scale;
    return this.number.sign < 0 ? `(${operand})` : operand;
  }
}

/** A fact for this period, for the earlier period and as planned; prints this period's value. */
export class Series {
  /**
   * @param {{now: Value, last: Value, plan: Value}} sides
   * @param {string} label
   * @param {string} comparedWith
   * @param {boolean} [announced] the opening has stated it with its change, which need not be said again
   * @param {boolean} [lessSought] the checks that it was found by were fewer than in the last period
   */
  constructor({ now, last, plan }, label, comparedWith, announced = false, lessSought = false) {
    this.now = now;
    this.last = last;
    this.plan = plan;
    this.label = label;
    this.comparedWith = comparedWith;
    this.announced = announced;
    this.lessSought = lessSought;
  }

  get text() {
    return this.now.text;
  }

  get facts() {
    return this.now.facts;
  }

  get formula() {
    return this.now.formula;
  }

  get known() {
    return this.now.known;
  }
}

/**
 * The number, or the last before it that a text can say it lies below or above.
 * @param {Decimal} number
 * @param {string} bound
 */
export function bounded(number, bound) {
  if (!(bound in BOUNDS)) return number;
  const step = Decimal.of(bound === "below" ? "1" : "-1").scaled(number.exponent);
  return number.plus(step);
}

/**
 * A unit as it stands after digits: 12.3/10万.
 * @param {string} unit
 */
export function printedUnit(unit) {
  return PRINTED_UNITS[unit] ?? unit;
}

/** @typedef {Record<string, Value | Series>} Row */

/** A list of records; a required list that is not entered holds one row of blanks. */
export class Rows {
  /**
   * @param {Row[]} rows
   * @param {{label: string, unit: string, path: string, first: string,
   *   units: Record<string, string>, known: boolean}} traits
   */
  constructor(rows, { label, unit, path, first, units, known }) {
    this.rows = rows;
    this.label = label;
    this.unit = unit;
    this.path = path;
    this.first = first;
    this.units = units;
    this.known = known;
  }
}

/**
 * The paths of all sources, each once, in order.
 * @param {(Value | Series)[]} sources
 */
export function factsOf(...sources) {
  return [...new Set(sources.flatMap((source) => source.facts))];
}
