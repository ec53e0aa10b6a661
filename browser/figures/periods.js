// Periods and dates: how data write them, and how a text names and compares them; mirrors
// macros/figures/periods.py.

/** @typedef {"year" | "half-year" | "quarter" | "term"} PeriodKind */

const PERIOD = /^(\d{4})(?:-(\d{4}))?(?:([QHT])([1-4]))?$/;
const DATE = /^(\d{4})-(\d{2})(?:-(\d{2}))?$/;
const FIRST_YEAR = 1949;
const LAST_YEAR = 2199;
const FIRST_OF_TERM = 8; // August: the month in which work for a school year may begin
/** @type {Record<string, PeriodKind>} */
const KINDS = { "": "year", H: "half-year", Q: "quarter", T: "term" };

/** @type {Record<PeriodKind, {letter: string, names: string[], these: string[]}>} */
export const PERIODS = {
  year: { letter: "", names: [""], these: ["本年度"] },
  "half-year": { letter: "H", names: ["上半年", "下半年"], these: ["上半年", "下半年"] },
  quarter: {
    letter: "Q",
    names: ["第一季度", "第二季度", "第三季度", "第四季度"],
    these: ["本季度", "本季度", "本季度", "本季度"],
  },
  term: { letter: "T", names: ["第一学期", "第二学期"], these: ["本学期", "本学期"] },
};

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
    return PERIODS[this.kind].names[this.part - 1] ?? "";
  }

  /** The full name: 2026年第一季度, 2025—2026学年第二学期. */
  get text() {
    const year = String(this.year);
    const school = `${year}—${String(this.year + 1)}学年`;
    return (this.kind === "term" ? school : `${year}年`) + this.name;
  }

  /** How a text refers to its own period: 本季度, 上半年, 本年度, 本学期. */
  get this() {
    return PERIODS[this.kind].these[this.part - 1] ?? "";
  }

  /** The period as data write it: 2026, 2026H1, 2026Q1, 2025-2026T2. */
  get code() {
    const { letter } = PERIODS[this.kind];
    const years = this.kind === "term" ? `${String(this.year)}-${String(this.year + 1)}` : String(this.year);
    return letter ? `${years}${letter}${String(this.part)}` : years;
  }

  get following() {
    const last = this.part === PERIODS[this.kind].names.length;
    return last
      ? new Period(this.year + 1, this.kind)
      : new Period(this.year, this.kind, this.part + 1);
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
    const isLate = this.kind === "term" && day.month < FIRST_OF_TERM;
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
    if (earlier.following.equals(this)) return this.#previous();
    if (earlier.year === this.year - 1 && earlier.part === this.part) {
      return this.kind === "term" ? "上学年同期" : "上年同期";
    }
    return earlier.text;
  }

  #previous() {
    const half = this.part > 1 ? "上半年" : "上年下半年";
    return { year: "上年", quarter: "上季度", term: "上学期", "half-year": half }[this.kind];
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
  const kind = KINDS[match[3] ?? ""] ?? "year";
  const [year, to, part] = [Number(match[1]), match[2], Number(match[4] ?? 1)];
  const rightYears = kind === "term" ? Number(to) === year + 1 : to === undefined;
  const known = part <= PERIODS[kind].names.length && year >= FIRST_YEAR && year <= LAST_YEAR;
  return rightYears && known ? new Period(year, kind, part) : null;
}

/**
 * Reads a day, 2013-03-31, or a month, 2013-03; null for anything else.
 * @param {string} written
 */
export function parseDay(written) {
  const match = DATE.exec(written);
  if (!match) return null;
  const [year, month, day] = [Number(match[1]), Number(match[2]), Number(match[3] ?? 0)];
  if (year < FIRST_YEAR || year > LAST_YEAR || month < 1 || month > 12) return null;
  const longest = new Date(Date.UTC(year, month, 0)).getUTCDate();
  if (match[3] !== undefined && (day < 1 || day > longest)) return null;
  return new Day(year, month, day);
}
