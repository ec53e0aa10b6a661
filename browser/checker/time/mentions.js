// The times that a text names: 2024年, 2024年上半年, 三季度, 2023—2024学年; and which sentences do not tell what is to come.

import { monthsOf } from "../../prose/period.js";
import { ahead } from "../outline.js";
import { spanOf } from "../span_of.js";

/** @typedef {import("../types.js").Prose} Prose */
/** @typedef {import("../types.js").Remark} Remark */
/** @typedef {import("../../prose/types.js").Period} Period */
/** @typedef {import("../../prose/types.js").Sentence} Sentence */
/**
 * A time that a text names: its months, and the half year or quarter that it is part of.
 * @typedef {{ start: number, end: number, written: string, first: number, last: number, dated: boolean, part: boolean }} Mention
 */

export const PART = "第?([一二三四1-4])季度|(上|下)半年";
const TERM = "(20[0-9]{2})\\s?[-—–~]+\\s?20[0-9]{2}学年(?:第?([一二])学期)?";
const NAMED = new RegExp(`${TERM}|(20[0-9]{2})年度?(?:${PART}|(?![0-9]{1,2}月|[底末初]))|(?:[今本]年)?(?:${PART})`, "g");
const PLANNED = /(?<!现)将|定[于在]|[排商]定|拟|计划|力争|争取|预计|确保|下一步|打算|准备|安排在/;

/**
 * The times that a sentence names; those without a year are of the year of a period.
 * @param {Sentence} sentence
 * @param {Period} period
 * @returns {Mention[]}
 */
export function mentionsIn({ text, start }, period) {
  return [...text.matchAll(NAMED)].map((match) => {
    const [written, school, term, year, quarter, half, ownQuarter, ownHalf] = match;
    const [inQuarter, inHalf] = [quarter ?? ownQuarter, half ?? ownHalf];
    const calendar = monthsOf(Number(year ?? period.year) * 12, inQuarter, inHalf);
    const months = school === undefined ? calendar : schoolMonths(Number(school), term);
    const part = (inQuarter ?? inHalf) !== undefined;
    return { ...spanOf(match, start), written, ...months, dated: (school ?? year) !== undefined, part };
  });
}

/**
 * @param {number} year
 * @param {string | undefined} term
 */
function schoolMonths(year, term) {
  const first = year * 12 + 7 + (term === "二" ? 6 : 0);
  return { first, last: term === undefined ? first + 11 : first + 5 };
}

/**
 * The sentences that do not tell of what is to come.
 * @param {Prose} prose
 */
export function notAhead({ lines, sentences }) {
  const coming = ahead(lines);
  return sentences.filter(({ line, text }) => !coming.has(line) && !PLANNED.test(text));
}

/**
 * @param {Period} period
 * @param {{ start: number, end: number, written: string }} place
 * @returns {Remark}
 */
export function otherThan({ label }, { start, end, written }) {
  return { start, end, message: `标题写的是“${label}”，这里写的是“${written}”。` };
}
