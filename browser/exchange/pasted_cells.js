// Reads the cells of a text from the clipboard, and tells whether they are meant for several fields.

import { parsePath, specAt } from "../facts/paths.js";
import { isNumber } from "../schema/fact_types.js";

/** @typedef {Record<string, import("../schema/types.js").FactSpec>} Specs */

/**
 * The cells of a text that a spreadsheet has put on the clipboard; quoted ones may hold line breaks.
 * Empty rows stay, except at the end.
 * @param {string} text
 * @returns {string[][]}
 */
export function cellsOf(text) {
  /** @type {string[][]} */
  const rows = [[]];
  const cell = /(?:"((?:[^"]|"")*)"|([^\t\r\n]*))(\t|\r?\n|$)/gy;
  for (let match = cell.exec(text); match; match = cell.exec(text)) {
    const [whole, quoted, plain = "", end] = match;
    rows[rows.length - 1]?.push(quoted === undefined ? plain : quoted.replaceAll('""', '"'));
    if (end !== "\t" && end) rows.push([]);
    if (end === "" || whole === "") break;
  }
  while (rows.length > 0 && !rows[rows.length - 1]?.some(isFilled)) rows.pop();
  return rows;
}

/**
 * Tells whether a pasted text is meant for several fields: it has cells side by side, or several
 * lines where one field takes a single line, that is among figures or in a list, own words aside.
 * @param {string[][]} cells
 * @param {Specs} specs
 * @param {string} start the path of the field that it is pasted into
 */
export function isBlock(cells, specs, start) {
  if (cells.some((row) => row.length > 1)) return true;
  const spec = specAt(specs, start);
  return cells.length > 1 && spec !== undefined && spec.type !== "words" && (isNumber(spec) || parsePath(start).row >= 0);
}

/** @param {string} text */
function isFilled(text) {
  return text.trim() !== "";
}
