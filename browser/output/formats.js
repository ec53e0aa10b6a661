// A document as Markdown; mirrors macros/output/formats.py.

import { cellText, draftLine } from "../document/document.js";

/** @typedef {import("../schema/types.js").Block} Block */

// Characters that could become markup within a line, and at the start of a block.
const INLINE_MARKUP = /[\\`*_[{<&~^|]|#(?=#*$)/g;
const BLOCK_MARKUP = /^[#+\->!:=]|^[0-9]+[.)](?=[ \t]|$)/;
// Characters that not every Markdown parser lets a backslash escape.
/** @type {Record<string, string>} */
const ENTITIES = { "<": "&lt;", "&": "&amp;", "~": "&#126;", "^": "&#94;", ":": "&#58;", "=": "&#61;" };

/**
 * The text as Markdown; a draft says so in its first line.
 * @param {Block[]} blocks
 * @param {string[]} reasons why it is still a draft
 */
export function asMarkdown(blocks, reasons) {
  const head = reasons.length > 0 ? [`> ${draftLine(reasons)}`] : [];
  return [...head, ...blocks.map(markdownBlock)].join("\n\n") + "\n";
}

/** @param {Block} block */
function markdownBlock({ type, level, number, text, rows }) {
  if (rows) return markdownTable(rows);
  const plain = escapeInline(number + text).replace(BLOCK_MARKUP, escape);
  if (type === "title") return `# ${plain}`;
  if (type === "appendix" || type === "caption") return `## ${plain}`;
  return type === "heading" ? `${"#".repeat(level + 1)} ${plain}` : plain;
}

/** @param {import("../schema/types.js").Run[][][]} rows */
function markdownTable(rows) {
  const texts = rows.map((row) => row.map((cell) => escapeInline(cellText(cell))));
  const [head, ...others] = texts.map((row) => `| ${row.join(" | ")} |`);
  return [head, `|${" --- |".repeat(rows[0]?.length ?? 0)}`, ...others].join("\n");
}

/** @param {string} text */
function escapeInline(text) {
  return text.replace(INLINE_MARKUP, escape);
}

/** @param {string} found */
function escape(found) {
  const mark = found.slice(-1);
  return found.slice(0, -1) + (ENTITIES[mark] ?? `\\${mark}`);
}
