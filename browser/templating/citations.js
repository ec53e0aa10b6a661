// What a list's record may cite: a fact, or a function of facts that gives a figure; mirrors
// macros/templating/citations.py.

import { isCitable } from "../schema/fact_types.js";
import { ExpressionError, GROUPS, kindOf, parse } from "./own_expressions.js";
import { namesIn } from "./render.js";

/** @typedef {import("../schema/types.js").Expression} Expression */
/** @typedef {import("./expression_kinds.js").Specs} Specs */

/**
 * The expression that a record cites; throws ExpressionError when there is no such figure.
 * @param {string} written
 * @param {Specs} specs
 * @returns {Expression}
 */
export function citation(written, specs) {
  const expression = written.includes("(") ? parse(written) : written;
  if (givesFigure(expression, specs)) return expression;
  throw new ExpressionError(`“${written}”不是本范本能引用的指标`, "本范本的一个数或比率");
}

/**
 * @param {Expression} expression
 * @param {Specs} specs
 */
function givesFigure(expression, specs) {
  if (typeof expression === "string") {
    const spec = Object.hasOwn(specs, expression) ? specs[expression] : undefined;
    return spec !== undefined && isCitable(spec);
  }
  const { name } = kindOf(expression, specs);
  const isFigure = GROUPS["figure"]?.includes(name) ?? false;
  return isFigure && !namesIn(expression).some((fact) => cites(specs[fact]));
}

/**
 * Tells whether a list's records cite figures: what they cite must not lead back to them.
 * @param {Specs[string] | undefined} spec
 */
function cites(spec) {
  return Object.values(spec?.fields ?? {}).some((field) => field.type === "figure");
}
