// The dates of a text that are entered as facts: of the signature, up to which it counts, and those that a template prints.

import { yearIn } from "../prose/period.js";
import { fitsAfter, fitsBefore } from "./framed.js";

/** @typedef {import("../prose/types.js").Prose} Prose */
/** @typedef {import("../prose/types.js").Line} Line */
/** @typedef {import("../prose/types.js").WrittenDate} WrittenDate */
/** @typedef {import("./types.js").Frame} Frame */
/** @typedef {import("./types.js").StatedFigure} StatedFigure */

const ENOUGH = 4; // Chinese characters around a date that are those of a template
const UP_TO = /截[至止](?:到)?$/;

/**
 * @param {Prose} prose
 * @param {Record<string, unknown>} specs
 * @param {Frame[]} frames
 * @returns {StatedFigure[]}
 */
export function datedFigures(prose, specs, frames) {
  const signed = prose.lines.filter(({ kind }) => kind === "date").at(-1);
  return prose.dates.flatMap((date) => {
    const line = prose.lines.find(({ start, end }) => start <= date.start && date.end <= end);
    const typed = typedDate(date, prose.period);
    const path = line && typed ? pathOf(date, line, line === signed, frames) : "";
    if (!specs[path]) return [];
    const { start, end, year } = date;
    const sure = year !== undefined || path === "as_of";
    return [{ start, end, path, typed, sure, others: [], derived: false, comparison: "", sentence: date.written }];
  });
}

/**
 * @param {WrittenDate} date
 * @param {Line} line
 * @param {boolean} signed whether it is the line of the signature
 * @param {Frame[]} frames
 */
function pathOf(date, { start, text, kind }, signed, frames) {
  if (signed) return date.day ? "signed" : "";
  if (kind !== "paragraph" || !date.month) return "";
  const [before, after] = [text.slice(0, date.start - start), text.slice(date.end - start)];
  const scored = frames.map(({ path, left, right }) => ({ path, fits: [fitsBefore(left, before), fitsAfter(right, after)] }));
  const fitting = scored.filter(({ fits: [one = -1, other = -1] }) => one >= 0 && other >= 0).map(({ path, fits }) => ({ path, fit: Math.max(...fits) }));
  const [best] = fitting.filter(({ path, fit }) => fit >= ENOUGH || path !== "as_of").sort((a, b) => b.fit - a.fit);
  if (best) return best.fit >= ENOUGH ? best.path : "";
  return UP_TO.test(before) && date.day ? "as_of" : "";
}

/**
 * A date as one types it: 2026-06-30, 2026-06; without a year it is the one in the period.
 * @param {WrittenDate} date
 * @param {Prose["period"]} period
 */
function typedDate({ year, month = 0, day }, period) {
  const own = year ?? (period ? yearIn(period, month) : undefined);
  const parts = [month, ...(day ? [day] : [])].map((part) => String(part).padStart(2, "0"));
  return own === undefined ? "" : [String(own), ...parts].join("-");
}
