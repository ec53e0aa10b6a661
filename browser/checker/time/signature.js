// The day on which a text was signed, against the period that it tells of and the days on which something was done.

import { yearIn } from "../../prose/period.js";
import { notAhead } from "./mentions.js";

/** @typedef {import("../types.js").Prose} Prose */
/** @typedef {import("../types.js").Remark} Remark */
/** @typedef {import("../../prose/types.js").Period} Period */
/** @typedef {Prose["dates"][number]} Day */

const DONE = /已经?|了|开展|召开|举办|完成|组织/;
const EARLIER = /上年|去年|同期|上期/;
const IN_MONTH = /^(?:[上中下]旬|[初底末]|，?[一-鿿]{0,6}(?:开展|召开|举办|组织|完成|启动))/; // behind a month whose day is not told
const NOT_DONE = /^[上中下]?旬?(?:[底末]?之?[前止]|以前|起|开始|的)/;
const PARTS = /** @type {Record<string, number>} */ ({ 中: 11, 下: 21, 底: 28, 末: 28 }); // the first day of a part of a month
const AFTER = 12; // characters behind a day that say what it is
const LATE = 10; // months after its period in which a summary may still be signed

/**
 * @param {Prose} prose
 * @returns {Remark[]}
 */
export function signatureDate(prose) {
  const { period } = prose;
  const { line, date } = signature(prose);
  if (!period || !line || date?.year === undefined || date.month === undefined) return [];
  const at = date.year * 12 + date.month - 1;
  const length = period.last - period.first;
  const { start, end } = line;
  const { label, last } = period;
  if (at < last - Math.min(1, length)) return [{ start, end, message: `落款日期早于“${label}”结束的时候，请核对。` }];
  if (at <= last + LATE) return doneLater(prose, date, period);
  return [{ start, end, message: `落款日期比“${label}”晚了${String(at - last)}个月，请核对年份。`, level: "warning" }];
}

/**
 * The line with the day on which a text was signed, and the day.
 * @param {Prose} prose
 * @returns {{ line?: Prose["lines"][number] | undefined, date?: Day | undefined }}
 */
export function signature({ lines, dates }) {
  const line = lines.filter(({ kind }) => kind === "date").at(-1);
  const date = dates.find(({ start, end, year }) => line && start >= line.start && end <= line.end && year !== undefined);
  return { line, date };
}

/**
 * What was done on a day after the signature.
 * @param {Prose} prose
 * @param {Day} signed
 * @param {Period} period in which days without a year are
 * @returns {Remark[]}
 */
function doneLater(prose, signed, period) {
  const { dates, text } = prose;
  const limit = dayOf(signed, text, period);
  const done = notAhead(prose).filter(({ text: words }) => DONE.test(words) && !EARLIER.test(words));
  return dates
    .filter((one) => isTold(one, text.slice(one.end, one.end + AFTER)) && dayOf(one, text, period) > limit)
    .filter((one) => done.some(({ start, end }) => start <= one.start && one.end < end))
    .map(({ start, end }) => ({ start, end, message: `已经做了的事，日子却晚于落款的${signed.written}，请核对。` }));
}

/**
 * Whether something was done on a day, or in a month.
 * @param {Day} day
 * @param {string} after
 */
function isTold({ month, day }, after) {
  return month !== undefined && !NOT_DONE.test(after) && (day !== undefined || IN_MONTH.test(after));
}

/**
 * A day as a number: of a month, or of a part of it, the first.
 * @param {Day} day
 * @param {string} text
 * @param {Period} period
 */
function dayOf({ end, month = 0, year, day }, text, period) {
  return ((year ?? yearIn(period, month)) * 12 + month) * 31 + (day ?? PARTS[text.charAt(end)] ?? 1);
}
