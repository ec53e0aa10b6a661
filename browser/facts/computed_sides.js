// The sides of a figure that is computed, as they are shown beside what is typed.

import { withoutUnit } from "../document/figure_table.js";
import { now, side } from "../figures/arithmetic.js";
import { Rows } from "../figures/values.js";

/** @typedef {import("./context.js").Fact} Fact */
/** @typedef {"last" | "now" | "plan"} Side */
/** @typedef {{text: string, formula: string}} Made what was computed, and how */

/**
 * A figure by its sides, without its unit; empty where it cannot be computed.
 * @param {Fact | undefined} fact
 * @returns {Record<Side, Made>}
 */
export function computedSides(fact) {
  return { last: madeOf(fact, "last"), now: madeOf(fact, "now"), plan: madeOf(fact, "plan") };
}

/**
 * @param {Fact | undefined} fact
 * @param {Side} name
 * @returns {Made}
 */
function madeOf(fact, name) {
  const figure = !fact || fact instanceof Rows ? null : name === "now" ? now(fact) : side(fact, name);
  return figure ? { text: withoutUnit(figure.text, figure.shownUnit), formula: figure.formula } : { text: "", formula: "" };
}
