// Kinds of expressions: what a fact is to a text of one's own; mirrors macros/templating/expression_kinds.py.

/** @typedef {import("../schema/types.js").FactSpec} FactSpec */
/** @typedef {Record<string, FactSpec>} Specs */

/**
 * What an expression gives: its kind, and the fact it stands for.
 * @typedef {{name: string, spec?: FactSpec, path: string}} Kind
 */

const NUMBERS = ["count", "amount", "decimal"];
const SIDES = /** @type {const} */ (["now", "last", "plan"]);

/**
 * The sides a fact has: now, and what its series adds; a computed one has those of both its sources.
 * @param {FactSpec | undefined} spec
 * @param {Specs} specs
 * @returns {string[]}
 */
export function sides(spec, specs) {
  const computed = spec && isQuotient(spec) ? [spec.numerator, spec.denominator] : [];
  const sources = computed.flatMap((name) => (name && Object.hasOwn(specs, name) ? [specs[name]] : []));
  const added = (/** @type {string} */ side) =>
    spec && isQuotient(spec)
      ? sources.every((source) => hasSide(source, side))
      : hasSide(spec, side);
  return SIDES.filter((side) => side === "now" || added(side));
}

/**
 * @param {FactSpec | undefined} spec
 * @param {string} side
 */
function hasSide(spec, side) {
  return spec?.series?.some((one) => one === side) ?? false;
}

/** @param {FactSpec} spec */
function isQuotient(spec) {
  return spec.type === "rate";
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
  if (spec.type === "list") return "rows";
  if (!NUMBERS.includes(spec.type)) return spec.type;
  if (spec.approx) return "approx";
  return sides(spec, specs).length > 1 ? "series" : "number";
}
