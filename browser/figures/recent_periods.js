// Which periods a writer has in mind: those that have begun, the one that has just ended.

import { KINDS, parsePeriod, Period } from "./periods.js";

/** @typedef {import("./periods.js").PeriodKind} PeriodKind */

const RECENT = 4; // past years that are offered

/**
 * A day's month, counted from January of year 0 as those of a period are.
 * @param {Date} day
 */
export function monthOf(day) {
  return day.getFullYear() * 12 + day.getMonth();
}

/**
 * The periods of these kinds that have begun by a month, in this year and some before: the newest first,
 * of two that end together the longer one.
 * @param {PeriodKind[]} kinds
 * @param {number} month
 * @param {number} [years]
 */
export function begunPeriods(kinds, month, years = RECENT) {
  const thisYear = Math.floor(month / 12);
  const each = Array.from({ length: years + 2 }, (_, i) => thisYear - i).flatMap((year) =>
    kinds.flatMap((kind) => KINDS[kind].names.map((_, i) => new Period(year, kind, i + 1))),
  );
  const begun = each.filter(({ months, code }) => months.first <= month && parsePeriod(code));
  return begun.sort((a, b) => b.months.last - a.months.last || a.months.first - b.months.first);
}

/**
 * The period that has ended last before a month.
 * @param {PeriodKind[]} kinds
 * @param {number} month
 */
export function lastEnded(kinds, month) {
  const ended = begunPeriods(kinds, month).filter(({ months }) => months.last < month);
  const newest = ended.filter(({ months }) => months.last === ended[0]?.months.last);
  return newest.find(({ kind }) => kind === kinds[0]) ?? newest[0];
}
