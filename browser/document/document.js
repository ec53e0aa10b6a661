// The document model: blocks and their plain text; mirrors macros/document/document.py.

/** @typedef {import("../schema/types.js").Run} Run */
/** @typedef {import("../schema/types.js").Block} Block */

// Unicode's bidirectional controls: they can make a text look other than it reads.
const BIDI_CONTROLS = /[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/g;
const INDENT = "　　"; // two full-width spaces: the first line of a paragraph in a plain text
const INDENTED = ["heading", "paragraph", "attachment", "endnote"];
/** @type {Partial<Record<Block["type"], [number, number]>>} empty lines before and after a block */
const EMPTY_LINES = {
  title: [0, 1],
  attachment: [1, 0],
  signature: [1, 0],
  appendix: [1, 0],
  caption: [1, 1],
};

/**
 * A text without bidirectional controls.
 * @param {string} text
 */
export function withoutBidiControls(text) {
  return text.replace(BIDI_CONTROLS, "");
}

/**
 * A block made of runs; its number comes later (numbering.js).
 * @param {Block["type"]} type
 * @param {Run[]} runs
 * @param {Partial<Block>} [more]
 * @returns {Block}
 */
export function block(type, runs, { level = 0, section = "" } = {}) {
  return { type, level, number: "", text: runs.map((run) => run.text).join(""), section, runs };
}

/**
 * The runs of a block, those of a table's cells with them.
 * @param {Block} block
 */
export function allRuns({ runs, rows = [] }) {
  return [...runs, ...rows.flat(2)];
}

/**
 * The text of a table's cell.
 * @param {Run[]} cell
 */
export function cellText(cell) {
  return cell.map((run) => run.text).join("");
}

/**
 * A block's lines in a plain text, with the empty lines around it.
 * @param {Block} block
 */
export function linesOf({ type, number, text, rows }) {
  const [before, after] = EMPTY_LINES[type] ?? [0, 0];
  const indent = INDENTED.includes(type) ? INDENT : "";
  const own = rows?.map((row) => row.map(cellText).join("\t")) ?? [indent + number + text];
  return [...emptyLines(before), ...own, ...emptyLines(after)];
}

/**
 * The line that a draft begins with; it says why it is one.
 * @param {string[]} reasons
 */
export function draftLine(reasons) {
  return `【草稿：${reasons.join("，")}，不得作为正式稿使用】`;
}

/**
 * The plain text; a draft says so in its first line.
 * @param {Block[]} blocks
 * @param {string[]} reasons why it is still a draft
 */
export function asText(blocks, reasons) {
  const text = blocks.flatMap(linesOf).join("\n");
  return reasons.length > 0 ? `${draftLine(reasons)}\n\n${text}` : text;
}

/**
 * @param {number} count
 * @returns {string[]}
 */
function emptyLines(count) {
  return Array.from({ length: count }, () => "");
}
