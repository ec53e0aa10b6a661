// Which way several figures have moved, in one clause: what a table of them means; mirrors macros/figures/trends.py.

import { pair } from "./arithmetic.js";
import { change } from "./comparisons.js";
import { Series, Value, factsOf } from "./values.js";

/** @typedef {import("./values.js").Figure} Figure */
/** @typedef {import("./arithmetic.js").Numeric} Numeric */
/** @typedef {{series: Series, mine: Figure, last: Figure}} Moved this period's figure and the earlier one */

const WAYS = [1, -1, 0]; // a rise, a fall, no change

/**
 * ；甲率和乙率比上年同期提高，丙率下降; all alike ；甲率、乙率和丙率均比上年同期提高; nothing where none is known.
 * @param {Numeric[]} figures
 */
export function thenTrends(...figures) {
  const moved = figures.flatMap(bothKnown);
  /** @type {string[]} */
  const clauses = [];
  for (const way of WAYS) {
    const going = moved.filter((each) => wayOf(each) === way);
    for (const word of new Set(going.map(wordOf))) {
      const alike = going.filter((each) => wordOf(each) === word);
      clauses.push(clause(alike, !clauses.length, alike.length === moved.length));
    }
  }
  const changes = moved.map(({ series }) => change(series));
  const formula = changes.map((step) => step.formula).join("；");
  return new Value(clauses.length ? `；${clauses.join("，")}` : "", factsOf(...changes), formula);
}

/** @type {(x: Numeric) => Moved[]} */
function bothKnown(x) {
  const both = x instanceof Series ? pair(x, "last") : null;
  return both && x instanceof Series ? [{ series: x, mine: both[0], last: both[1] }] : [];
}

/** @type {(moved: Moved) => number} */
function wayOf({ mine, last }) {
  return Math.sign(mine.number.compare(last.number));
}

/** @type {(moved: Moved) => string} */
function wordOf(moved) {
  const way = wayOf(moved);
  if (!way) return "持平";
  return way > 0 ? moved.mine.rise : moved.mine.fall;
}

/**
 * The labels of figures that moved alike, against which period, and how.
 * @param {Moved[]} alike
 * @param {boolean} full whether the period is named
 * @param {boolean} every whether these are all
 */
function clause(alike, full, every) {
  const labels = alike.map(({ mine }) => mine.label);
  const names = [labels.slice(0, -1).join("、"), labels[labels.length - 1]].filter(Boolean).join("和");
  const first = /** @type {Moved} */ (alike[0]);
  const way = wayOf(first);
  const base = full || !way ? (way ? "比" : "与") + first.series.comparedWith : "";
  return names + (every && alike.length > 1 ? "均" : "") + base + wordOf(first);
}
