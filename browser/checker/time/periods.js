// Holds the times that a text tells against the period of its title: years, quarters, days up to which it counts, the
// day it was signed, the years of document numbers.

import { monthsOf, yearIn } from "../../prose/period.js";
import { spanOf } from "../span_of.js";
import { FROM_TO, PART, plannedBefore } from "./quarters.js";
import { notAhead, sameYear, schoolYears } from "./mistaken_times.js";

/** @typedef {import("../types.js").Prose} Prose */
/** @typedef {import("../types.js").Remark} Remark */
/** @typedef {import("../../prose/types.js").Period} Period */

const OPENING = new RegExp(`(?:^\\s*|现[将就])(20[0-9]{2})年度?(?:${PART})?(?:[，,是]|工作[^，。；]{0,8}如下)`);
const UP_TO = /(?:截[至止]到?|(?<=^|[。；，、）])至(?=[^，。]{2,9}[底末]，))(?:(20[0-9]{2})年)?([0-9]{1,2})月/g;
const PART_OF_YEAR = /(?:[上下]半年|前三季度|[一二三四]季度)(?=(?:(?!半年|季度|全年|[合共总累]计|期)[^。；]){2,50}?[，（](?:比|较|与)(?:[上去]|20[0-9]{2})年度?的?[0-9][0-9.,]*[^0-9.,月])/g; // 上半年门诊52480人次，较上年49120人次
const EARLIER = /上年|去年|同期|上期/;
const NUMBERED = /〔(20[0-9]{2})〕\s?[0-9]+号/g;
const MONTHS = new RegExp(`(?<![0-9.])${FROM_TO}(?!大|份?[0-9])`, "g");
const WHOLE = /任务|目标|合同|全年|(?<!同|本)期|龄|婴/; // of other times, or of ages
const COMING = /^(?:[二三四]季度|下半年)[，,]/;
const OWN = /(?:今年|本年)?第?([一二三四1-4])季度(?=[，,以来我全])|(?:(?:今年|本年)(?=[上下]半年[，,以来我全])|(?=[上下]半年[一-鿿]{2,6}[0-9]))(上|下)半年|本(季度|学期|年度)/g;
const PLANS = new RegExp(`((?:20[0-9]{2}年)?(?:${PART})|20[0-9]{2}(?:年|[-—–~～]+20[0-9]{2}学年))[^，]{0,6}(?:打算|安排|计划|思路)$`);
const DONE = /已经?|了|开展|召开|举办|完成/;
const WORDS = /** @type {Record<string, Period["kind"]>} */ ({ 季度: "quarter", 学期: "term", 年度: "year" });
const OPENINGS = 3; // paragraphs of a text without headings that open it
const LATE = 10; // months after its period in which a summary may still be signed

/**
 * @param {Prose} prose
 * @returns {Remark[]}
 */
export function otherPeriods(prose) {
  const { period } = prose;
  if (!period) return [];
  return [...opening(prose, period), ...upTo(prose, period), ...partOfYear(prose, period), ...monthSpans(prose, period), ...sameYear(prose, period), ...schoolYears(prose, period), ...ownWords(prose, period), ...plansOf(prose, period), ...plannedBefore(prose, period)];
}

/**
 * @param {Period} period
 * @param {{ index: number, 0: string }} written
 * @param {number} start of what it stands in
 * @returns {Remark}
 */
function otherThan({ label }, written, start) {
  return { ...spanOf(written, start), message: `标题写的是“${label}”，这里写的是“${written[0]}”。` };
}

/**
 * The text begins with another period than its title.
 * @param {Prose} prose
 * @param {Period} period
 * @returns {Remark[]}
 */
function opening({ lines }, period) {
  const body = lines.filter(({ kind }) => kind !== "blank" && kind !== "title");
  const heading = body.findIndex(({ kind }) => kind === "heading");
  return period.kind === "term" ? [] : body.slice(0, heading < 0 ? OPENINGS : heading).flatMap(({ text, start }) => {
    const match = OPENING.exec(text);
    if (!match) return [];
    const [words, year, quarter, half] = match;
    const { first, last } = monthsOf(Number(year) * 12, quarter, half);
    if (first <= period.last && last >= period.first) return [];
    const written = words.replace(/^\s*(?:现[将就])?|[，,是]$|工作.*/g, "");
    return [otherThan(period, { index: match.index + words.indexOf(written), 0: written }, start)];
  });
}

/**
 * 截至 a day outside the period.
 * @param {Prose} prose
 * @param {Period} period
 * @returns {Remark[]}
 */
function upTo(prose, period) {
  return notAhead(prose).flatMap(({ text, start }) => [...text.matchAll(UP_TO)].flatMap((match) => {
    const [, year, month] = match;
    const before = text.slice(Math.max(0, match.index - 8), match.index);
    if (EARLIER.test(before) || Number(month) > 12) return [];
    const inYear = (/** @type {number} */ one) => one * 12 + Number(month) - 1;
    const years = year === undefined ? [period.year, period.year + 1] : [Number(year)];
    if (years.map(inYear).some((at) => at >= period.first - 1 && at <= period.last + 1)) return [];
    const message = `这一天不在“${period.label}”之内，请核对年份和月份。`;
    return [{ ...spanOf(match, start), message }];
  }));
}

/**
 * A part of the year that is compared with the whole year before: 上半年门诊52480人次，较上年49120人次.
 * @param {Prose} prose
 * @param {Period} period
 * @returns {Remark[]}
 */
function partOfYear(prose, period) {
  if (period.kind !== "year" || period.last - period.first < 11) return [];
  return notAhead(prose).flatMap(({ text, start }) => [...text.matchAll(PART_OF_YEAR)].map((match) => ({ ...otherThan(period, match, start), level: /** @type {const} */ ("warning") })));
}

/**
 * 1—4月 in a text about the first quarter.
 * @param {Prose} prose
 * @param {Period} period
 * @returns {Remark[]}
 */
function monthSpans(prose, period) {
  const [first, last] = [(period.first % 12) + 1, (period.last % 12) + 1];
  if (period.kind === "term" || last < first) return [];
  return notAhead(prose).filter(({ text }) => !WHOLE.test(text)).flatMap(({ text, start }) =>
    [...text.matchAll(MONTHS)]
      .filter(({ index, 1: from, 2: to }) => (Number(from) >= first || from === "1") && Number(from) <= last && Number(to) > last && Number(to) <= 12 && !EARLIER.test(text.slice(Math.max(0, index - 8), index)))
      .map((match) => ({ ...otherThan(period, match, start), level: /** @type {const} */ ("warning") })),
  );
}

/**
 * A quarter, a half year, 本季度 or 本学期 that the title is not about.
 * @param {Prose} prose
 * @param {Period} period
 * @returns {Remark[]}
 */
function ownWords(prose, period) {
  const closing = prose.lines.map(({ kind }) => kind).lastIndexOf("paragraph"); // may begin with the time to come
  return notAhead(prose).filter(({ line, text }) => line !== closing || !COMING.test(text)).flatMap(({ text, start }) =>
    [...text.matchAll(OWN)].flatMap((match) => {
      const [, quarter, half, own] = match;
      const before = text.slice(Math.max(0, match.index - 6), match.index).replace(`${String(period.year)}年`, "");
      if (/[比较年上去度的、]$|上年|去年|20[0-9]{2}/.test(before) || !differs(period, quarter, half, own)) return [];
      return [otherThan(period, match, start)];
    }),
  );
}

/**
 * Plans headed by a time that is over: 上半年工作打算 in a summary of that half.
 * @param {Prose} prose
 * @param {Period} period
 * @returns {Remark[]}
 */
function plansOf({ lines }, period) {
  return lines.filter(({ kind }) => kind === "heading").flatMap(({ text, start }) => {
    const match = PLANS.exec(text);
    if (!match) return [];
    const [, written = "", quarter, half] = match;
    const isTerm = written.endsWith("学年");
    if (isTerm !== (period.kind === "term")) return [];
    const year = /^[0-9]+/.exec(written)?.[0] ?? period.year;
    const last = isTerm ? Number(year) * 12 + 18 : monthsOf(Number(year) * 12, quarter, half).last;
    if (last > period.last) return [];
    return [otherThan(period, { index: match.index, 0: written }, start)];
  });
}

/**
 * @param {Period} period
 * @param {string | undefined} quarter
 * @param {string | undefined} half
 * @param {string | undefined} own
 */
function differs(period, quarter, half, own) {
  if (period.kind === "term") return own === "季度";
  if (own === undefined) return monthsOf(period.year * 12, quarter, half).first > period.last;
  return own !== "年度" && WORDS[own] !== period.kind;
}

/**
 * The day a text was signed, against the period that it tells of, and the days on which it says that something was done.
 * @param {Prose} prose
 * @returns {Remark[]}
 */
export function signatureDate(prose) {
  const { lines, dates, period } = prose;
  const line = signedLine(lines);
  const date = line && datesIn(line, dates).find(({ year, month }) => year !== undefined && month !== undefined);
  if (!period || !line || !date) return [];
  const at = Number(date.year) * 12 + Number(date.month) - 1;
  const length = period.last - period.first;
  const { start, end } = line;
  if (at < period.last - Math.min(1, length)) return [{ start, end, message: `落款日期早于“${period.label}”结束的时候，请核对。` }];
  if (at <= period.last + LATE) return doneLater(prose, date, period);
  return [{ start, end, message: `落款日期比“${period.label}”晚了${String(at - period.last)}个月，请核对年份。`, level: "warning" }];
}

/**
 * What was done on a day after the signature.
 * @param {Prose} prose
 * @param {Prose["dates"][number]} signed
 * @param {Period} period in which days without a year are
 * @returns {Remark[]}
 */
function doneLater(prose, signed, period) {
  const { dates, text } = prose;
  const dayOf = (/** @type {typeof signed} */ { month = 0, year = yearIn(period, month), day = 31 }) => (year * 12 + month) * 31 + day;
  const done = notAhead(prose).filter(({ text: words }) => DONE.test(words) && !EARLIER.test(words));
  return dates
    .filter((one) => (one.day !== undefined || (/截[至止]到?$/.test(text.slice(0, one.start).slice(-3)) && /^[底末]/.test(text.slice(one.end)))) && dayOf(one) > dayOf(signed) && !/^(?:之?前|以前|起|开始)/.test(text.slice(one.end)))
    .filter((one) => done.some(({ start, end }) => start <= one.start && one.end < end))
    .map(({ start, end }) => ({ start, end, message: `已经做了的事，日子却晚于落款的${signed.written}，请核对。` }));
}

/**
 * A document number of a year after the text.
 * @param {Prose} prose
 * @returns {Remark[]}
 */
export function documentYears({ text, period, dates, lines }) {
  const line = signedLine(lines);
  const signed = line && datesIn(line, dates)[0]?.year;
  const latest = signed ?? (period ? Math.floor(period.last / 12) + 1 : undefined);
  if (latest === undefined) return [];
  return [...text.matchAll(NUMBERED)]
    .filter(([, year]) => Number(year) > latest)
    .map((match) => ({
      ...spanOf(match),
      message: `发文字号的年份晚于这份材料（${String(latest)}年），请核对。`,
    }));
}

/**
 * The line with the day on which a text was signed.
 * @param {Prose["lines"]} lines
 */
function signedLine(lines) {
  return lines.filter(({ kind }) => kind === "date").at(-1);
}

/**
 * @param {Prose["lines"][number]} line
 * @param {Prose["dates"]} dates
 */
function datesIn(line, dates) {
  return dates.filter(({ start, end }) => start >= line.start && end <= line.end);
}
