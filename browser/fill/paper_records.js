// Where on the text a further record of a list stands, before anything of it is told there.

import { recordsOf } from "../drafts/list_records.js";
import { parsePath } from "../facts/paths.js";

/** @typedef {import("../preview/live_text.js").LiveText} LiveText */
/** @typedef {import("../schema/types.js").Facts} Facts */

/**
 * The last figure of the record before the one of a path.
 * @param {LiveText} text
 * @param {Facts} facts
 * @param {string} path
 */
export function lastBefore(text, facts, path) {
  const { name, row } = parsePath(path);
  const figures = pathsOfRecord(facts, name, row - 1).flatMap((one) => text.figuresOf(one));
  return figures.reduce((last, one) => (isAfter(one, last) ? one : last), figures[0]);
}

/**
 * Whether a path is of the last record of a list, of which the text has no blank any more.
 * @param {LiveText} text
 * @param {Facts} facts
 * @param {string} path
 */
export function endsList(text, facts, path) {
  const { name, row } = parsePath(path);
  if (row < 0 || row + 1 !== recordsOf(facts, name).length) return false;
  return !pathsOfRecord(facts, name, row).some((one) => text.figuresOf(one).some((figure) => isBlankOf(figure, one)));
}

/**
 * @param {Facts} facts
 * @param {string} name
 * @param {number} row
 */
function pathsOfRecord(facts, name, row) {
  return Object.keys(recordsOf(facts, name)[row] ?? {}).map((key) => `${name}[${String(row)}].${key}`);
}

/**
 * Tells whether a figure is a blank for one value only.
 * @param {HTMLElement} figure
 * @param {string} path
 */
function isBlankOf(figure, path) {
  return figure.matches(".fact--blank") && figure.dataset["facts"] === path;
}

/**
 * @param {Element} one
 * @param {Element | undefined} other
 */
function isAfter(one, other) {
  return Boolean(other && other.compareDocumentPosition(one) & Node.DOCUMENT_POSITION_FOLLOWING);
}
