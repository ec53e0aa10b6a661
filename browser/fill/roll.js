// Rolls a draft forward to the next period; mirrors macros/roll.py.

import { isNumber } from "../engine/entries.js";
import { parsePeriod } from "../engine/periods.js";

/** @typedef {import("../engine/types.js").Archetype} Archetype */
/** @typedef {import("../engine/types.js").FactSpec} FactSpec */
/** @typedef {import("../engine/types.js").Facts} Facts */
/** @typedef {import("../engine/types.js").Written} Written */
/** @typedef {import("./state.js").State} State */

/**
 * The state for the next period.  Figures of a series move from now to last; other figures and
 * days are emptied.  Texts, choices and lists are carried over, and marked until they are touched.
 * @param {Archetype} archetype
 * @param {State} state
 * @returns {State}
 */
export function rolled(archetype, { facts, without, headings }) {
  /** @type {Facts} */
  const next = {};
  /** @type {string[]} */
  const carried = [];
  for (const [name, value] of Object.entries(facts)) {
    const spec = archetype.facts[name];
    const kept = spec ? keptOf(spec, value) : "";
    if (kept === "") continue;
    next[name] = kept;
    if (!spec?.series) carried.push(name);
  }
  return { facts: { ...next, ...periods(facts) }, without, headings, edits: [], carried };
}

/**
 * @param {FactSpec} spec
 * @param {Written} value
 * @returns {Written}
 */
function keptOf(spec, value) {
  if (spec.type === "date" || spec.type === "period") return "";
  if (!isNumber(spec)) return value;
  const sides = typeof value === "object" && !Array.isArray(value) ? value : {};
  const now = spec.series?.includes("last") ? sides["now"] : "";
  return now ? { last: now } : "";
}

/**
 * @param {Facts} facts
 * @returns {Facts}
 */
function periods({ period }) {
  const now = typeof period === "string" ? parsePeriod(period) : null;
  return now ? { period: now.following.code, last_period: now.code } : {};
}
