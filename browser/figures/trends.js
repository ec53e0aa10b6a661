// What a table of figures does not say at a glance: the one that moved most, or unlike the others; mirrors
// macros/figures/trends.py.

import { pair } from "./arithmetic.js";
import { change, growth, percentage } from "./comparisons.js";
import { Decimal } from "./decimal.js";
import { enumerated } from "./filters.js";
import { RISE_OF_LEVEL, Series, Value, factsOf } from "./values.js";

/** @typedef {import("./values.js").Figure} Figure */
/** @typedef {import("./arithmetic.js").Numeric} Numeric */
/** @typedef {{series: Series, mine: Figure, last: Figure}} Moved this period's figure and the earlier one */

const WAYS = [1, -1, 0]; // a rise, a fall, no change
const SIDES = 2; // of an exception: the few and the many

/**
 * ；甲率比上年同期提高，乙率下降; of all alike the most: ；比上年同期提高最多的是甲率; few against many are the
 * exception: ；除丙率下降外，其余均比上年同期提高.  Of those that moved in many ways one that the opening has
 * stated is left out; the most, and the others, are said of all that the table shows.  Of a single one there is
 * nothing to say that the table does not, unless it is worse.
 * @param {Numeric[]} figures
 */
export function thenTrends(...figures) {
  const moved = figures.flatMap(bothKnown);
  const fresh = moved.filter(({ series }) => !series.announced);
  const groups = groupsOf(moved);
  const [few = [], many = []] = [...groups].sort((a, b) => a.length - b.length);
  if (!fresh[0] || (fresh.length === 1 && !isWorse(fresh[0]))) return new Value("");
  if (groups.length === SIDES && few.length < many.length && moved.length === figures.length) {
    return told(moved, [exception(few, many)], change);
  }
  if (groups.length === 1) return told(moved, mostOf(moved), areAmounts(moved) ? growth : change);
  const ways = groupsOf(fresh);
  return told(fresh, ways.map((alike) => clause(alike, ways)), change);
}

/**
 * The clauses with the steps of all figures that they were found from.
 * @param {Moved[]} moved
 * @param {string[]} clauses
 * @param {(series: Series) => Value} step
 */
function told(moved, clauses, step) {
  if (clauses.length === 0) return new Value("");
  const steps = moved.map(({ series }) => step(series));
  const formula = steps.map((each) => each.formula).join("；");
  return new Value(`；${clauses.join("，")}`, factsOf(...steps), formula);
}

/** @type {(x: Numeric) => Moved[]} */
function bothKnown(x) {
  const both = x instanceof Series ? pair(x, "last") : null;
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

/**
 * Which of the figures that moved alike moved most: 比上年增幅最大的是甲，增长9.18%.
 * @param {Moved[]} alike
 * @returns {string[]}
 */
function mostOf(alike) {
  const [first] = alike;
  if (!first || !wayOf(first)) return [];
  const amounts = areAmounts(alike);
  const sizes = alike.map((one) => (amounts ? grownBy(one) : pointsOf(one, alike)));
  const largest = sizes.reduce((one, other) => (one.compare(other) < 0 ? other : one));
  const most = alike.filter((_, index) => sizes[index]?.compare(largest) === 0);
  if (sizes.some(({ sign }) => !sign) || most.length === alike.length) return [clause(alike, [alike])];
  if (!amounts) return [`${baseOf(alike)}${wordOf(first)}最多的是${namesOf(most)}`];
  const size = wayOf(first) > 0 ? "增幅最大" : "降幅最大";
  return [`${baseOf(alike)}${size}的是${namesOf(most)}，${growth(most[0]?.series ?? first.series).text}`];
}

/** @param {Moved[]} moved */
function areAmounts(moved) {
  return !moved.some(({ mine }) => mine.isLevel);
}

/** @param {Moved} moved */
function isWorse(moved) {
  const better = moved.mine.rise === RISE_OF_LEVEL["higher"] ? 1 : -1;
  return moved.mine.isLevel && wayOf(moved) === -better;
}

/**
 * How far a level has moved; zero where the others are counted in another unit.
 * @param {Moved} moved
 * @param {Moved[]} alike
 */
function pointsOf({ mine, last }, alike) {
  const isOneUnit = alike.every((other) => other.mine.unit === mine.unit);
  return isOneUnit ? mine.number.minus(last.number).abs() : Decimal.of("0");
}

/**
 * By how many percent an amount has grown or shrunk; zero where that says nothing.
 * @param {Moved} moved
 */
function grownBy({ mine, last }) {
  return mine.grows && last.number.sign > 0 ? percentage(mine, last).abs() : Decimal.of("0");
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
  return enumerated(alike.map(({ mine }) => mine.label));
}

/** @type {(alike: Moved[]) => string} */
function howOf([first]) {
  return first ? wordOf(first) : "";
}

/** @type {(alike: Moved[]) => string} */
function baseOf([first]) {
  return first ? `${wayOf(first) ? "比" : "与"}${first.series.comparedWith}` : "";
}
