// Months that a text counts, against the period of its title.

import { spanOf } from "../span_of.js";
import { notAhead, otherThan } from "./mentions.js";
import { FROM_TO } from "./quarters.js";

/** @typedef {import("../types.js").Prose} Prose */
/** @typedef {import("../types.js").Remark} Remark */
/** @typedef {import("../../prose/types.js").Period} Period */

const UP_TO = /(?:截[至止]到?|(?<=^|[。；，、）])至(?=[^，。]{2,9}[底末]，))(?:(20[0-9]{2})年)?(?:([0-9]{1,2})月|底)/g;
const BASE = /[今本]年|[新增减升降比同原]/; // what the end of the year before is told for
const EARLIER = /上年|去年|同期|上期/;
const MONTHS = new RegExp(`(?<![0-9.])${FROM_TO}(?!大|份?[0-9])`, "g");
const WHOLE = /任务|目标|合同|全年|(?<!同|本)期|龄|婴/; // of other times, or of ages
const NEAR = 8; // characters before a time that say of which year it is

/**
 * 截至 a day outside the period.
 * @param {Prose} prose
 * @param {Period} period
 * @returns {Remark[]}
 */
export function upTo(prose, period) {
  const message = `这一天不在“${period.label}”之内，请核对年份和月份。`;
  return notAhead(prose).flatMap(({ text, start }) => {
    const from = period.first - (BASE.test(text) ? 1 : 0);
    const told = [...text.matchAll(UP_TO)].filter(({ index }) => !isEarlier(text, index));
    return told.filter((match) => isOutside(match, { ...period, first: from })).map((match) => ({ ...spanOf(match, start), message }));
  });
}

/**
 * @param {RegExpMatchArray} match
 * @param {Period} period
 */
function isOutside([, written, month = "12"], { year, first, last }) {
  const years = written === undefined ? [year, year + 1] : [Number(written)];
  const told = years.map((one) => one * 12 + Number(month) - 1);
  return Number(month) <= 12 && !told.some((at) => at >= first && at <= last + 1);
}

/**
 * @param {string} text
 * @param {number} at
 */
function isEarlier(text, at) {
  return EARLIER.test(text.slice(Math.max(0, at - NEAR), at));
}

/**
 * 1—4月 in a text about the first quarter.
 * @param {Prose} prose
 * @param {Period} period
 * @returns {Remark[]}
 */
export function monthSpans(prose, period) {
  if (period.kind === "term" || period.last % 12 < period.first % 12) return [];
  return notAhead(prose).filter(({ text }) => !WHOLE.test(text)).flatMap(({ text, start }) => {
    const beyond = [...text.matchAll(MONTHS)].filter((match) => goesBeyond(match, period) && !isEarlier(text, match.index));
    return beyond.map((match) => ({
      ...otherThan(period, { ...spanOf(match, start), written: match[0] }),
      level: /** @type {const} */ ("warning"),
    }));
  });
}

/**
 * @param {RegExpMatchArray} match
 * @param {Period} period
 */
function goesBeyond([, from, to], period) {
  const [first, last] = [(period.first % 12) + 1, (period.last % 12) + 1];
  return (Number(from) >= first || from === "1") && Number(to) > last && Number(to) <= 12;
}
