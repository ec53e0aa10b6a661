// Reads a text as lines: which are the title, headings, paragraphs, rows of a table, the signature and its date.

import { lineNumber } from "./line_numbers.js";

/** @typedef {import("./types.js").Line} Line */
/** @typedef {import("./types.js").LineKind} LineKind */

const DATE = /^[（(]?(?:[0-9０-９]{4}|[二〇○零Oo一三四五六七八九]{4})\s*年\s*\S{1,3}\s*月(?:\s*\S{1,3}\s*日)?[）)]?$/;
const STOP = /[。；;：:！!？?]$/;
const ROW = /\S\t|^\|.*\|$/;
const TITLE = /总结|报告|汇报|小结|情况|通报|要点|说明|材料|简报|专报|运行分析/;
const LONGEST_TITLE = 60;
const LONGEST_HEADING = 40;

/**
 * The lines of a normalised text; their places leave out the blanks around, but for a row, whose first cell may
 * be empty.
 * @param {string} text
 * @returns {Line[]}
 */
export function readLines(text) {
  /** @type {Line[]} */
  const lines = [];
  let at = 0;
  for (const raw of text.split("\n")) {
    const words = ROW.test(raw.trim()) ? raw : raw.trim();
    const start = at + raw.indexOf(words);
    lines.push({ start, end: start + words.length, text: words, ...shape(words) });
    at += raw.length + 1;
  }
  return withFrame(lines);
}

/**
 * @param {string} words
 * @returns {Pick<Line, "kind" | "number">}
 */
function shape(words) {
  if (words === "") return { kind: "blank" };
  if (ROW.test(words.trim())) return { kind: "row" };
  if (DATE.test(words)) return { kind: "date" };
  const number = lineNumber(words);
  const heading = number && words.length <= LONGEST_HEADING && !STOP.test(words);
  return { kind: heading || words.startsWith("#") ? "heading" : "paragraph", ...(number && { number }) };
}

/**
 * The lines with those told that are known by where they stand: title, addressee, signature.
 * @param {Line[]} lines
 */
function withFrame(lines) {
  const filled = lines.filter(({ kind }) => kind !== "blank");
  const [first, second] = filled;
  if (first && isTitle(first)) {
    first.kind = "title";
    if (second?.kind === "paragraph" && /^\S{2,30}[：:]$/.test(second.text)) second.kind = "addressee";
  }
  filled.forEach((line, index) => {
    const next = filled[index + 1];
    if (line.kind === "paragraph" && next?.kind === "date" && isShort(line)) line.kind = "signature";
  });
  return lines;
}

/** @param {Line} line */
function isTitle({ kind, text }) {
  const able = kind === "paragraph" || (kind === "heading" && text.startsWith("#"));
  return able && text.length <= LONGEST_TITLE && !STOP.test(text) && TITLE.test(text);
}

/** @param {Line} line */
function isShort({ text }) {
  return text.length <= LONGEST_HEADING && !STOP.test(text);
}
