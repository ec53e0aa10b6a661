// What a template can print: every value knows its text, its facts and its formula; mirrors values.py.

import { wholeTrimmed } from "./numerals.js";

/** @typedef {import("./decimal.js").Decimal} Decimal */
/** @typedef {import("./periods.js").Day} Day */
/** @typedef {import("./periods.js").Period} Period */

export const MARK = "＿＿＿＿";
/** @type {Record<string, string>} */
export const POINTS = { "%": "百分点", "‰": "千分点" };
/** @type {Record<string, number>} */
export const WHOLE = { "%": 100, "‰": 1000 };
/** @type {Record<string, number>} */
export const MULTIPLIERS = { 万: 4, 亿: 8 };

/** A stretch of text that came from data; `facts` are paths: `paid.now`, `works[0].name`. */
export class Value {
  /** @type {boolean} whether it has been given */
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

/** A fact nobody has given yet: a visible gap, with the unit of what belongs there. */
export class Blank extends Value {
  /** @override */
  known = false;
}

/** One of the options a fact allows. */
export class Choice extends Value {}

/** A date. */
export class DayValue extends Value {
  /**
   * @param {Day} day
   * @param {string[]} facts
   * @param {boolean} sameYear whether it is in the year of the period
   */
  constructor(day, facts, sameYear) {
    super(day.text, facts);
    this.day = day;
    this.sameYear = sameYear;
  }

  /** The year where a text must say it, an empty text elsewhere. */
  get yearText() {
    return this.sameYear ? "" : `${String(this.day.year)}年`;
  }
}

/** The period a text reports on. */
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
 * What a figure is besides its number.  `near` is 近, `over` is 余 (概数); `grows` is false where
 * a percentage of change says nothing; `up` is what a level (a rate, a score, an average) does
 * when it grows.
 * @typedef {object} Traits
 * @property {string[]} [facts]
 * @property {string} [formula]
 * @property {string} [unit]
 * @property {string} [label]
 * @property {string} [near]
 * @property {string} [over]
 * @property {boolean} [grows]
 * @property {string} [up]
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
    this.scale = unit.charAt(0) in MULTIPLIERS ? unit.charAt(0) : "";
    this.baseUnit = unit.slice(this.scale.length);
    this.text = this.withDigits(this.digits);
  }

  /** The number as it prints: as entered, but a computed 100.00% is 100%. */
  get digits() {
    return this.formula && this.isRate ? wholeTrimmed(this.number) : this.number.plain;
  }

  /**
   * The text with its number put as `digits`: 2万余人次, but 8000余万平方米.
   * @param {string} digits
   */
  withDigits(digits) {
    const tens = this.over !== "" && this.number.value.mod(10).eq(0);
    const amount = tens ? this.over + this.scale : this.scale + this.over;
    return this.near + digits + amount + this.baseUnit;
  }

  get isRate() {
    return this.unit in POINTS;
  }

  /** What the figure does when it grows: an amount 增加, a level 提高 or 上升. */
  get rise() {
    return this.up || (this.isRate ? "提高" : "增加");
  }

  /** What the figure does when it shrinks: an amount 减少, a level 下降. */
  get fall() {
    return this.rise === "增加" ? "减少" : "下降";
  }

  /** The number in the unit without 万 or 亿. */
  get base() {
    return this.number.scaled(MULTIPLIERS[this.scale] ?? 0);
  }

  /** The number as a formula shows it: 1518.20, 23.3万, (-3). */
  get operand() {
    const operand = this.number.plain + this.scale;
    return this.number.sign < 0 ? `(${operand})` : operand;
  }
}

/** One fact in this period, the one it is compared with, and the plan; prints this period's. */
export class Series {
  /**
   * @param {{now: Value, last: Value, plan: Value}} sides
   * @param {string} label
   * @param {string} comparedWith
   */
  constructor({ now, last, plan }, label, comparedWith) {
    this.now = now;
    this.last = last;
    this.plan = plan;
    this.label = label;
    this.comparedWith = comparedWith;
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

/** @typedef {Record<string, Value | Series>} Row */

/** A list of records.  A required list nobody has given holds one row of blanks. */
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
 * A blank that stands for something computed from `sources`.
 * @param {(Value | Series)[]} sources
 * @param {string} [unit]
 */
export function blank(sources, unit = "") {
  return new Blank(MARK + unit, factsOf(...sources));
}

/**
 * The paths of all sources, each once, in order.
 * @param {(Value | Series)[]} sources
 */
export function factsOf(...sources) {
  return [...new Set(sources.flatMap((source) => source.facts))];
}
