// What a list's record may cite: a fact, or a function of facts that gives a figure; mirrors
// macros/templating/citations.py.  What reads functions is loaded with own content (cited_functions.js).

import { isCitable } from "../schema/fact_types.js";
import { ExpressionError } from "./expression_error.js";

/** @typedef {import("../schema/types.js").Expression} Expression */
/** @typedef {import("./expression_kinds.js").Specs} Specs */
/** @typedef {import("./cited_functions.js").Read} Read */

/** @type {(written: string, specs: Specs) => Read} */
let readFunction = () => ({ expression: null });

/** @param {typeof readFunction} reader what reads a function that a record cites */
export function readFunctionsBy(reader) {
  readFunction = reader;
}

/**
 * Tells whether what a record cites is a function, not a fact.
 * @param {string} written
 */
export function isFunction(written) {
  return written.includes("(");
}

/**
 * The expression that a record cites; throws ExpressionError when there is no such figure.
 * @param {string} written
 * @param {Specs} specs
 * @returns {Expression}
 */
export function citation(written, specs) {
  if (isFunction(written)) {
    const { expression, what = "", expected } = readFunction(written, specs);
    if (what) throw new ExpressionError(what, expected);
    if (expression !== null) return expression;
  } else if (Object.hasOwn(specs, written) && specs[written] && isCitable(specs[written])) {
    return written;
  }
  throw new ExpressionError(`“${written}”不是本范本能引用的指标`, "本范本的一个数或比率", written);
}
