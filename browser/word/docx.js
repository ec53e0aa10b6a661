// Writes a document as .docx, byte for byte as macros/word.py does; the shell comes with the page.

import { strToU8, zipSync } from "fflate";

import { rightIndents } from "../engine/layout.js";

/** @typedef {import("../engine/types.js").Block} Block */
/** @typedef {Record<string, string>} Shell the parts of a package, the document's with its cuts */

const DOCUMENT = "word/document.xml";
/** @type {Partial<Record<Block["type"], string>>} */
const STYLES = {
  title: "Title",
  paragraph: "BodyText",
  attachment: "BodyText",
  signature: "Signature",
  date: "Date",
  appendix: "Appendix",
  caption: "Title",
};
const EMPTY_BEFORE = ["attachment", "signature", "caption"];
const EMPTY_AFTER = ["title", "caption"];
// What XML 1.0 forbids, and marks that turn the direction of writing.
const FORBIDDEN =
  /[^\t\n\r\u{20}-\u{d7ff}\u{e000}-\u{fffd}\u{10000}-\u{10ffff}]|[\u202a-\u202e\u2066-\u2069]/gu;
/** @type {Record<string, string>} */
const ESCAPES = { "&": "&amp;", "<": "&lt;", ">": "&gt;" };
const CUT = "\0";
const EMPTY = '<w:p><w:pPr><w:pStyle w:val="Normal"/></w:pPr></w:p>';
// Word wants a paragraph after a table; one of a point's height opens no other page.
const END = '<w:p><w:pPr><w:pStyle w:val="TableEnd"/></w:pPr></w:p>';
const HINT = '<w:rFonts w:hint="eastAsia"/>'; // else quotes, dashes and ellipses are taken for Latin

/**
 * The document as a Word file in the layout that the shell was made from.
 * @param {Block[]} blocks
 * @param {boolean} isDraft
 * @param {Shell} shell
 */
export function docx(blocks, isDraft, shell) {
  const [start = "", section = "", draft = "", end = "", ...table] = shell[DOCUMENT]?.split(CUT) ?? [];
  const body = blocksXml(blocks, table);
  const whole = start + body + section + (isDraft ? draft : "") + end;
  return zipped({ ...bytesOf(shell), [DOCUMENT]: strToU8(whole) });
}

/**
 * @param {Block[]} blocks
 * @param {string[]} table
 */
function blocksXml(blocks, table) {
  const ends = rightIndents(blocks);
  return blocks
    .map((block) => {
      const before = EMPTY_BEFORE.includes(block.type) ? EMPTY : "";
      const after = EMPTY_AFTER.includes(block.type) ? EMPTY : "";
      const own = block.rows ? tableXml(block.rows, table) + END : paragraph(block, ends[block.type]);
      return before + own + after;
    })
    .join("");
}

// --- paragraphs ---

/**
 * @param {Block} block
 * @param {number | undefined} right
 */
function paragraph({ type, level, number, runs }, right) {
  const style = type === "heading" ? `Heading${String(level)}` : (STYLES[type] ?? "");
  const indent =
    right === undefined
      ? ""
      : `<w:ind w:right="${String(right * 160)}" w:rightChars="${String(right * 50)}"/>`;
  /** @type {{text: string, blank: boolean}[]} */
  const stretches = [];
  for (const { text, blank = false } of [{ text: number }, ...runs]) {
    const last = stretches[stretches.length - 1];
    if (last?.blank === blank) last.text += text;
    else stretches.push({ text, blank });
  }
  return `<w:p><w:pPr><w:pStyle w:val="${style}"/>${indent}</w:pPr>${stretches.map(run).join("")}</w:p>`;
}

/** @param {{text: string, blank: boolean}} stretch */
function run({ text, blank }) {
  const clean = cleanXml(text);
  if (!clean) return "";
  const mark = blank ? '<w:highlight w:val="yellow"/>' : "";
  return `<w:r><w:rPr>${HINT}${mark}</w:rPr><w:t xml:space="preserve">${clean}</w:t></w:r>`;
}

/** @param {string} text */
function cleanXml(text) {
  return text.replace(FORBIDDEN, "").replace(/[&<>]/g, (found) => ESCAPES[found] ?? "");
}

// --- the table of figures ---

/**
 * A table whose first row is repeated on every page; `pieces` carry its widths.
 * @param {string[][]} rows
 * @param {string[]} pieces
 */
function tableXml([head = [], ...rows], [opening = "", ...cells]) {
  const above = row(head, cells, "TableHead", "<w:trPr><w:cantSplit/><w:tblHeader/></w:trPr>");
  const below = rows.map((texts) => row(texts, cells, "TableText", "<w:trPr><w:cantSplit/></w:trPr>"));
  return `${opening}${above}${below.join("")}</w:tbl>`;
}

/**
 * @param {string[]} texts
 * @param {string[]} cells
 * @param {string} style
 * @param {string} kind
 */
function row(texts, cells, style, kind) {
  const look = `<w:pPr><w:pStyle w:val="${style}"/></w:pPr>`;
  const written = texts.map(
    (text, index) => `${cells[index] ?? ""}<w:p>${look}${run({ text, blank: false })}</w:p></w:tc>`,
  );
  return `<w:tr>${kind}${written.join("")}</w:tr>`;
}

// --- the package ---

/** @type {WeakMap<Shell, import("fflate").Zippable>} */
const encoded = new WeakMap();

/** @param {Shell} shell */
function bytesOf(shell) {
  const known = encoded.get(shell);
  if (known) return known;
  /** @type {import("fflate").Zippable} */
  const files = {};
  for (const [name, text] of Object.entries(shell)) files[name] = strToU8(text);
  encoded.set(shell, files);
  return files;
}

/**
 * The parts as a zip that only stores: the same parts give the same bytes anywhere.
 * @param {import("fflate").Zippable} files
 */
function zipped(files) {
  // The earliest date a zip can name, and the attributes that Python's zipfile writes.
  return zipSync(files, { level: 0, mtime: new Date(1980, 0, 1), os: 3, attrs: 0o600 << 16 });
}
