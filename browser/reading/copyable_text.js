// The plain text of a box on the page, read from its paragraphs and tables.

import { all } from "../page/elements.js";

const INDENT = "　　"; // two full-width spaces; on the page the style sheet indents

/** @typedef {string[][]} Blocks the lines of each block */

/**
 * Joins blocks to one text, without a line break at its end.
 * @param {Blocks} blocks
 */
export function wholeText(blocks) {
  return blocks.flat().join("\n");
}

/**
 * Adds the line that says that the text is fictional, after an empty one.
 * @param {string} text
 * @param {string} notice
 */
export function withNotice(text, notice) {
  return notice ? `${text}\n\n${notice}` : text;
}

/**
 * The blocks of a box, with the heading of its section, which stands above the box.  To be called
 * before buttons are put into the paragraphs.
 * @param {HTMLElement} box
 * @returns {Blocks}
 */
export function blocksOf(box) {
  const { heading } = box.dataset;
  const shown = all(".document > :is(p, table)", box).map(linesOf);
  return heading ? [[INDENT + heading], ...shown] : shown;
}

/**
 * The lines of a block with the empty lines around it, as in macros/document/document.py.
 * @param {Element} paragraph
 */
export function linesOf(paragraph) {
  if (paragraph.classList.contains("doc-table")) return rowsOf(paragraph);
  const text = paragraph.textContent;
  if (paragraph.classList.contains("doc-title")) return [text, ""];
  if (paragraph.classList.contains("doc-signature")) return ["", text];
  if (["doc-addressee", "doc-date"].some((name) => paragraph.classList.contains(name))) return [text];
  return [INDENT + text];
}

/**
 * The rows of a table, their cells set apart by tabs, which spreadsheets and Word take for cells.
 * @param {Element} table
 */
function rowsOf(table) {
  const rows = [...table.querySelectorAll("tr")];
  return rows.map((row) => [...row.children].map((cell) => cell.textContent).join("\t"));
}
