// Proposes the headline figures of an opening, by the rules of headlines.json; mirrors
// macros/library/headlines.py.

import table from "../../macros/library/headlines.json" with { type: "json" };
import { sourcesOf } from "../facts/archetype_facts.js";
import { now, pair } from "../figures/arithmetic.js";
import { Decimal, quotient } from "../figures/decimal.js";
import { RANK_UNIT, Rows } from "../figures/values.js";
import { isCitable, isQuotient } from "../schema/fact_types.js";
import { ownValue } from "../schema/own_value.js";
import { factsIn } from "../templating/render.js";

/** @typedef {import("../figures/arithmetic.js").Numeric} Numeric */
/** @typedef {import("../schema/types.js").FactSpec} FactSpec */
/** @typedef {import("./summary.js").Summary} Summary */
/** @typedef {import("../facts/context.js").Context} Context */
/** @typedef {{pick: string, says: string, until: number, least?: string, units?: string[]}} Rule */

/**
 * A figure that is proposed: the fact, what the text calls it, and why it is.
 * @typedef {{fact: string, label: string, why: string}} Headline
 */

export const { list: LIST, field: FIELD, matters: MATTERS, most: MOST } = table;
/** @type {Rule[]} */
const RULES = table.rules;
const PLACES = 6; // of the growth by which amounts are compared
const [NONE, ONE] = [Decimal.of("0"), Decimal.of("1")];

/**
 * Up to three figures, each the best of its rule among those not related to another.
 * @param {Summary} summary
 * @param {Context} context
 * @returns {Headline[]}
 */
export function proposedHeadlines(summary, context) {
  const specs = namedFacts(summary);
  const stated = statedFigures(specs, context);
  /** @type {Headline[]} */
  const chosen = [];
  const taken = new Set();
  for (const rule of RULES) {
    if (chosen.length >= rule.until) break;
    const best = bestOf(stated.filter(([name]) => !taken.has(name)), rule);
    if (best === undefined) continue;
    chosen.push({ fact: best, label: specs.get(best)?.label ?? best, why: rule.says });
    for (const name of related(specs, best)) taken.add(name);
  }
  return chosen;
}

/**
 * The facts that the text names, in its order; what others there are says nothing.
 * @param {Summary} summary
 * @returns {Map<string, FactSpec>}
 */
function namedFacts(summary) {
  const names = [...new Set(summary.bodies().flatMap(factsIn))];
  return new Map(names.flatMap((name) => {
    const spec = ownValue(summary.specs, name);
    return spec ? [[name, spec]] : [];
  }));
}

/**
 * The figures of the text, in its order; not those that others are made of.
 * @param {Map<string, FactSpec>} specs
 * @param {Context} context
 * @returns {[string, Numeric][]}
 */
function statedFigures(specs, context) {
  const parts = new Set([...specs.values()].flatMap((spec) => [...sourcesOf(spec), ...(spec.part_of ?? [])]));
  return [...specs].flatMap(([name, spec]) => {
    if (!isCitable(spec) || parts.has(name) || !isTelling(spec)) return [];
    const value = context.fact(name);
    return value && !(value instanceof Rows) && now(value) ? [[name, value]] : [];
  });
}

/**
 * Tells whether a text can state it by its label alone: no limit.
 * @param {FactSpec} spec
 */
function isTelling(spec) {
  return isQuotient(spec) || (spec.additive ?? true) || spec.unit === RANK_UNIT;
}

/**
 * A figure with those that say the same: the rates it is in, and their counts.
 * @param {Map<string, FactSpec>} specs
 * @param {string} name
 */
function related(specs, name) {
  const rates = [...specs].filter(([one, spec]) => one === name || sourcesOf(spec).includes(name));
  return [name, ...rates.flatMap(([one, spec]) => [one, ...sourcesOf(spec)])];
}

// --- the rules ---

/**
 * The figure with the greatest weight, the first of several; none when none has any.
 * @param {[string, Numeric][]} stated
 * @param {Rule} rule
 */
function bestOf(stated, rule) {
  /** @type {string | undefined} */
  let best;
  let most = NONE;
  for (const [name, value] of stated) {
    const weight = WEIGHTS[rule.pick]?.(value, rule) ?? NONE;
    if (weight.compare(most) <= 0) continue;
    [best, most] = [name, weight];
  }
  return best;
}

/** @type {Record<string, (value: Numeric, rule: Rule) => Decimal>} */
const WEIGHTS = {
  rank: (value) => (now(value)?.isRank ? ONE : NONE),
  points: (value) => {
    const [mine, last] = pair(value, "last") ?? [];
    return mine?.isRate && last ? mine.number.minus(last.number).abs() : NONE;
  },
  growth: (value, { least = "0" }) => {
    const [mine, last] = pair(value, "last") ?? [];
    if (!mine?.grows || !last || mine.isRate) return NONE;
    const isSmall = [mine, last].some((figure) => figure.base.compare(Decimal.of(least)) < 0);
    return isSmall ? NONE : quotient(mine.number.minus(last.number).abs(), last.number, PLACES);
  },
  people: (value, { units = [] }) => {
    const mine = now(value);
    return mine && units.includes(mine.baseUnit) ? mine.base : NONE;
  },
  first: (value) => (now(value)?.isRate ? ONE : NONE),
};
