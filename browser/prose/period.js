// Reads the period that a text is about from its title: 2026年上半年, 2026年第一季度, 2025—2026学年第一学期.

/** @typedef {import("./types.js").Period} Period */

const QUARTERS = "一二三四";
const NUMERALS = "〇一二三四五六七八九";
const TERM = /(20[0-9]{2})\s?[-—–~－]+\s?(20[0-9]{2})学年(?:度)?(?:第?([一二12上下])学期)?/;
const SEASON = /(20[0-9]{2})年(春|秋)(?:季|期)学期/;
const CALENDAR = /(20[0-9]{2})年(?:度)?(?:(上|下)半年|第?(?:前|[1一][-—–~～至]+)第?([三3])季度|第?([一二三四1-4])季度|([1一]月?[-—–~～至]+)?([0-9]{1,2})月份?)?/;
const SINCE_JANUARY = /** @type {Record<string, Period["kind"]>} */ ({ 3: "quarter", 6: "half-year" }); // by the last month

/**
 * @param {string} title
 * @returns {Period | null}
 */
export function readPeriod(title) {
  const digits = title.replace(/二[〇○零][一二三四五六七八九〇○零]{2}(?=年)/, (year) => Array.from(year, (sign) => Math.max(0, NUMERALS.indexOf(sign))).join(""));
  return term(digits) ?? calendar(digits);
}

/**
 * @param {string} title
 * @returns {Period | null}
 */
function term(title) {
  const match = TERM.exec(title);
  const [label, of, season] = SEASON.exec(title) ?? [];
  if (label !== undefined) {
    const start = Number(of) * 12 + (season === "秋" ? 7 : 1);
    return { kind: "term", year: Number(of), first: start, last: start + 5, label };
  }
  if (!match) return null;
  const year = Number(match[1]);
  const august = year * 12 + 7;
  const half = /[一1上]/.test(match[3] ?? "") ? 0 : /[二2下]/.test(match[3] ?? "") ? 1 : undefined;
  const first = august + (half ?? 0) * 6;
  return { kind: "term", year, first, last: half === undefined ? august + 11 : first + 5, label: match[0] };
}

/**
 * @param {string} title
 * @returns {Period | null}
 */
function calendar(title) {
  const match = CALENDAR.exec(title);
  if (!match) return null;
  const [label, digits, half, three, quarter, from, month] = match;
  const year = Number(digits);
  const january = year * 12;
  const whole = { kind: /** @type {Period["kind"]} */ ("year"), year, ...monthsOf(january, quarter, half), label };
  if (half !== undefined) return { ...whole, kind: "half-year" };
  if (quarter !== undefined) return { ...whole, kind: "quarter" };
  if (three !== undefined) return { ...whole, last: january + 8 };
  if (month === undefined) return whole;
  const last = january + Number(month) - 1;
  return from === undefined ? { ...whole, kind: "month", first: last, last } : { ...whole, kind: SINCE_JANUARY[month] ?? "year", last };
}

/**
 * The months of a quarter or of a half year, or else of the whole year.
 * @param {number} january
 * @param {string | undefined} quarter
 * @param {string | undefined} half
 */
export function monthsOf(january, quarter, half) {
  const from = quarter === undefined ? (half === "下" ? 6 : 0) : (((QUARTERS.indexOf(quarter) + 1 || Number(quarter)) - 1) * 3);
  const count = quarter === undefined ? (half === undefined ? 12 : 6) : 3;
  return { first: january + from, last: january + from + count - 1 };
}

/**
 * The year of a day that is written without one: of the first such month in the period, else the period's last.
 * @param {Pick<Period, "first" | "last">} period
 * @param {number} month
 */
export function yearIn({ first, last }, month) {
  const [begun, ended] = [Math.floor(first / 12), Math.floor(last / 12)];
  return begun * 12 + month - 1 >= first ? begun : ended;
}
