// Finds values that are allowed but hardly right: figures that doubled, halved or stayed as they were, days of
// another year (in unlikely_relations.js what hardly goes together); mirrors macros/library/unlikely_values.py.

import { now, side } from "../figures/arithmetic.js";
import { DayValue, Series } from "../figures/values.js";
import { findingKey } from "./finding_keys.js";

/** @typedef {{kind: string, key: string, path: string, what: string}} Unlikely */
/** @typedef {import("../facts/context.js").Context} Context */
/** @typedef {(name: string) => boolean} Shown tells whether the text may show a fact */

/**
 * @param {import("./summary.js").Summary} summary
 * @param {Context} context
 * @param {Shown} shown
 * @returns {Unlikely[]}
 */
export function unlikelyChanges({ specs }, context, shown) {
  return Object.keys(specs).flatMap((name) => {
    const fact = shown(name) ? context.fact(name) : undefined;
    return fact instanceof Series ? ofSeries(name, fact) : [];
  });
}

/**
 * @param {string} name
 * @param {Series} fact
 */
function ofSeries(name, fact) {
  const [mine, last] = [now(fact), side(fact, "last")];
  const how = mine && last ? change(mine.number, last.number) : "";
  if (!mine || !last || !how) return [];
  const what = `“${fact.label}”本期${mine.text}，上期${last.text}，${how}，请核对`;
  return [unlikely("change", `${name}.now`, `${mine.text}/${last.text}`, what)];
}

/**
 * What is unlikely about a change; empty when nothing is.
 * @param {import("../figures/decimal.js").Decimal} mine
 * @param {import("../figures/decimal.js").Decimal} last
 */
function change(mine, last) {
  if (mine.compare(last) === 0) return mine.sign ? "两期相同" : "";
  return farApart(mine, last);
}

/**
 * How far a figure is from the one before, where it has more than doubled or halved; empty where it has not.
 * @param {import("../figures/decimal.js").Decimal} mine
 * @param {import("../figures/decimal.js").Decimal} last
 */
export function farApart(mine, last) {
  if (last.sign <= 0 || mine.sign < 0) return "";
  if (mine.compare(last.plus(last)) > 0) return "超过上期的2倍";
  return mine.plus(mine).compare(last) < 0 ? "不到上期的一半" : "";
}

/**
 * @param {import("./summary.js").Summary} summary
 * @param {Context} context
 * @param {Shown} shown
 * @returns {Unlikely[]}
 */
export function otherYears({ specs, archetype }, context, shown) {
  const own = archetype.frame.date.entered; // a document may be signed in the following year
  return Object.entries(specs).flatMap(([path, { label, in_period: inside }]) => {
    const fact = shown(path) && !inside ? context.fact(path) : undefined;
    if (!(fact instanceof DayValue) || fact.sameYear || own.includes(path)) return [];
    return [unlikely("year", path, fact.text, `“${label}”是${fact.text}，与总结时段不在一年，请核对`)];
  });
}

/**
 * @param {string} kind
 * @param {string} path
 * @param {string} value
 * @param {string} what
 * @returns {Unlikely}
 */
function unlikely(kind, path, value, what) {
  return { kind, key: findingKey(kind, path, value), path, what };
}
