// What a text says that it will do, in a time that is over.

import { ahead } from "../outline.js";
import { mentionsIn } from "./mentions.js";

/** @typedef {import("../types.js").Prose} Prose */
/** @typedef {import("../types.js").Remark} Remark */
/** @typedef {import("./mentions.js").Mention} Mention */
/** @typedef {import("../../prose/types.js").Period} Period */
/** @typedef {import("../../prose/types.js").Sentence} Sentence */

const BEGINS = /^\s*(?:\S{1,4}[、.．）是])?$|[，；：]$/; // before the time
const WILL = /^，?[^，。；0-9]{0,10}?将(?:完成|继续|进一步|重点|着力|加[强大快]|组织|开展|推|于|启动|抓|做|努力|争取)/;
const PLANNED = /^(?:的?工作)?，?[^，。；0-9]{0,12}(?:将|要|拟|仍|继续|力争|争取|着力|重点|打算|进一步)/;
const COMPARED = /基础上|相比|已经?|实际|遗留|未完成/;
const TIMES = /上半年|季度|[0-9]月|年初|年[底末内]/;
const INTENDED = /^，?[^，。；0-9]{0,6}(?:拟|力争|争取|确保)/; // 2025年门诊力争达到
const TASK = /(?:做好|开展|启动|推进|组织|抓好|实施)$/;
const GOAL = /确保|完成/;

/**
 * 下半年，我局将完成…… in a summary of the year; 2023—2024学年，我校将…… in one of that school year.
 * @param {Prose} prose
 * @param {Period} period
 * @returns {Remark[]}
 */
export function over({ lines, sentences, text }, period) {
  const coming = ahead(lines);
  return sentences.flatMap((sentence) => {
    const { line, start, end } = sentence;
    const past = mentionsIn(sentence, period).filter((one) => isBegun(one, period));
    const told = past.filter((one) => BEGINS.test(text.slice(start, one.start)));
    const wrong = told.filter((one) => {
      const after = text.slice(one.end, end);
      if (!coming.has(line)) return isShort(one, period) && WILL.test(after);
      return isPlanned(one, after, text.slice(plansStart(lines, coming, line), one.start));
    });
    return wrong.map((one) => remark(one));
  });
}

/**
 * Whether a time is over, or has begun within the period: 下半年 for three quarters.
 * @param {Mention} mention
 * @param {Period} period
 */
function isBegun({ first, last }, period) {
  return last <= period.last || (first > period.first && first <= period.last);
}

/**
 * Whether a time is shorter than the period: of its own year a text may tell what had been planned.
 * @param {Mention} mention
 * @param {Period} period
 */
function isShort({ first, last, part }, period) {
  return part && last - first < period.last - period.first;
}

/**
 * Whether plans say that something will be done in a time that is over; one without a year may be of the next.
 * @param {Mention} mention
 * @param {string} after
 * @param {string} before what stands before it among the plans
 */
function isPlanned({ dated }, after, before) {
  return PLANNED.test(after) && !COMPARED.test(after) && (dated || !TIMES.test(before));
}

/**
 * Where the plans begin that a line is among, below their heading.
 * @param {Prose["lines"]} lines
 * @param {Set<number>} coming
 * @param {number} line
 */
function plansStart(lines, coming, line) {
  let first = line;
  while (coming.has(first - 1)) first -= 1;
  return lines[Math.min(first + 1, line)]?.start ?? 0;
}

/**
 * @param {{ start: number, end: number, written: string }} place
 * @returns {Remark}
 */
function remark({ start, end, written }) {
  return { start, end, message: `这是以后的打算，“${written}”却已经过去，请核对。`, level: "warning" };
}

/**
 * What is to come, by a day that is over, or for a year that is: 2025年6月30日前完成 in the plans of a summary of 2025.
 * @param {Prose} prose
 * @param {Period} period
 * @returns {Remark[]}
 */
export function plannedBefore({ lines, dates, text }, { last }) {
  const coming = ahead(lines);
  const plans = lines.filter(({ kind }, index) => coming.has(index) && kind !== "heading");
  const told = dates.filter(({ start, end }) => plans.some((line) => line.start <= start && end <= line.end));
  return told.filter((date) => (isDue(date, text) ?? Infinity) <= last).map((date) => remark(date));
}

/**
 * The month until which a date says that something has to be done; of a year that is begun, the next one.
 * @param {Prose["dates"][number]} date
 * @param {string} text
 */
function isDue({ start, end, year, month }, text) {
  const [before, after] = [text.slice(Math.max(0, start - 4), start), text.slice(end, end + 12)];
  if (year === undefined) return undefined;
  if (month !== undefined) return /^(?:之?前|底)/.test(after) ? year * 12 + month - 1 : undefined;
  if (INTENDED.test(after) || (GOAL.test(before) && !COMPARED.test(after))) return year * 12 + 11;
  return TASK.test(before) ? year * 12 + 12 : undefined;
}
