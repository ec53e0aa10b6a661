// A table of words within a text: its lines begin with `| `, and `|` parts their cells; mirrors
// macros/document/text_table.py.  The first line is the head.

import { withoutEnd } from "../figures/patterns.js";
import { block } from "./document.js";
import { NONE, textCell } from "./figure_table.js";
import { partOfRun } from "./typed_runs.js";

/** @typedef {import("../schema/types.js").Run} Run */

const SEPARATOR = "|";
const START = /^ */;

/**
 * The table of some lines; each has as many cells as the head, and an empty one says —.
 * @param {Run[][]} lines
 * @param {string} section
 * @returns {import("../schema/types.js").Block}
 */
export function textTable([head = [], ...others], section) {
  const heads = cellsOf(head);
  const rows = others.map((line) => fitted(cellsOf(line), heads.length).map((cell) => (cell.length > 0 ? cell : textCell(NONE))));
  return { ...block("table", [], { section }), rows: [heads, ...rows] };
}

/**
 * The cells of a line; only words that no fact has given part them.
 * @param {Run[]} line
 */
function cellsOf(line) {
  /** @type {Run[][]} */
  const cells = [[]];
  for (const run of line) {
    const [first, ...others] = isGiven(run) ? [run] : partedRun(run);
    if (first) cells[cells.length - 1]?.push(first);
    cells.push(...others.map((part) => [part]));
  }
  return cells.map(trimmed);
}

/** @param {Run} run */
function partedRun(run) {
  let start = 0;
  return run.text.split(SEPARATOR).map((text) => {
    const part = partOfRun(run, start, start + text.length);
    start += text.length + SEPARATOR.length;
    return part;
  });
}

/** @param {Run} run */
function isGiven({ facts, blank }) {
  return facts !== undefined || blank === true;
}

/**
 * The cell without the white space around its words, and without empty runs.
 * @param {Run[]} cell
 */
function trimmed(cell) {
  return cell
    .map((run, at) => (at === 0 && !isGiven(run) ? partOfRun(run, START.exec(run.text)?.[0].length ?? 0, run.text.length) : run))
    .map((run, at) => (at === cell.length - 1 && !isGiven(run) ? partOfRun(run, 0, withoutEnd(run.text, " ").length) : run))
    .filter(({ text }) => text);
}

/**
 * A row with `width` cells; what is too much goes on in the last one.
 * @param {Run[][]} row
 * @param {number} width
 * @returns {Run[][]}
 */
function fitted(row, width) {
  const kept = row.slice(0, width - 1);
  return Array.from({ length: width }, (_, at) => (at === width - 1 ? row.slice(at).flat() : (kept[at] ?? [])));
}
