// A reader's own text: plain words with figures between {{ and }}, a paragraph a line; mirrors
// macros/templating/own_text.py.

import { withoutEnd } from "../figures/patterns.js";
import { ExpressionError } from "./expression_error.js";
import { isTable } from "./expression_kinds.js";
import { MARKS } from "./line_marks.js";
import { check, parse } from "./own_expressions.js";

/** @typedef {import("../schema/types.js").Statement} Statement */
/** @typedef {import("./expression_kinds.js").Specs} Specs */

/**
 * One line: its mark (item, heading, row, table or none) and its body; a table's names its facts.
 * @typedef {{mark: string, body: Statement[]}} OwnLine
 */

/**
 * What is wrong in an own text, and where: the index of a UTF-16 unit.
 * @typedef {{index: number, what: string, expected: string, fact?: string}} OwnMistake
 */

/** @typedef {{lines: OwnLine[], mistakes: OwnMistake[]}} OwnText */

const SPACE = " \t\u3000";
const INDENT = /^[ \t\u3000]*/;

/**
 * The lines of an own text; what is wrong in it stands in it as it was written.  Only a section's
 * lines are `marked` by `+ ` and `# `.
 * @param {string} text
 * @param {Specs} specs
 * @param {boolean} marked
 * @returns {OwnText}
 */
export function readOwnText(text, specs, marked) {
  /** @type {OwnLine[]} */
  const lines = [];
  /** @type {OwnMistake[]} */
  const mistakes = [];
  let start = 0;
  for (const written of text.split("\n")) {
    const line = withoutEnd(written.replace(INDENT, ""), SPACE);
    const indent = INDENT.exec(written)?.[0].length ?? 0;
    if (line) lines.push(readLine(line, { start: start + indent, specs, marked, mistakes }));
    start += written.length + 1;
  }
  return { lines, mistakes };
}

/**
 * @param {string} line
 * @param {{start: number, specs: Specs, marked: boolean, mistakes: OwnMistake[]}} reading
 * @returns {OwnLine}
 */
function readLine(line, reading) {
  const [head = "", mark = ""] =
    MARKS.find(([written, kind]) => (reading.marked || kind === "row") && line.startsWith(written)) ?? [];
  const rest = line.slice(head.length).replace(INDENT, "");
  const start = reading.start + line.length - rest.length;
  const body = bodyOf(rest, { ...reading, start, unmarked: !mark });
  const [first] = body;
  if (body.length === 1 && first && typeof first !== "string" && isTable(first[1])) {
    return { mark: "table", body: first[1].slice(2) };
  }
  return { mark, body };
}

/**
 * @param {string} line
 * @param {{start: number, specs: Specs, mistakes: OwnMistake[], unmarked: boolean}} reading
 */
function bodyOf(line, { start, specs, mistakes, unmarked }) {
  /** @type {Statement[]} */
  const body = [];
  let at = 0;
  for (let opened = line.indexOf("{{"); opened >= 0; opened = line.indexOf("{{", at)) {
    const closed = line.indexOf("}}", opened + 2);
    if (closed < 0) {
      const expected = "“{{ 指标 }}”，写在同一行";
      mistakes.push({ index: start + opened, what: "“{{”没有结束", expected });
      break;
    }
    const end = closed + 2;
    const alone = unmarked && opened === 0 && end === line.length;
    addText(body, line.slice(at, opened));
    try {
      body.push(["=", expressionIn(line.slice(opened + 2, closed), specs, alone)]);
    } catch (error) {
      if (!(error instanceof ExpressionError)) throw error;
      const { message: what, expected, fact } = error;
      mistakes.push({ index: start + opened, what, expected, ...(fact && { fact }) });
      addText(body, line.slice(opened, end));
    }
    at = end;
  }
  addText(body, line.slice(at));
  return body;
}

/**
 * @param {string} written
 * @param {Specs} specs
 * @param {boolean} alone whether nothing else stands in its line
 */
function expressionIn(written, specs, alone) {
  const expression = parse(written);
  if (isTable(expression) && !alone) {
    throw new ExpressionError("表格写在了句子里", "“{{ table(指标, 指标) }}”单独占一行");
  }
  check(expression, specs);
  return expression;
}

/**
 * @param {Statement[]} body
 * @param {string} text
 */
function addText(body, text) {
  const last = body.length - 1;
  if (typeof body[last] === "string") body[last] += text;
  else if (text) body.push(text);
}
