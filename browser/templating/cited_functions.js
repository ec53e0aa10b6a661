// Reads a function of facts that a list's record cites, such as share(a, b); part of
// macros/templating/citations.py.

import { ExpressionError } from "./expression_error.js";
import { GROUPS, kindOf, parse } from "./own_expressions.js";
import { namesIn } from "./render.js";

/** @typedef {import("../schema/types.js").Expression} Expression */
/** @typedef {import("./expression_kinds.js").Specs} Specs */

/**
 * What was read: the expression, null where it gives no figure, or what is wrong with it.
 * @typedef {{expression: Expression | null, what?: string, expected?: string}} Read
 */

/**
 * The expression of a cited function, or why there is none.
 * @param {string} written
 * @param {Specs} specs
 * @returns {Read}
 */
export function citedFunction(written, specs) {
  try {
    const expression = parse(written);
    return { expression: givesFigure(expression, specs) ? expression : null };
  } catch (error) {
    if (!(error instanceof ExpressionError)) throw error;
    return { expression: null, what: error.message, expected: error.expected };
  }
}

/**
 * @param {Expression} expression
 * @param {Specs} specs
 */
function givesFigure(expression, specs) {
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
