// The period that a text is about, as one of those that an archetype reports on.

import { begunPeriods, monthOf } from "../figures/recent_periods.js";

/** @typedef {import("../figures/periods.js").Period} Period */

const YEARS = 60;

/**
 * @param {import("../prose/types.js").Prose} prose
 * @param {import("../figures/periods.js").PeriodKind[]} kinds
 * @param {Date} today
 * @returns {Period | undefined}
 */
export function textPeriod({ period }, kinds, today) {
  if (!period) return undefined;
  const near = (/** @type {number} */ one, /** @type {number} */ other) => Math.abs(one - other) <= 1; // terms differ by a month
  return begunPeriods(kinds, monthOf(today), YEARS).find(
    ({ kind, months }) => kind === period.kind && near(months.first, period.first) && near(months.last, period.last),
  );
}
