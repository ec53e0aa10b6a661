// The traits of each fact type, declared once for all modules that use it; mirrors macros/schema/fact_types.py,
// which says what each trait means.
//
// What a type does stands in tables by type; browser/tests/schema/fact_types.test.js lists them.

import table from "../../macros/schema/fact_types.json" with { type: "json" };

/** @typedef {import("./types.js").FactSpec} FactSpec */
/** @typedef {import("./types.js").FieldSpec} FieldSpec */
/** @typedef {keyof typeof table} FactType */
/** @typedef {{unit?: string, range?: string[], better?: "higher" | "lower", hint?: string}} Defaults */
/**
 * What each of some types does or gives.
 * @template T
 * @typedef {Partial<Record<FactType, T>>} ByType
 */
/**
 * @typedef {object} FactTraits
 * @property {string} kind
 * @property {boolean} [fact]
 * @property {string[]} [needs]
 * @property {string[]} [allows]
 * @property {string[]} [units]
 * @property {boolean} [series]
 * @property {boolean} [number]
 * @property {boolean} [whole]
 * @property {boolean} [computed]
 * @property {boolean} [quotient]
 * @property {boolean} [records]
 * @property {boolean} [citable]
 * @property {boolean} [field]
 * @property {boolean} [strict]
 * @property {boolean} [chosen]
 * @property {boolean} [telling]
 * @property {Defaults} [defaults]
 * @property {Record<string, Defaults>} [by_unit]
 */

const WIDEST = "999999999999999";

export const DEEPEST = 20; // sums of sums
export const FACT_TYPES = /** @type {Record<FactType, FactTraits>} */ (table);

/** @param {{type: FactType}} spec */
export function traitsOf({ type }) {
  return FACT_TYPES[type];
}

/** @param {FieldSpec} spec */
export function isNumber(spec) {
  return traitsOf(spec).number === true;
}

/**
 * The number of decimals that a value may have.
 * @param {FieldSpec} spec
 */
export function places(spec) {
  return traitsOf(spec).whole ? 0 : (spec.decimals ?? 2);
}

/**
 * The unit of a fact, which a rate need not state.
 * @param {FieldSpec} spec
 */
export function unitOf(spec) {
  return spec.unit ?? traitsOf(spec).defaults?.unit ?? "";
}

/**
 * The range of a fact's values, where it is not stated: of a rate, that of its unit; of a number, all.
 * @param {FieldSpec} spec
 */
export function rangeOf(spec) {
  const { number, whole, by_unit: byUnit, defaults } = traitsOf(spec);
  const widest = number ? [whole ? "0" : `-${WIDEST}`, WIDEST] : undefined;
  return spec.range ?? byUnit?.[unitOf(spec)]?.range ?? defaults?.range ?? widest;
}

/**
 * Whether higher or lower is better.
 * @param {FactSpec} spec
 */
export function betterOf(spec) {
  return spec.better ?? traitsOf(spec).by_unit?.[unitOf(spec)]?.better ?? "higher";
}

/** @param {FactSpec} spec */
export function isQuotient(spec) {
  return traitsOf(spec).quotient === true;
}

/**
 * The field that a record written as one value is: the only one it must have; empty where there is none.
 * @param {FactSpec} spec
 */
export function shortField({ fields = {} }) {
  const names = Object.keys(fields);
  const needed = names.filter((name) => fields[name]?.required !== false);
  const found = names.length === 1 ? names : needed;
  return found.length === 1 ? (found[0] ?? "") : "";
}

/**
 * Tells whether a fact is computed from others: a rate, a quotient or a sum.
 * @param {FactSpec} spec
 */
export function isComputed(spec) {
  return traitsOf(spec).computed === true || spec.sum_of !== undefined;
}

/**
 * Tells whether the record of a list can cite a fact: a number or a rate.
 * @param {FactSpec} spec
 */
export function isCitable(spec) {
  return traitsOf(spec).citable === true && !spec.approx;
}
