// Renders a compiled template to literal texts and values, as Jinja does; mirrors macros/templating/render.py.

import { FUNCTIONS } from "./language.js";
import { Choice, Series, Value } from "../figures/values.js";

/** @typedef {import("../schema/types.js").Statement} Statement */
/** @typedef {import("../schema/types.js").Expression} Expression */
/** @typedef {string | Value} Piece literal text, or a value */
/** @typedef {(name: string) => any} Scope looks a name up */

/**
 * Renders the body of a template; adjacent literal texts become one piece.
 * @param {Statement[]} body
 * @param {Scope} scope
 * @returns {Piece[]}
 */
export function render(body, scope) {
  /** @type {Piece[]} */
  const pieces = [];
  run(body, scope, pieces);
  return pieces;
}

/**
 * @param {Statement[]} body
 * @param {Scope} scope
 * @param {Piece[]} pieces
 */
function run(body, scope, pieces) {
  for (const statement of body) {
    if (typeof statement === "string") addText(pieces, statement);
    else if (statement[0] === "=") pieces.push(asValue(evaluate(statement[1], scope)));
    else if (statement[0] === "if") run(branch(statement[1], statement[2], scope), scope, pieces);
    else loop(statement, scope, pieces);
  }
}

/**
 * @param {Piece[]} pieces
 * @param {string} text
 */
function addText(pieces, text) {
  const before = pieces[pieces.length - 1];
  if (typeof before === "string") pieces[pieces.length - 1] = before + text;
  else if (text) pieces.push(text);
}

/**
 * @param {[Expression, Statement[]][]} branches
 * @param {Statement[]} otherwise
 * @param {Scope} scope
 */
function branch(branches, otherwise, scope) {
  return branches.find(([condition]) => evaluate(condition, scope) === true)?.[1] ?? otherwise;
}

/**
 * @param {any[]} statement
 * @param {Scope} scope
 * @param {Piece[]} pieces
 */
function loop([, name, list, body], scope, pieces) {
  const rows = /** @type {import("../figures/values.js").Rows} */ (evaluate(list, scope)).rows;
  rows.forEach((row, index) => {
    const state = { index: index + 1, first: index === 0, last: index === rows.length - 1 };
    const inner = (/** @type {string} */ wanted) =>
      wanted === name ? row : wanted === "loop" ? state : scope(wanted);
    run(body, inner, pieces);
  });
}

/**
 * @param {Expression} expression
 * @param {Scope} scope
 * @returns {any}
 */
function evaluate(expression, scope) {
  if (typeof expression === "string") return scope(expression);
  const [kind, a, b] = expression;
  switch (kind) {
    case "()":
      return called(a, expression.slice(2), scope);
    case ".":
      return evaluate(a, scope)[b];
    case "'":
      return a;
    case "not":
      return !evaluate(a, scope);
    case "and":
      return evaluate(a, scope) && evaluate(b, scope);
    case "or":
      return evaluate(a, scope) === true || evaluate(b, scope);
    default:
      return isOption(evaluate(a, scope), evaluate(b, scope), kind);
  }
}

/**
 * @param {string} name
 * @param {Expression[]} args
 * @param {Scope} scope
 */
function called(name, args, scope) {
  const word = Object.hasOwn(FUNCTIONS, name) ? FUNCTIONS[name] : undefined;
  if (!word) throw new Error(`not in the profile: ${name}`);
  return word(...args.map((argument) => evaluate(argument, scope)));
}

/**
 * Compares a choice with an option; both == and != are false for a choice that is not made yet.
 * @param {Value} value
 * @param {string} option
 * @param {"==" | "!="} operator
 */
function isOption(value, option, operator) {
  if (!(value instanceof Choice)) return false;
  return (value.text === option) === (operator === "==");
}

/** @param {Value | Series | number} value */
function asValue(value) {
  if (value instanceof Series) return value.now; // a series prints this period's value
  return value instanceof Value ? value : new Value(String(value));
}
