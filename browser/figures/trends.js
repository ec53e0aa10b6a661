// Which way several figures have moved, in one clause: what a table of them means; mirrors macros/figures/trends.py.

import { pair } from "./arithmetic.js";
import { change } from "./comparisons.js";
import { Series, Value, factsOf } from "./values.js";

/** @typedef {import("./values.js").Figure} Figure */
/** @typedef {import("./arithmetic.js").Numeric} Numeric */
/** @typedef {{series: Series, mine: Figure, last: Figure}} Moved this period's figure and the earlier one */

const WAYS = [1, -1, 0]; // a rise, a fall, no change
const SIDES = 2; // of an exception: the few and the many

/**
 * ；甲率比上年同期提高，乙率下降; all alike ；甲率和乙率均比上年同期提高; few against many are the exception:
 * ；除丙率下降外，其余均比上年同期提高; nothing where no change is known.  What the opening has stated is left
 * out.
 * @param {Numeric[]} figures
 */
export function thenTrends(...figures) {
  const moved = figures.flatMap(bothKnown);
  const groups = groupsOf(moved);
  const [few = [], many = []] = [...groups].sort((a, b) => a.length - b.length);
  const isException = groups.length === SIDES && few.length < many.length && moved.length === figures.length;
  const clauses = isException ? [exception(few, many)] : groups.map((alike) => clause(alike, groups));
  const changes = moved.map(({ series }) => change(series));
  const formula = changes.map((step) => step.formula).join("；");
  return new Value(clauses.length > 0 ? `；${clauses.join("，")}` : "", factsOf(...changes), formula);
}

/** @type {(x: Numeric) => Moved[]} */
function bothKnown(x) {
  const both = x instanceof Series && !x.announced ? pair(x, "last") : null;
  return both && x instanceof Series ? [{ series: x, mine: both[0], last: both[1] }] : [];
}

/**
 * The figures in groups that moved alike: those that rose, fell, did not change.
 * @param {Moved[]} moved
 * @returns {Moved[][]}
 */
function groupsOf(moved) {
  return WAYS.flatMap((way) => {
    const going = moved.filter((each) => wayOf(each) === way);
    return [...new Set(going.map(wordOf))].map((word) => going.filter((each) => wordOf(each) === word));
  });
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

/** @type {(few: Moved[], many: Moved[]) => string} */
function exception(few, many) {
  return `除${namesOf(few)}${howOf(few)}外，其余均${baseOf(many)}${howOf(many)}`;
}

/**
 * The labels of figures that moved alike, against which period, and how.
 * @param {Moved[]} alike
 * @param {Moved[][]} groups
 */
function clause(alike, groups) {
  const every = groups.length === 1 && alike.length > 1;
  const base = alike === groups[0] || howOf(alike) === "持平" ? baseOf(alike) : "";
  return namesOf(alike) + (every ? "均" : "") + base + howOf(alike);
}

/** @type {(alike: Moved[]) => string} */
function namesOf(alike) {
  const labels = alike.map(({ mine }) => mine.label);
  return [labels.slice(0, -1).join("、"), labels[labels.length - 1]].filter(Boolean).join("和");
}

/** @type {(alike: Moved[]) => string} */
function howOf([first]) {
  return first ? wordOf(first) : "";
}

/** @type {(alike: Moved[]) => string} */
function baseOf([first]) {
  return first ? `${wayOf(first) ? "比" : "与"}${first.series.comparedWith}` : "";
}
