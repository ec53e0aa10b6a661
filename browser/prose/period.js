// Reads the period that a text is about from its title: 2026年上半年, 2026年第一季度, 2025—2026学年第一学期.

/** @typedef {import("./types.js").Period} Period */

const QUARTERS = "一二三四";
const TERM = /(20[0-9]{2})\s?[-—–~－]+\s?(20[0-9]{2})学年(?:度)?(?:第?([一二12上下])学期)?/;
const SEASON = /(20[0-9]{2})年(春|秋)(?:季|期)学期/;
const CALENDAR = /(20[0-9]{2})年(?:度)?(?:(上|下)半年|第?(?:前|[1一][-—–~～至]+)第?([三3])季度|第?([一二三四1-4])季度|([1一]月?[-—–~～至]+)?([0-9]{1,2})月份?)?/;
const SINCE_JANUARY = /** @type {Record<string, Period["kind"]>} */ ({ 3: "quarter", 6: "half-year" }); // by the last month

/**
 * @param {string} title
 * @returns {Period | null}
 */
export function readPeriod(title) {
  return term(title) ?? calendar(title);
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
  if (half !== undefined) return { kind: "half-year", year, ...months(january, half === "上" ? 0 : 6, 6), label };
  if (quarter !== undefined) return { kind: "quarter", year, ...months(january, quarterIndex(quarter) * 3, 3), label };
  if (three !== undefined) return { kind: "year", year, ...months(january, 0, 9), label };
  if (from !== undefined) return { kind: SINCE_JANUARY[month ?? ""] ?? "year", year, ...months(january, 0, Number(month)), label };
  if (month !== undefined) return { kind: "month", year, ...months(january, Number(month) - 1, 1), label };
  return { kind: "year", year, ...months(january, 0, 12), label };
}

/**
 * @param {number} january
 * @param {number} from
 * @param {number} count
 */
function months(january, from, count) {
  return { first: january + from, last: january + from + count - 1 };
}

/**
 * 0 for the first quarter.
 * @param {string} sign
 */
export function quarterIndex(sign) {
  const at = QUARTERS.indexOf(sign);
  return at < 0 ? Number(sign) - 1 : at;
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
