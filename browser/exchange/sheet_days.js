// Gives the days that were typed into sheets the year of the period; mirrors macros/cli/normalise_facts.py.

import { withYear } from "../facts/days_typed.js";

/** @typedef {import("../schema/types.js").Facts} Facts */
/** @typedef {import("../schema/types.js").FieldSpec} FieldSpec */
/** @typedef {import("../schema/types.js").Written} Written */
/** @typedef {import("../figures/periods.js").Period} Period */

/**
 * Facts with the year in each day.
 * @param {Facts} facts
 * @param {Record<string, import("../schema/types.js").FactSpec>} specs
 * @param {Period | null} period
 */
export function withYears(facts, specs, period) {
  const dated = Object.entries(facts).map(
    ([name, written]) => /** @type {[string, Written]} */ ([name, datedIn(written, specs[name], period)]),
  );
  return Object.fromEntries(dated);
}

/**
 * @param {Written} written
 * @param {import("../schema/types.js").FactSpec | undefined} spec
 * @param {Period | null} period
 * @returns {Written}
 */
function datedIn(written, spec, period) {
  const dated = (/** @type {string} */ text, /** @type {FieldSpec | undefined} */ slot) =>
    slot?.type === "date" ? withYear(text, period) : text;
  if (typeof written === "string") return dated(written, spec);
  if (!Array.isArray(written)) return written;
  return written.map((row) =>
    Object.fromEntries(
      Object.entries(row).map(([field, text]) => /** @type {[string, string]} */ ([field, dated(text, spec?.fields?.[field])])),
    ),
  );
}
