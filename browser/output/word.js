// Writes a document as a Word file; mirrors macros/output/word.py, byte for byte.

import { strToU8, zipSync } from "fflate";

import { rightIndents, sealedWidth } from "../document/line_breaking.js";
import { paragraphXml, rowsXml } from "./word_blocks.js";

/** @typedef {import("../schema/types.js").Block} Block */
/** @typedef {Record<string, string>} Shell the parts of a package; that of the document is cut into pieces */
/** @typedef {{half: number, characters: number, title_characters: number, table: number}} Measures */

const DOCUMENT = "word/document.xml";
const EMPTY_BEFORE = ["attachment", "signature", "caption"];
const EMPTY_AFTER = ["title", "caption"];
const TOGETHER = ["attachment", "signature", "date", "endnote"]; // never on a page without the text before them
const CUT = "\0";
const KEEP = "<w:keepNext/>";
const EMPTY = '<w:p><w:pPr><w:pStyle w:val="Normal"/></w:pPr></w:p>';
const KEPT = `<w:p><w:pPr><w:pStyle w:val="Normal"/>${KEEP}</w:pPr></w:p>`;
// Word needs a paragraph after a table; one of one point's height does not open another page.
const END = '<w:p><w:pPr><w:pStyle w:val="TableEnd"/></w:pPr></w:p>';

/**
 * The document as a Word file, in the layout for which the build made the shell.
 * @param {Block[]} blocks
 * @param {{draft: boolean, sealed: boolean}} state whether it is a draft, and whether it will be sealed
 * @param {Shell} shell
 */
export function docx(blocks, { draft: isDraft, sealed }, shell) {
  const pieces = shell[DOCUMENT]?.split(CUT) ?? [];
  const [start = "", section = "", draft = "", end = "", table = "", measures = ""] = pieces;
  /** @type {unknown} */
  const known = JSON.parse(measures);
  const body = blocksXml(blocks, sealed, table, /** @type {Measures} */ (known));
  const whole = start + body + section + (isDraft ? draft : "") + end;
  return zipped({ ...bytesOf(shell), [DOCUMENT]: strToU8(whole) });
}

/**
 * @param {Block[]} blocks
 * @param {boolean} sealed
 * @param {string} table
 * @param {Measures} measures
 */
function blocksXml(blocks, sealed, table, measures) {
  const ends = endingProperties(blocks, sealed, measures);
  return blocks
    .map((block, index) => {
      // A seal reaches from the second empty line to below the date (7.3.5.1).
      const seal = sealed && block.type === "signature" ? KEPT : "";
      const before = EMPTY_BEFORE.includes(block.type) ? KEPT + seal : "";
      // Word takes two tables that touch for one.
      const touches = block.rows && blocks[index + 1]?.rows;
      const after = touches || EMPTY_AFTER.includes(block.type) ? EMPTY : "";
      if (block.rows) return before + table + rowsXml(block.rows, measures.table) + END + after;
      const keep = TOGETHER.includes(blocks[index + 1]?.type ?? "") ? KEEP : "";
      const properties = keep + (ends[block.type] ?? "");
      return before + paragraphXml(block, properties, measures.title_characters) + after;
    })
    .join("");
}

/**
 * The paragraph properties that place signature and date on their lines.
 * @param {Block[]} blocks
 * @param {boolean} sealed
 * @param {Measures} measures
 * @returns {Partial<Record<Block["type"], string>>}
 */
function endingProperties(blocks, sealed, { characters, half: width }) {
  const room = sealed ? sealedWidth(blocks, characters) : 0;
  if (room > 0) {
    const [left, right] = [side("left", 2 * characters - room, width), side("right", 0, width)];
    const middle = `<w:ind ${left} ${right}/><w:jc w:val="center"/>`;
    return { signature: middle, date: middle };
  }
  const ends = Object.entries(rightIndents(blocks, characters));
  return Object.fromEntries(ends.map(([type, half]) => [type, `<w:ind ${side("right", half, width)}/>`]));
}

/** @type {(name: string, half: number, width: number) => string} */
function side(name, half, width) {
  return `w:${name}="${String(half * width)}" w:${name}Chars="${String(half * 50)}"`;
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
 * The parts as an uncompressed zip archive, whose bytes are the same everywhere.
 * @param {import("fflate").Zippable} files
 */
function zipped(files) {
  // The earliest date that a zip archive can hold, and the attributes that Python's zipfile writes.
  return zipSync(files, { level: 0, mtime: new Date(1980, 0, 1), os: 3, attrs: 0o600 << 16 });
}
