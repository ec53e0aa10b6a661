// Which fields of lists' records a text reads; mirrors macros/templating/fields_read.py.

import { namesIn } from "./render.js";

/** @typedef {import("../schema/types.js").Expression} Expression */
/** @typedef {import("../schema/types.js").Statement} Statement */
/** @typedef {Record<string, string>} Loops from the variable of a loop to its list */

/**
 * Each list with a field that a body reads; no name of a field stands for the first.
 * @param {Statement[]} body
 * @param {Loops} [loops]
 * @returns {[string, string][]}
 */
export function fieldsRead(body, loops = {}) {
  return body.flatMap((statement) => {
    if (typeof statement === "string") return [];
    const [kind, first, second, third] = statement;
    if (kind === "=") return inExpression(first, loops);
    if (kind === "for") return fieldsRead(third, { ...loops, [first]: namesIn(second)[0] ?? "" });
    const branches = first.flatMap((/** @type {[Expression, Statement[]]} */ [test, inner]) => [
      ...inExpression(test, loops),
      ...fieldsRead(inner, loops),
    ]);
    return [...branches, ...fieldsRead(second, loops)];
  });
}

/**
 * @param {Expression} expression
 * @param {Loops} loops
 * @returns {[string, string][]}
 */
function inExpression(expression, loops) {
  if (typeof expression === "string") return [];
  const [kind, ...parts] = expression;
  const [first, second, third] = parts;
  const list = typeof first === "string" && Object.hasOwn(loops, first) ? loops[first] : undefined;
  if (kind === "." && list !== undefined) return [[list, second]];
  if (kind === "()" && first === "listed" && parts.length === 2) return [[second, ""]];
  if (kind === "()" && Array.isArray(third) && third[0] === "'") return [[second, third[1]]];
  return parts.flatMap((part) => inExpression(part, loops));
}
