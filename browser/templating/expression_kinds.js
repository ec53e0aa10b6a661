// Kinds of expressions: what a fact is to a text of one's own; mirrors macros/templating/expression_kinds.py.

import { isQuotient, traitsOf } from "../schema/fact_types.js";

/** @typedef {import("../schema/types.js").FactSpec} FactSpec */
/** @typedef {Record<string, FactSpec>} Specs */

/**
 * What an expression gives: its kind, and the fact it stands for.
 * @typedef {{name: string, spec?: FactSpec, path: string}} Kind
 */

export const TABLE = "table"; // the function that prints facts below each other
const SIDES = /** @type {const} */ (["now", "last", "plan"]);

/** @param {import("../schema/types.js").Expression} expression */
export function isTable(expression) {
  return expression[0] === "()" && expression[1] === TABLE;
}

/**
 * The sides a fact has: now and its series; a computed one has those that both its facts have.
 * @param {FactSpec | undefined} spec
 * @param {Specs} specs
 * @returns {string[]}
 */
export function sides(spec, specs) {
  const computed = spec && isQuotient(spec) ? [spec.numerator, spec.denominator] : [];
  const known = computed.flatMap((name) => (name && Object.hasOwn(specs, name) ? [specs[name]] : []));
  const counted = computed.length > 0 ? known : [spec];
  return SIDES.filter((side) => side === "now" || counted.every((one) => hasSide(one, side)));
}

/**
 * @param {FactSpec | undefined} spec
 * @param {string} side
 */
function hasSide(spec, side) {
  return spec?.series?.some((one) => one === side) ?? false;
}

/**
 * The kind a fact's name has in a text.
 * @param {string} name
 * @param {FactSpec} spec
 * @param {Specs} specs
 * @returns {Kind}
 */
export function factKind(name, spec, specs) {
  return { name: kindName(spec, specs), spec, path: name };
}

/**
 * @param {FactSpec} spec
 * @param {Specs} specs
 */
function kindName(spec, specs) {
  const { kind } = traitsOf(spec);
  if (kind !== "number") return kind;
  if (spec.approx) return "approx";
  return sides(spec, specs).length > 1 ? "series" : kind;
}
