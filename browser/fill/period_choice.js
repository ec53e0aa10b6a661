// The choice of a period: those that have begun, and what goes with it.

import { periodOf, SIDE_NAMES, valueAt, withValueAt } from "../facts/paths.js";
import { parsePeriod } from "../figures/periods.js";
import { begunPeriods, lastEnded, monthOf } from "../figures/recent_periods.js";
import { EMPTY } from "../drafts/state.js";

/** @typedef {import("../figures/periods.js").PeriodKind} PeriodKind */
/** @typedef {import("../schema/types.js").Facts} Facts */

export const MORE = "more"; // the option with which the writer names another period

/**
 * The periods that are offered: of the archetype's kinds, the newest first.
 * @param {PeriodKind[]} kinds
 * @param {Date} today
 * @returns {[string, string][]}
 */
export function periodChoices(kinds, today) {
  const begun = begunPeriods(kinds, monthOf(today));
  return [...begun.map(({ code, text }) => /** @type {[string, string]} */ ([code, text])), [MORE, "其他时段…"]];
}

/**
 * A new draft: of the period that has just ended.
 * @param {import("../schema/types.js").Archetype} archetype
 * @param {Date} today
 * @returns {import("../drafts/state.js").State}
 */
export function freshState({ periods }, today) {
  const period = lastEnded(periods, monthOf(today));
  return period ? { ...EMPTY, facts: withPeriod({}, period.code) } : EMPTY;
}

/**
 * The facts with a period, and with the one compared with: as before the last period or, else, the same
 * one a year before; one that was chosen otherwise stays.
 * @param {Facts} facts
 * @param {string} code
 */
export function withPeriod(facts, code) {
  const [before, last] = ["period", "last_period"].map((name) => parsePeriod(valueAt(facts, name)));
  const period = parsePeriod(code);
  const next = withValueAt(facts, "period", code);
  if (!period) return next;
  const isYearly = !last || !before || last.equals(before.yearBefore);
  if (!isYearly && !last.equals(before.preceding)) return next;
  return withValueAt(next, "last_period", (isYearly ? period.yearBefore : period.preceding).code);
}

/**
 * Says in a choice of what is compared with which period is the one before, and which the year before.
 * @param {HTMLElement | undefined} control
 * @param {string} code the period reported on
 */
export function nameCompared(control, code) {
  const period = parsePeriod(code);
  if (!(control instanceof HTMLSelectElement)) return;
  const names = new Map(period ? [[period.preceding.code, "上一期"], [period.yearBefore.code, "上年同期"]] : []);
  for (const option of control.options) {
    const name = names.get(option.value);
    const text = parsePeriod(option.value)?.text;
    const shown = text && name ? `${text}（${name}）` : text;
    // written only where it changes: a select whose options are written is laid out again
    if (shown && option.textContent !== shown) option.textContent = shown;
  }
}

/**
 * What the earlier period is called that a summary compares with: 上年同期, 上学期; 上期 while that is open.
 * @param {Facts} facts
 */
function comparedName(facts) {
  const name = periodOf(facts)?.base(parsePeriod(valueAt(facts, "last_period"))) ?? "";
  return name === "" ? SIDE_NAMES.last : name;
}

/**
 * How a side of a fact is called.
 * @param {string} side
 * @param {Facts} facts
 */
export function sideName(side, facts) {
  return side === "last" ? comparedName(facts) : SIDE_NAMES[/** @type {"now"} */ (side)];
}
