// Which fields of lists' records a text reads; mirrors macros/templating/fields_read.py.

import { expressionsIn } from "./render.js";

/** @typedef {import("../schema/types.js").Expression} Expression */
/** @typedef {import("../schema/types.js").Statement} Statement */

const OF_ROWS = ["listed", "total", "tally"];

/**
 * Each list with a field that a body reads; no name of a field stands for the first.
 * @param {Statement[]} body
 */
export function fieldsRead(body) {
  return expressionsIn(body).flatMap(([expression, loops]) => inExpression(expression, loops));
}

/**
 * @param {Expression} expression
 * @param {Record<string, string>} loops
 * @returns {[string, string][]}
 */
function inExpression(expression, loops) {
  if (typeof expression === "string") return [];
  const [kind, ...parts] = expression;
  const [first, second, third] = parts;
  const list = typeof first === "string" && Object.hasOwn(loops, first) ? loops[first] : undefined;
  if (kind === "." && list !== undefined) return [[list, second]];
  const ofRows = kind === "()" && typeof first === "string" && OF_ROWS.includes(first);
  if (ofRows) return [[second, Array.isArray(third) ? third[1] : ""]];
  return parts.flatMap((part) => inExpression(part, loops));
}
