// The exact plain text of a box, from its paragraphs: a list of lines for each block.

import { all } from "../page/elements.js";

const INDENT = "　　"; // two full-width spaces: on the page, style sheets indent

/** @typedef {string[][]} Blocks */

/**
 * Joins blocks to one text; nothing trails.
 * @param {Blocks} blocks
 */
export function wholeText(blocks) {
  return blocks.flat().join("\n");
}

/**
 * Adds the line that says that the text is fiction, after an empty one.
 * @param {string} text
 * @param {string} notice
 */
export function withNotice(text, notice) {
  return notice ? `${text}\n\n${notice}` : text;
}

/**
 * Returns the blocks on show, below the section's heading, which stands above its box.
 * Call it before anything is put into the paragraphs.
 * @param {HTMLElement} box
 * @returns {Blocks}
 */
export function blocksOf(box) {
  const { heading } = box.dataset;
  const shown = all(".document > p", box).map(linesOf);
  return heading ? [[INDENT + heading], ...shown] : shown;
}

/**
 * Returns a block's lines as macros/document/document.py has them, empty ones with it.
 * @param {Element} paragraph
 */
export function linesOf(paragraph) {
  const text = paragraph.textContent;
  if (paragraph.classList.contains("doc-title")) return [text, ""];
  if (paragraph.classList.contains("doc-signature")) return ["", text];
  if (paragraph.classList.contains("doc-date")) return [text];
  return [INDENT + text];
}
