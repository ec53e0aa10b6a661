// Quarters and half years against what is told of them: their months, how many figures they have, what is planned for
// a time that is over.

import { linesAhead } from "../../prose/lines_ahead.js";
import { monthsOf } from "../../prose/period.js";
import { spanOf } from "../span_of.js";

/** @typedef {import("../types.js").Prose} Prose */
/** @typedef {import("../types.js").Remark} Remark */
/** @typedef {import("../../prose/types.js").Period} Period */

export const PART = "第?([一二三四1-4])季度|(上|下)半年";
export const FROM_TO = "([0-9]{1,2})月?\\s?[-—–~～至]+\\s?([0-9]{1,2})月";
const SPAN = new RegExp(`(?:${PART}|本季度)[（(指](?:20[0-9]{2}年)?${FROM_TO}`, "g");
const SEVERAL = /([一二三])至([二三四])季度[^，。；0-9]{0,12}分别[^，。；0-9]{0,3}([0-9][^，。；：\n]*)/g; // 一至三季度分别为4850、6120、5690人次
const INTENDED = /^，?[^，。；0-9]{0,6}(?:拟|力争|争取|确保)/; // 2025年门诊力争达到
const TASK = /(?:做好|开展|启动|推进|组织|抓好|实施)$/;

/**
 * 二季度（1—3月）: months that are not those of the quarter or the half; 一至三季度 with four figures.
 * @param {Prose} prose
 * @returns {Remark[]}
 */
export function quarterMonths({ text, period }) {
  return [...text.matchAll(SPAN)].flatMap((match) => {
    const [written, quarter, half, ...months] = match;
    const own = half === undefined && quarter === undefined;
    if (own && period?.kind !== "quarter") return [];
    const meant = own && period ? period : monthsOf(0, quarter, half);
    const [first, last] = [meant.first, meant.last].map((month) => String((month % 12) + 1));
    if (months[0] === first && months[1] === last) return [];
    const message = `${written.split(/[（(指]/)[0] ?? ""}是${first ?? ""}—${last ?? ""}月。`;
    return [{ ...spanOf(match), message }];
  }).concat([...text.matchAll(SEVERAL)].flatMap((match) => {
    const [, from = "", to = "", figures = ""] = match;
    const [told, named] = [figures.split(/[、和与]/).length, "一二三四".indexOf(to) - "一二三四".indexOf(from) + 1];
    return told === named || told < 2 ? [] : [{ ...spanOf(match), message: `写了${String(named)}个季度，后面有${String(told)}个数，请核对。` }];
  }));
}

/**
 * What is to come, by a day that is over, or for a year that is: 2025年6月30日前完成 in the plans of a summary of 2025.
 * @param {Prose} prose
 * @param {Period} period
 * @returns {Remark[]}
 */
export function plannedBefore({ lines, dates, text }, period) {
  const ahead = linesAhead(lines);
  const plans = lines.filter(({ kind }, index) => ahead.has(index) && kind !== "heading");
  return dates.filter(({ start, end }) => plans.some((line) => line.start <= start && end <= line.end)).flatMap(({ start, end, year, month, written }) => {
    const [before, after] = [text.slice(Math.max(0, start - 4), start), text.slice(end, end + 12)];
    const due = month === undefined ? TASK.test(before) || INTENDED.test(after) : /^(?:之?前|底)/.test(after);
    const over = year !== undefined && year * 12 + (month === undefined ? (INTENDED.test(after) ? 11 : 12) : month - 1) <= period.last;
    return due && over ? [{ start, end, message: `这是以后的打算，“${written}”却已经过去，请核对年份。`, level: /** @type {const} */ ("warning") }] : [];
  });
}
