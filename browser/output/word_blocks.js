// A document's paragraphs and table as WordprocessingML; mirrors macros/output/word_blocks.py.

import { cellText } from "../document/document.js";
import { showsFigures } from "../document/figure_table.js";
import { leadEnd, splitRuns, textWidth, titleBreaks } from "../document/line_breaking.js";

/** @typedef {import("../schema/types.js").Block} Block */
/** @typedef {import("../schema/types.js").Run} Run */
/** @typedef {{before: string, kind: string, text: string}} Stretch */

/** @type {Partial<Record<Block["type"], string>>} */
const STYLES = {
  title: "Title",
  addressee: "Addressee",
  paragraph: "BodyText",
  attachment: "BodyText",
  signature: "Signature",
  date: "Date",
  endnote: "Endnote",
  appendix: "Appendix",
  caption: "Title",
};
const FORBIDDEN = /[^\t\n\r\u{20}-\u{d7ff}\u{e000}-\u{fffd}\u{10000}-\u{10ffff}]/gu; // forbidden by XML 1.0
/** @type {Record<string, string>} */
const ESCAPES = { "&": "&amp;", "<": "&lt;", ">": "&gt;" };
const HINT = '<w:rFonts w:hint="eastAsia"/>'; // else Word sets quotes, dashes and ellipses in the Latin font
const LEAD = `<w:rStyle w:val="Lead"/>${HINT}`;
const BLANK = `${HINT}<w:highlight w:val="yellow"/>`;
const BREAK = "<w:br/>";
// The widths of a table's columns in mm, on a line of 156 mm; the first column gets what is left.
const [LINE, NAME, UNIT, FIGURE, CHANGE] = [156, 30, 15, 20, 40];
const CHARACTER = 5; // mm for a character, with its share of the cell's margins
const [SHORT, LONGEST] = [10, 60]; // columns of words, in half-width characters

// --- paragraphs ---

/**
 * A paragraph with properties of its own.
 * @param {Block} block
 * @param {string} properties besides its style
 * @param {number} characters on a line of a title
 */
export function paragraphXml(block, properties, characters) {
  const { type, level, runs } = block;
  const style = type === "heading" ? `Heading${String(level)}` : (STYLES[type] ?? "");
  const breaks = type === "title" ? titleBreaks(runs, characters) : [];
  /** @type {Stretch[]} */
  const joined = [];
  for (const stretch of stretches(block, breaks)) {
    const last = joined[joined.length - 1];
    if (!stretch.before && last?.kind === stretch.kind) last.text += stretch.text;
    else joined.push(stretch);
  }
  return `<w:p><w:pPr><w:pStyle w:val="${style}"/>${properties}</w:pPr>${joined.map(run).join("")}</w:p>`;
}

/**
 * The stretches of the text: a line break before each or not, its kind, and the text itself.
 * @param {Block} block
 * @param {number[]} breaks
 * @returns {Stretch[]}
 */
function stretches(block, breaks) {
  const lead = leadEnd(block);
  const pieces = splitRuns(block.runs, [lead, ...breaks]).map(({ at, run: { text, blank } }) => {
    const kind = at < lead ? LEAD : blank ? BLANK : HINT;
    return { before: breaks.includes(at) ? BREAK : "", kind, text };
  });
  return [{ before: "", kind: lead ? LEAD : HINT, text: block.number }, ...pieces];
}

/** @param {Stretch} stretch */
function run({ before, kind, text }) {
  const clean = cleanXml(text);
  if (!clean) return "";
  return `<w:r><w:rPr>${kind}</w:rPr>${before}<w:t xml:space="preserve">${clean}</w:t></w:r>`;
}

/** @param {string} text */
function cleanXml(text) {
  return text.replace(FORBIDDEN, "").replace(/[&<>]/g, (found) => ESCAPES[found] ?? "");
}

// --- tables ---

/**
 * The columns and rows of a table of this width; its head is repeated on every page.
 * @param {Run[][][]} rows
 * @param {number} width
 */
export function rowsXml([head = [], ...rows], width) {
  const isOfFigures = showsFigures(head);
  const parts = isOfFigures ? figureWidths(head.map(cellText)) : wordWidths([head, ...rows]);
  const whole = sum(parts);
  const widths = parts.map((part) => Math.floor((width * part) / whole));
  const columns = widths.map((column) => `<w:gridCol w:w="${String(column)}"/>`).join("");
  const above = row(head, widths, () => "TableHead", "<w:tblHeader/>");
  const style = (/** @type {number} */ index) => (isOfFigures && index > 1 ? "TableNumber" : "TableText");
  const below = rows.map((cells) => row(cells, widths, style, "")).join("");
  return `<w:tblGrid>${columns}</w:tblGrid>${above}${below}</w:tbl>`;
}

/**
 * The widths of a table of figures in mm.
 * @param {string[]} heads
 */
function figureWidths([, ...heads]) {
  /** @type {Record<string, number>} */
  const fixed = { 单位: UNIT, 增减: CHANGE };
  const others = heads.map((head) => fixed[head] ?? Math.max(FIGURE, CHARACTER * head.length));
  return [Math.max(LINE - sum(others), NAME), ...others];
}

/**
 * The widths of a table of words in mm: short cells keep to a line, long ones share the rest.
 * @param {Run[][][]} rows
 */
function wordWidths(rows) {
  const shares = (rows[0] ?? []).map((_, at) => {
    const longest = Math.max(...rows.map((cells) => textWidth(cellText(cells[at] ?? []))));
    return Math.min(longest, LONGEST);
  });
  const isShort = (/** @type {number} */ share) => share <= SHORT;
  const short = (/** @type {number} */ share) => Math.floor((CHARACTER * (share + 2)) / 2);
  const rest = Math.max(LINE - sum(shares.filter(isShort).map(short)), NAME);
  const whole = sum(shares.filter((share) => !isShort(share)));
  return shares.map((share) => (isShort(share) ? short(share) : Math.floor((rest * share) / whole)));
}

/**
 * @param {Run[][]} cells
 * @param {number[]} widths
 * @param {(index: number) => string} style
 * @param {string} kind
 */
function row(cells, widths, style, kind) {
  const written = cells.map((cell, index) => {
    const width = `<w:tcW w:w="${String(widths[index])}" w:type="dxa"/>`;
    const paragraph = `<w:p><w:pPr><w:pStyle w:val="${style(index)}"/></w:pPr>${cell.map(cellRun).join("")}</w:p>`;
    return `<w:tc><w:tcPr>${width}<w:vAlign w:val="center"/></w:tcPr>${paragraph}</w:tc>`;
  });
  return `<w:tr><w:trPr><w:cantSplit/>${kind}</w:trPr>${written.join("")}</w:tr>`;
}

/** @param {Run} run */
function cellRun({ text, blank }) {
  return run({ before: "", kind: blank ? BLANK : HINT, text });
}

/** @param {number[]} parts */
function sum(parts) {
  return parts.reduce((whole, part) => whole + part, 0);
}
