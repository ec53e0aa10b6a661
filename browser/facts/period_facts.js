// The period of a summary, and the one that it is compared with.

import { Day, endedPeriod, parsePeriod } from "../figures/periods.js";

/** @typedef {import("../schema/types.js").Facts} Facts */

const MONTH = /^\s*(\d{1,2})\s*月(?:份|\s*(\d{1,2})\s*[日号])?\s*$/;

/**
 * The facts of a new summary: the period that has just ended, compared with the year before.
 * @param {{periods: import("../figures/periods.js").PeriodKind[], facts: Record<string, unknown>}} archetype
 * @param {Date} today
 * @returns {Facts}
 */
export function firstFacts({ periods, facts }, today) {
  const period = "period" in facts ? endedPeriod(periods, today)?.code : undefined;
  return period ? withPeriod({}, period) : {};
}

/**
 * The facts with another period; the period to compare with goes along, unless another one was chosen.
 * @param {Facts} facts
 * @param {string} code
 * @returns {Facts}
 */
export function withPeriod(facts, code) {
  const [old, next] = [periodOf(facts, "period"), periodOf(facts, "last_period")];
  const isOwn = next && old && !next.equals(old.yearBefore) && !next.equals(old.previous);
  const chosen = parsePeriod(code);
  if (isOwn || !chosen) return { ...facts, period: code };
  const isPrevious = old && next?.equals(old.previous) && !next.equals(old.yearBefore);
  const compared = isPrevious ? chosen.previous : chosen.yearBefore;
  return { ...facts, period: code, last_period: compared.code };
}

/**
 * @param {Facts} facts
 * @param {string} name
 */
function periodOf(facts, name) {
  const code = facts[name];
  return typeof code === "string" ? parsePeriod(code) : null;
}

/**
 * A day that was typed without its year, as one of the period's year: 3月 is 2026年3月.
 * @param {string} typed
 * @param {Facts} facts
 */
export function withYear(typed, facts) {
  const [whole, month, day = "0"] = MONTH.exec(typed) ?? [];
  const found = periodOf(facts, "period");
  if (whole === undefined || !found) return typed;
  const [before, after] = [found.year, found.year + 1].map((year) => new Day(year, Number(month), Number(day)));
  const meant = before && found.isYearOf(before) ? before : after;
  return meant?.text ?? typed;
}
