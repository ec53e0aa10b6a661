// Days that were typed without their year: 3月, 4月7日, 4.7; mirrors macros/facts/days_typed.py.

import table from "../../macros/facts/days_typed.json" with { type: "json" };
import { whole } from "../figures/patterns.js";
import { Day, parseDay } from "../figures/periods.js";
import { normalise } from "./normalise.js";
import { periodOf } from "./paths.js";

/** @typedef {import("../figures/periods.js").Period} Period */

const SHORT = whole(table.short_pattern);

/**
 * A day that was typed without its year, as one of the period's year: 3月 is 2026-03.
 * @param {string} tight
 * @param {Period | null} period
 */
export function withYear(tight, period) {
  const [, month, named, numbered] = SHORT.exec(tight) ?? [];
  if (!month || !period) return tight;
  const year = period.year + Number(!period.isYearOf(new Day(period.year, Number(month), 0)));
  const parts = [String(year), month, named ?? numbered].flatMap((part) => part?.padStart(2, "0") ?? []);
  const written = parts.join("-");
  return parseDay(written) ? written : tight;
}

/**
 * The strict form of what was typed for a slot, a day in the year of the period that the facts are of.
 * @param {string} typed
 * @param {import("../schema/types.js").FieldSpec} spec
 * @param {import("../schema/types.js").Facts} facts
 */
export function understood(typed, spec, facts) {
  const tight = normalise(typed, spec);
  return spec.type === "date" ? withYear(tight, periodOf(facts)) : tight;
}
