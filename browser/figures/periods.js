// Periods and dates: how data write them, and how a text names and compares them; mirrors
// macros/figures/periods.py.

import table from "../../macros/figures/periods.json" with { type: "json" };
import { whole } from "./patterns.js";

/** @typedef {keyof typeof table.kinds} PeriodKind */
/**
 * How periods of a kind are written in data and named in a text; lists have one per part.
 * `months` are the first and the last, counted from January of the first year; `expected` is what a
 * message says that data should have, `typed` the pattern of what people type
 * after the year.
 * @typedef {{letter: string, months: number[][], names: string[], this: string[], previous: string[],
 *   year_before: string, expected: string, typed: string}} KindOfPeriod
 */

const PERIOD = whole(table.period_pattern);
const DAY = whole(table.day_pattern);
/** @type {Record<string, string>} what a later comparison with that period says */
export const SHORT = table.short;
export const FIRST_YEAR = table.first_year;
const LAST_YEAR = table.last_year;
// August: the month in which work for a school year may begin
const FIRST_OF_SCHOOL_YEAR = table.first_month_of_school_year;
/** @type {Record<PeriodKind, KindOfPeriod>} */
export const KINDS = table.kinds;
const OF_LETTER = new Map(
  Object.entries(KINDS).map(([kind, { letter }]) => [letter, /** @type {PeriodKind} */ (kind)]),
);

/**
 * What a message says that data should have, of one or several kinds.
 * @param {PeriodKind[]} kinds
 */
export function expectedPeriods(kinds) {
  return kinds.map((kind) => KINDS[kind].expected).join("；");
}

/** A year, half-year, quarter or school term; `part` counts from 1 within the year. */
export class Period {
  /**
   * @param {number} year
   * @param {PeriodKind} kind
   * @param {number} [part]
   */
  constructor(year, kind, part = 1) {
    this.year = year;
    this.kind = kind;
    this.part = part;
  }

  get name() {
    return KINDS[this.kind].names[this.part - 1] ?? "";
  }

  /** The full name: 2026年第一季度, 2025—2026学年第二学期. */
  get text() {
    const year = String(this.year);
    const school = `${year}—${String(this.year + 1)}学年`;
    return (this.kind === "term" ? school : `${year}年`) + this.name;
  }

  /** How a text refers to its own period: 本季度, 上半年, 本年度, 本学期. */
  get this() {
    return KINDS[this.kind].this[this.part - 1] ?? "";
  }

  /** The period as data write it: 2026, 2026H1, 2026Q1, 2025-2026T2. */
  get code() {
    const { letter } = KINDS[this.kind];
    const years = this.kind === "term" ? `${String(this.year)}-${String(this.year + 1)}` : String(this.year);
    return letter ? `${years}${letter}${String(this.part)}` : years;
  }

  get following() {
    const last = this.part === KINDS[this.kind].names.length;
    return last
      ? new Period(this.year + 1, this.kind)
      : new Period(this.year, this.kind, this.part + 1);
  }

  get preceding() {
    return this.part === 1
      ? new Period(this.year - 1, this.kind, KINDS[this.kind].names.length)
      : new Period(this.year, this.kind, this.part - 1);
  }

  /** The same period a year before. */
  get yearBefore() {
    return new Period(this.year - 1, this.kind, this.part);
  }

  /** The first and the last month, counted from January of year 0. */
  get months() {
    const [first = 1, last = 12] = KINDS[this.kind].months[this.part - 1] ?? [];
    return { first: this.year * 12 + first - 1, last: this.year * 12 + last - 1 };
  }

  /** The next period's name, with its year only where the year changes. */
  get next() {
    const after = this.following;
    return after.year === this.year ? after.name : after.text;
  }

  /**
   * Tells whether a day lies in the period's year; a school year begins in August.
   * @param {Day} day
   */
  isYearOf(day) {
    const isLate = this.kind === "term" && day.month < FIRST_OF_SCHOOL_YEAR;
    return day.year - Number(isLate) === this.year;
  }

  /** @param {Period} other */
  equals(other) {
    return this.year === other.year && this.kind === other.kind && this.part === other.part;
  }

  /**
   * The name of the earlier period that this one is compared with: 上年同期, 上季度.
   * @param {Period | null} earlier
   */
  base(earlier) {
    if (!earlier) return "上期";
    if (earlier.kind !== this.kind) return earlier.text;
    const { previous, year_before: yearBefore } = KINDS[this.kind];
    if (earlier.following.equals(this)) return previous[this.part - 1] ?? "";
    return earlier.equals(this.yearBefore) ? yearBefore : earlier.text;
  }
}

/** A day, or a whole month where `day` is 0. */
export class Day {
  /**
   * @param {number} year
   * @param {number} month
   * @param {number} day
   */
  constructor(year, month, day) {
    this.year = year;
    this.month = month;
    this.day = day;
  }

  /** 2013年3月31日, or 2013年3月 for a month. */
  get text() {
    return `${String(this.year)}年${this.monthdayText}`;
  }

  get monthText() {
    return `${String(this.month)}月`;
  }

  get monthdayText() {
    return this.monthText + (this.day ? `${String(this.day)}日` : "");
  }

  /**
   * How a text that has named this day names the last day: 30日, 10月3日.
   * @param {Day} end
   */
  to(end) {
    if (this.year !== end.year) return end.text;
    const within = this.day && end.day && this.month === end.month;
    return within ? `${String(end.day)}日` : end.monthdayText;
  }
}

/**
 * Reads 2026, 2026H1, 2026Q1 or 2025-2026T2; null for anything else.
 * @param {string} written
 */
export function parsePeriod(written) {
  const match = PERIOD.exec(written);
  if (!match) return null;
  const kind = OF_LETTER.get(match[3] ?? "") ?? "year";
  const [year, to, part] = [Number(match[1]), match[2], Number(match[4] ?? 1)];
  const rightYears = kind === "term" ? Number(to) === year + 1 : to === undefined;
  const known = part <= KINDS[kind].names.length && year >= FIRST_YEAR && year <= LAST_YEAR;
  return rightYears && known ? new Period(year, kind, part) : null;
}

/**
 * Reads a day, 2013-03-31, or a month, 2013-03; null for anything else.
 * @param {string} written
 */
export function parseDay(written) {
  const match = DAY.exec(written);
  if (!match) return null;
  const [year, month, day] = [Number(match[1]), Number(match[2]), Number(match[3] ?? 0)];
  if (year < FIRST_YEAR || year > LAST_YEAR || month < 1 || month > 12) return null;
  const longest = new Date(Date.UTC(year, month, 0)).getUTCDate();
  if (match[3] !== undefined && (day < 1 || day > longest)) return null;
  return new Day(year, month, day);
}
