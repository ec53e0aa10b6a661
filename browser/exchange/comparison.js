// What the next period is compared with, and which draft can give the figures of that period; mirrors
// macros/exchange/comparison.py.

import table from "../../macros/exchange/comparison.json" with { type: "json" };
import { periodOf, valueAt } from "../facts/paths.js";
import { parsePeriod } from "../figures/periods.js";

/** @typedef {keyof typeof table.bases} Base */
/** @typedef {import("../figures/periods.js").Period} Period */
/** @typedef {import("../schema/types.js").Facts} Facts */

/** @type {Record<Base, string>} */
export const BASE_NAMES = table.bases;

/**
 * What the period after the one that has ended is compared with.
 * @param {Period} ended
 * @param {Base} base
 */
export function comparedPeriod(ended, base) {
  return base === "previous" ? ended : ended.following.yearBefore;
}

/**
 * How facts compare by now; with the period before where they do not say.
 * @param {Facts} facts
 * @returns {Base}
 */
export function usualBase(facts) {
  const last = parsePeriod(valueAt(facts, "last_period"));
  const isYearly = last && periodOf(facts)?.yearBefore.equals(last);
  return isYearly ? "year-before" : "previous";
}

/**
 * Why other facts of the same archetype do not give the figures of a period; empty where they do.
 * @param {Facts} facts
 * @param {Facts} source
 * @param {Period} wanted
 */
export function misfit(facts, source, wanted) {
  const [ours, theirs] = [valueAt(facts, "org"), valueAt(source, "org")];
  if (ours !== theirs) return misfitText("org", ours, theirs);
  const period = periodOf(source);
  if (!period) return misfitText("no_period");
  return period.equals(wanted) ? "" : misfitText("period", wanted.text, period.text);
}

/**
 * @param {keyof typeof table.misfits} kind
 * @param {string} [ours]
 * @param {string} [theirs]
 */
function misfitText(kind, ours = "", theirs = "") {
  const [what = ""] = table.misfits[kind];
  return what.replace("{ours}", () => ours).replace("{theirs}", () => theirs);
}
