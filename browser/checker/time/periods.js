// Holds the times that a text tells against the period of its title.

import { outlined } from "../outline.js";
import { spanOf } from "../span_of.js";
import { misnamedYears } from "./bases.js";
import { over, plannedBefore } from "./coming.js";
import { mentionsIn, notAhead, otherThan } from "./mentions.js";
import { monthSpans, upTo } from "./months.js";

/** @typedef {import("../types.js").Prose} Prose */
/** @typedef {import("../types.js").Remark} Remark */
/** @typedef {import("./mentions.js").Mention} Mention */
/** @typedef {import("../../prose/types.js").Period} Period */

const REPORT = /现[将就][^，。；0-9和及]{0,8}$/;
const REPORTED = /^[^，。；]{0,20}(?:情况|总结|汇报|报告|如下)/;
const TOLD = /^(?:[，,是]|工作[^，。；]{0,8}如下)/;
const WORK = /^(?!.*(?:整改|遗留|比|反馈|打算|安排|计划|要点))(?:主要|重点|总体)?(?:工作|任务|目标|情况|成效|回顾)/;
const PLANS = /^[^，]{0,6}(?:打算|安排|计划|思路)$/;
const SUBJECT = /^(?:[，,以来我全]|[一-鿿]{2,6}[0-9])/;
const NOT_SUBJECT = /[比较年上去度的、]$|上年|去年|20[0-9]{2}/;
const TARGET = /任务|目标|预算|计划/;
const UNTIL = /[月日底]前/;
const SINCE = /本(季度|半年|学期)|(?<![近多几两三四五六七八九十])(?:(半年)|(一年)|(三个月))以?来(?=[，我全])/g;
const OPENINGS = 3; // lines of a text without headings that open it

/**
 * @param {Prose} prose
 * @returns {Remark[]}
 */
export function otherPeriods(prose) {
  const { period } = prose;
  if (!period) return [];
  const told = [opening, headings, parts, ownWords, upTo, monthSpans, misnamedYears, over, plannedBefore];
  const found = told.flatMap((one) => one(prose, period));
  return found.filter(({ start }, index) => found.findIndex((one) => one.start === start) === index);
}

/**
 * The text begins with another period than its title.
 * @param {Prose} prose
 * @param {Period} period
 * @returns {Remark[]}
 */
function opening({ lines, sentences }, period) {
  const told = outlined(lines).flatMap(({ kind }, index) => (kind === "blank" || kind === "title" ? [] : [{ kind, index }]));
  const heading = told.findIndex(({ kind }) => kind === "heading");
  const first = told.slice(0, heading < 0 ? OPENINGS : heading).map(({ index }) => index);
  return sentences
    .filter(({ line }) => first.includes(line))
    .flatMap((one) => mentionsIn(one, period).filter((mention) => opensWrongly(one, mention, period)))
    .map((mention) => otherThan(period, mention));
}

/**
 * @param {import("../../prose/types.js").Sentence} sentence
 * @param {Mention} mention
 * @param {Period} period
 */
function opensWrongly({ text, start }, mention, period) {
  const { first, last, dated } = mention;
  if (period.kind === "term" && !mention.written.includes("学年")) return false;
  const [before, after] = [text.slice(0, mention.start - start), text.slice(mention.end - start)];
  if (REPORT.test(before) && REPORTED.test(after)) return first > period.first || last < period.last;
  return dated && before.trim() === "" && TOLD.test(after) && (first > period.last || isYearBefore(mention, period));
}

/**
 * Headings of another time: 上半年工作打算 in a summary of that half, 2024年主要工作 in one of the year after.
 * @param {Prose} prose
 * @param {Period} period
 * @returns {Remark[]}
 */
function headings({ lines }, period) {
  const all = outlined(lines).filter(({ kind }) => kind === "heading");
  return all.flatMap(({ text, start, end }) => {
    const found = mentionsIn({ text, start, end, line: 0 }, period);
    const wrong = found.filter((mention) => headsWrongly(mention, text.slice(mention.end - start), period));
    return wrong.map((mention) => otherThan(period, mention));
  });
}

/**
 * @param {Mention} mention
 * @param {string} after
 * @param {Period} period
 */
function headsWrongly({ written, last, dated }, after, period) {
  if (written.includes("学年") !== (period.kind === "term")) return false;
  if (PLANS.test(after)) return last <= period.last;
  return dated && last < period.first && WORK.test(after);
}

/**
 * A quarter or a half year that ends after the period, told as over.
 * @param {Prose} prose
 * @param {Period} period
 * @returns {Remark[]}
 */
function parts(prose, period) {
  if (period.kind === "term") return [];
  return notAhead(prose).flatMap((sentence) => {
    const { text, start } = sentence;
    if (UNTIL.test(text)) return [];
    const beyond = mentionsIn(sentence, period).filter(({ dated, part, last }) => part && !dated && last > period.last);
    const told = beyond.filter(({ first, end }) => SUBJECT.test(text.slice(end - start)) && (first > period.last || !TARGET.test(text)));
    return told.filter((one) => !NOT_SUBJECT.test(beforeIt(sentence, one, period))).map((one) => otherThan(period, one));
  });
}

/**
 * Whether a time is over before a period, by a year at most.
 * @param {Mention} mention
 * @param {Period} period
 */
function isYearBefore({ first, last }, period) {
  return last < period.first && first >= period.first - 12;
}

/**
 * The words before a mention, the year of the period taken out.
 * @param {import("../../prose/types.js").Sentence} sentence
 * @param {Mention} mention
 * @param {Period} period
 */
function beforeIt({ text, start }, { start: at }, { year }) {
  return text.slice(Math.max(0, at - start - 6), at - start).replace(`${String(year)}年`, "");
}

/**
 * 本季度, 本学期, 半年来 in a text of another kind of period.
 * @param {Prose} prose
 * @param {Period} period
 * @returns {Remark[]}
 */
function ownWords({ text }, period) {
  const found = [...text.matchAll(SINCE)].filter((match) => differs(match, period));
  return found.map((match) => otherThan(period, { ...spanOf(match), written: match[0] }));
}

/**
 * @param {RegExpMatchArray} match
 * @param {Period} period
 */
function differs([, own, half, year, quarter], { kind, first, last }) {
  const months = last - first + 1;
  if (year !== undefined) return months < 6 || (kind === "half-year" && months === 6);
  if (half !== undefined) return kind !== "half-year" && kind !== "term";
  if (quarter !== undefined) return months !== 3;
  if (own === "学期") return kind !== "term";
  return own === "季度" ? kind !== "quarter" : kind !== "half-year";
}
