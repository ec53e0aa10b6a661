// Finds dates that do not exist: 2月30日, 13月, 29 February of a common year.

import { daysOf } from "../../prose/dates.js";
import { spanOf } from "../span_of.js";

const LAST_DAY = /(?<=([0-9]{1,2})月[0-9]{1,2}[日号]?[至到—～-])([0-9]{1,2})[日号]/g; // 10月1日至32日

/** @typedef {import("../types.js").Remark} Remark */
/** @typedef {Pick<import("../../prose/types.js").WrittenDate, "year" | "month" | "day">} Written */

/**
 * @param {import("../types.js").Prose} prose
 * @returns {Remark[]}
 */
export function impossibleDates({ text, dates }) {
  const ends = Array.from(text.matchAll(LAST_DAY), (match) => ({ ...spanOf(match), month: Number(match[1]), day: Number(match[2]) }));
  return [...dates, ...ends].flatMap((date) => {
    const message = fault(date);
    return message === null ? [] : [{ start: date.start, end: date.end, message }];
  });
}

/**
 * @param {Written} date
 * @returns {string | null}
 */
function fault({ year, month, day }) {
  if (month === undefined) return null;
  if (month < 1 || month > 12) return `没有${String(month)}月，月份是1到12。`;
  const days = daysOf(month, year);
  if (day === undefined || (day >= 1 && day <= days)) return null;
  const named = year !== undefined && month === 2 ? `${String(year)}年2月` : `${String(month)}月`;
  return `没有${String(month)}月${String(day)}日，${named}只有${String(days)}天。`;
}
