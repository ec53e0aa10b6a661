// Days that were typed without their year.

import { Day } from "../figures/periods.js";
import { periodOf } from "./paths.js";

/** @typedef {import("../schema/types.js").Facts} Facts */

const MONTH = /^\s*(\d{1,2})\s*月(?:份|\s*(\d{1,2})\s*[日号])?\s*$/;

/**
 * A day that was typed without its year, as one of the period's year: 3月 is 2026年3月.
 * @param {string} typed
 * @param {Facts} facts
 */
export function withYear(typed, facts) {
  const [whole, month, day = "0"] = MONTH.exec(typed) ?? [];
  const found = periodOf(facts);
  if (whole === undefined || !found) return typed;
  const [before, after] = [found.year, found.year + 1].map((year) => new Day(year, Number(month), Number(day)));
  const meant = before && found.isYearOf(before) ? before : after;
  return meant?.text ?? typed;
}
