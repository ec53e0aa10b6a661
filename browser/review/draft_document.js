// A checked text as a document, for Word in the layout of the site.

import { readLines } from "../prose/lines.js";
import { normalised } from "../prose/normalise.js";

/** @typedef {import("../schema/types.js").Block} Block */
/** @typedef {import("../prose/types.js").Line} Line */
/** @typedef {import("../schema/types.js").Run} Run */

/** @type {Partial<Record<import("../prose/types.js").LineKind, Block["type"]>>} others are paragraphs */
const TYPES = { title: "title", heading: "heading", addressee: "addressee", signature: "signature", date: "date" };
const HIGHEST = 5; // the levels of headings that a layout knows

/**
 * @param {string} text
 * @returns {Block[]}
 */
export function draftDocument(text) {
  const lines = readLines(normalised(text));
  /** @type {Block[]} */
  const blocks = [];
  for (const line of lines.filter(({ kind }) => kind !== "blank")) {
    const last = blocks[blocks.length - 1];
    if (line.kind === "row" && last?.rows) last.rows.push(cells(line));
    else if (line.kind === "row") blocks.push({ ...blockOf("table", ""), rows: [cells(line)] });
    else blocks.push(textBlock(line));
  }
  return blocks.map(evenTable);
}

/** @param {Line} line */
function textBlock({ kind, text, number }) {
  const type = TYPES[kind] ?? "paragraph";
  return blockOf(type, text.trim(), Math.min(number?.level ?? (type === "heading" ? 1 : 0), HIGHEST));
}

/**
 * @param {Block["type"]} type
 * @param {string} text
 * @returns {Block}
 */
function blockOf(type, text, level = 0) {
  return { type, level, number: "", text, section: "", runs: text ? [{ text }] : [] };
}

/**
 * @param {Line} line
 * @returns {Run[][]}
 */
function cells({ text }) {
  return text.split("\t").map((cell) => [{ text: cell.trim() }]);
}

/**
 * A table whose rows have as many cells as the longest.
 * @param {Block} block
 */
function evenTable(block) {
  const { rows } = block;
  if (!rows) return block;
  const width = Math.max(...rows.map((row) => row.length));
  return { ...block, rows: rows.map((row) => Array.from({ length: width }, (_, at) => row[at] ?? [{ text: "" }])) };
}
