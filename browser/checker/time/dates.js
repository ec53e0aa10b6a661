// Finds dates that do not exist, 2月30日, 13月, 29 February of a common year, and those that go backwards.

import { daysOf } from "../../prose/dates.js";
import { ahead } from "../outline.js";
import { spanOf } from "../span_of.js";
import { backwards } from "./order.js";

const LAST_DAY = /(?<=([0-9]{1,2})月([0-9]{1,2})[日号]?[至到—～-])([0-9]{1,2})[日号]/g; // 10月1日至32日

/** @typedef {import("../types.js").Prose} Prose */
/** @typedef {import("../types.js").Remark} Remark */
/** @typedef {Pick<import("../../prose/types.js").WrittenDate, "year" | "month" | "day"> & { from?: number }} Written */

/**
 * @param {Prose} prose
 * @returns {Remark[]}
 */
export function impossibleDates(prose) {
  const { text, dates } = prose;
  const ends = Array.from(text.matchAll(LAST_DAY), ({ 1: month, 2: from, 3: day, ...match }) => {
    return { ...spanOf(match), month: Number(month), day: Number(day), from: Number(from) };
  });
  const told = [...dates.map((one) => ({ ...one, ...yearOf(one, prose) })), ...ends];
  const impossible = told.flatMap((date) => {
    const message = fault(date);
    return message === null ? [] : [{ start: date.start, end: date.end, message }];
  });
  return [...impossible, ...backwards(prose)];
}

/**
 * The year of a 29 February without one: that of the period, where no other year stands in the line before it.
 * @param {Prose["dates"][number]} date
 * @param {Prose} prose
 */
function yearOf({ start, year, month, day }, { text, lines, period }) {
  if (year !== undefined || month !== 2 || day !== 29 || !period || period.kind === "term") return {};
  const line = lines.findIndex((one) => one.start <= start && start < one.end);
  const before = text.slice(lines[line]?.start, start);
  return ahead(lines).has(line) || /20[0-9]{2}|[上去前明来次]年/.test(before) ? {} : { year: period.year };
}

/**
 * @param {Written} date
 * @returns {string | null}
 */
function fault({ year, month, day, from = 0 }) {
  if (month === undefined) return null;
  if (month < 1 || month > 12) return `没有${String(month)}月，月份是1到12。`;
  const days = daysOf(month, year);
  if (day !== undefined && day > 0 && day < from) return `“${String(day)}日”早于前面的“${String(from)}日”，先后请核对。`;
  if (day === undefined || (day >= 1 && day <= days)) return null;
  const named = year !== undefined && month === 2 ? `${String(year)}年2月` : `${String(month)}月`;
  return `没有${String(month)}月${String(day)}日，${named}只有${String(days)}天。`;
}
