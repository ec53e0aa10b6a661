// The years in the numbers of documents, against the day on which they were issued and that of the text.

import { yearIn } from "../../prose/period.js";
import { spanOf } from "../span_of.js";
import { notAhead } from "./mentions.js";
import { signature } from "./signature.js";

/** @typedef {import("../types.js").Prose} Prose */
/** @typedef {import("../types.js").Remark} Remark */

const NUMBERED = /〔(20[0-9]{2})〕\s?[0-9]+号/g;
const OWN = /(?:印发|制定|出台|下发|发布)了?(?:《[^》\n]{1,60}》)?[^。；，《》〔\n]{0,12}$/;
const OTHERS = /按照?|根据|依据|转发|贯彻|学习|落实|对照/; // which may be of any year
const THIS_YEAR = /[今本]年[0-9]{1,2}月(?:[0-9]{1,2}日)?[^，。；《]{0,12}(?:印发|制定|出台|下发|发布)/;
const OF_THE_TEXT = /总结|报送|报告|现将|考核|评[价估]/; // what asks for the text comes after its period
const REACH = 120; // characters before a number in which its day may stand

/**
 * A document number of a year after the text, or of another year than the day on which it was issued.
 * @param {Prose} prose
 * @returns {Remark[]}
 */
export function documentYears(prose) {
  const { text, period } = prose;
  const signed = signature(prose).date?.year;
  const latest = signed ?? (period ? Math.floor(period.last / 12) + 1 : Infinity);
  return [...text.matchAll(NUMBERED)].flatMap((match) => {
    const year = Number(match[1]);
    const issued = issuedIn(prose, match.index);
    const isLater = period && year > Math.floor(period.last / 12);
    if (isLater && isOfPeriod(prose, match.index)) return [remark(match, `晚于“${period.label}”`)];
    if (year > latest) return [remark(match, `晚于这份材料（${String(latest)}年）`)];
    return issued === undefined || year === issued ? [] : [remark(match, `与印发的${String(issued)}年不符`)];
  });
}

/**
 * Whether a sentence tells of what was done in the period, and not of what the text was asked for.
 * @param {Prose} prose
 * @param {number} at
 */
function isOfPeriod(prose, at) {
  return notAhead(prose).some(({ text, start, end }) => start <= at && at < end && !OF_THE_TEXT.test(text));
}

/**
 * @param {RegExpMatchArray & { index: number }} match
 * @param {string} wrong
 * @returns {Remark}
 */
function remark(match, wrong) {
  return { ...spanOf(match), message: `发文字号的年份${wrong}，请核对。` };
}

/**
 * The year in which a text says that a document was issued.
 * @param {Prose} prose
 * @param {number} at where its number stands
 */
function issuedIn({ text, dates, period }, at) {
  const before = text.slice(Math.max(0, at - REACH), at).replace(/^[^]*[。；\n]/, "");
  if (!OWN.test(before) || (OTHERS.test(before) && !THIS_YEAR.test(before))) return undefined;
  const from = at - before.length;
  const day = dates.find(({ start, end, month }) => start >= from && end <= at && month !== undefined);
  return day?.year ?? (period && day?.month !== undefined ? yearIn(period, day.month) : undefined);
}
