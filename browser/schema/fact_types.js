// The traits of each fact type, declared once for all modules that use it; mirrors macros/schema/fact_types.py,
// which says what each trait means.
//
// What a type does stands in tables by type; browser/tests/schema/fact_types.test.js lists them.

import table from "../../macros/schema/fact_types.json" with { type: "json" };

/** @typedef {import("./types.js").FactSpec} FactSpec */
/** @typedef {import("./types.js").FieldSpec} FieldSpec */
/** @typedef {keyof typeof table} FactType */
/**
 * What each of some types does or gives.
 * @template T
 * @typedef {Partial<Record<FactType, T>>} ByType
 */
/**
 * @typedef {object} FactTraits
 * @property {string} kind
 * @property {string} next_period
 * @property {boolean} [fact]
 * @property {boolean} [field]
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
 * @property {boolean} [strict]
 * @property {boolean} [chosen]
 * @property {boolean} [telling]
 * @property {{unit: string}} [defaults]
 */

/** @type {Record<FactType, FactTraits>} */
export const FACT_TYPES = table;

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
 * Tells whether a fact is never entered: a rate or a sum.
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
