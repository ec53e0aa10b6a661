// Renders a compiled template to literal texts and values, as Jinja does; mirrors macros/templating/render.py.

import { isTable } from "./expression_kinds.js";
import { FUNCTIONS } from "./language.js";
import { ROW } from "./line_marks.js";
import { Blank, Choice, Figure, Series, Value } from "../figures/values.js";

/** @typedef {import("../schema/types.js").Statement} Statement */
/** @typedef {import("../schema/types.js").Expression} Expression */
/** @typedef {string | Value | Table} Piece literal text, a value, or a table of figures */
/** @typedef {import("./own_text.js").OwnLine} OwnLine */
/** @typedef {(name: string) => any} Scope looks a name up */
/** @typedef {(expression: Expression, scope: Scope) => Piece[]} Print what an expression prints */

export const TYPED_BLANK = /(＿+)/;
const ENDED = /[。！？；：，、….!?;:,][”’）)]?\s*$/; // a line of own words that needs no full stop

/** A table among the pieces of a text: the names of its facts. */
export class Table {
  /** @param {string[]} facts */
  constructor(facts) {
    this.facts = facts;
  }
}

/** Somebody's own words for a record of a list; `text` is as they were written. */
export class Words extends Value {
  /**
   * @param {string} text
   * @param {string[]} facts
   * @param {OwnLine[]} lines
   */
  constructor(text, facts, lines) {
    super(text, facts);
    this.lines = lines;
  }
}

/**
 * Renders the body of a template; adjacent literal texts become one piece.  The names that a condition
 * which holds has read are added to `read`, and the lists of loops.
 * @param {Statement[]} body
 * @param {Scope} scope
 * @param {Set<string>} [read]
 * @param {Print} [print]
 * @returns {Piece[]}
 */
export function render(body, scope, read = new Set(), print = printed) {
  /** @type {Piece[]} */
  const pieces = [];
  run(body, scope, { pieces, read, print });
  return pieces;
}

/** @typedef {{pieces: Piece[], read: Set<string>, print: Print}} Rendering */

/**
 * What a value prints; what is only stated says its own date where it has one.
 * @param {Expression} expression
 * @param {Scope} scope
 * @returns {Piece[]}
 */
export function printed(expression, scope) {
  if (isTable(expression)) return [new Table(/** @type {string[]} */ (expression.slice(2)))];
  const value = asValue(evaluate(expression, scope));
  if (value instanceof Words) return wordsPieces(value, scope);
  const dated = typeof expression === "string" && value instanceof Figure && value.asOf;
  return dated ? [value, new Value(dated, value.facts)] : [value];
}

/**
 * Own words, a paragraph a line; their text is a value, so that it has no marks.
 * @param {Words} words
 * @param {Scope} scope
 * @returns {Piece[]}
 */
function wordsPieces({ lines, facts }, scope) {
  return lines.flatMap(({ mark, body }, number) => {
    const parts = body.flatMap((part) =>
      typeof part === "string" ? typedValues(part, facts) : printed(part[1], scope),
    );
    const typed = [...typedValues(mark ? ROW : "", facts), ...parts]; // text: a record's words have no tables of words
    const line = mark === "table" ? [new Table(body.map(String))] : [...typed, ...(isEnded(body) ? [] : ["。"])];
    return number > 0 ? ["\n\n", ...line] : line;
  });
}

/** @param {Words["lines"][number]["body"]} body */
function isEnded(body) {
  const last = body.at(-1);
  return last === undefined || (typeof last === "string" && ENDED.test(last));
}

/**
 * What somebody has typed, as values; a blank among it is one.
 * @param {string} text
 * @param {string[]} facts
 */
function typedValues(text, facts) {
  const parts = text.split(TYPED_BLANK).map((part, at) => new (at % 2 > 0 ? Blank : Value)(part, facts));
  return parts.filter((part) => part.text);
}

/**
 * @param {Statement[]} body
 * @param {Scope} scope
 * @param {Rendering} rendering
 */
function run(body, scope, rendering) {
  const { pieces, read, print } = rendering;
  for (const statement of body) {
    if (typeof statement === "string") addText(pieces, statement);
    else if (statement[0] === "=") addAll(pieces, print(statement[1], scope));
    else if (statement[0] === "if") {
      run(branch(statement[1], statement[2], scope, read), scope, rendering);
    } else if (statement[0] === "vary") run(wording(statement[1], scope, read), scope, rendering);
    else loop(statement, scope, rendering);
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
 * @param {Piece[]} pieces
 * @param {Piece[]} more
 */
function addAll(pieces, more) {
  for (const piece of more) {
    if (typeof piece === "string") addText(pieces, piece);
    else pieces.push(piece);
  }
}

/**
 * @param {[Expression, Statement[]][]} branches
 * @param {Statement[]} otherwise
 * @param {Scope} scope
 * @param {Set<string>} read
 */
function branch(branches, otherwise, scope, read) {
  const taken = branches.find(([condition]) => evaluate(condition, scope) === true);
  if (!taken) return otherwise;
  for (const name of namesIn(taken[0])) read.add(name);
  return taken[1];
}

/**
 * Of the wordings whose condition holds, the one that the loop has not said for longest.
 * @param {[Expression, Statement[]][]} wordings
 * @param {Scope} scope
 * @param {Set<string>} read
 */
function wording(wordings, scope, read) {
  const said = /** @type {Statement[][]} */ (scope("loop").said);
  const holding = wordings.filter(([condition]) => evaluate(condition, scope) === true);
  const turns = holding.map(([, body]) => said.lastIndexOf(body));
  const next = holding[turns.indexOf(Math.min(...turns))];
  if (!next) return [];
  said.push(next[1]);
  for (const name of namesIn(next[0])) read.add(name);
  return next[1];
}

/**
 * @param {any[]} statement
 * @param {Scope} scope
 * @param {Rendering} rendering
 */
function loop([, name, list, body], scope, rendering) {
  const rows = /** @type {import("../figures/values.js").Rows} */ (evaluate(list, scope)).rows;
  if (rows.length > 0) for (const read of namesIn(list)) rendering.read.add(read);
  /** @type {Statement[][]} the wordings of variations, as the rows have said them */
  const said = [];
  rows.forEach((row, index) => {
    const state = { ...loopWords(index, rows.length), said };
    const inner = (/** @type {string} */ wanted) =>
      wanted === name ? row : wanted === "loop" ? state : scope(wanted);
    run(body, inner, rendering);
  });
}

/**
 * What a loop says of a row; `joint` goes before what it lists, `stop` after it.
 * @param {number} index
 * @param {number} count
 */
function loopWords(index, count) {
  const [first, last] = [index === 0, index === count - 1];
  const joint = first ? "" : last ? "和" : "、";
  return { index: index + 1, first, last, joint: new Value(joint), stop: new Value(last ? "。" : "；") };
}

/**
 * The names an expression looks up, loop variables with them.
 * @param {Expression} expression
 * @returns {string[]}
 */
export function namesIn(expression) {
  if (typeof expression === "string") return [expression];
  const [kind, ...parts] = expression;
  if (kind === "'") return [];
  const inner = kind === "." ? parts.slice(0, 1) : kind === "()" ? parts.slice(1) : parts;
  return inner.flatMap(namesIn);
}

/**
 * The names that a body looks up, loop variables with them, in order.
 * @param {Statement[]} body
 * @returns {string[]}
 */
export function factsIn(body) {
  return expressionsIn(body).flatMap(([expression]) => namesIn(expression));
}

/**
 * Every expression of a body, with the lists of the loops that it stands in, by their variables.
 * @param {Statement[]} body
 * @param {Record<string, string>} [loops]
 * @returns {[Expression, Record<string, string>][]}
 */
export function expressionsIn(body, loops = {}) {
  return body.flatMap((statement) => {
    if (typeof statement === "string") return [];
    const [kind, first, second, third] = statement;
    if (kind === "=") return [[first, loops]];
    if (kind === "for") {
      const within = { ...loops, [first]: namesIn(second)[0] ?? "" };
      return [[second, loops], ...expressionsIn(third, within)];
    }
    const tested = first.flatMap((/** @type {[Expression, Statement[]]} */ [test, inner]) => [
      [test, loops],
      ...expressionsIn(inner, loops),
    ]);
    return [...tested, ...expressionsIn(second, loops)];
  });
}

/**
 * @param {Expression} expression
 * @param {Scope} scope
 * @returns {any}
 */
export function evaluate(expression, scope) {
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
