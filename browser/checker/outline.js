// A text with its headings, also those that have no number: a short line without marks above a paragraph.

import { linesAhead } from "../prose/lines_ahead.js";

/** @typedef {import("../prose/types.js").Line} Line */

const BARE = /^(?!.*(?:下表|如下))(?:20[0-9]{2}年)?[^0-9，。；：！？\s]{2,16}[。，；：]?$/;
const LONG = 24; // characters of a paragraph that a heading without a number may stand above
const TOP = 0.5; // the level of headings without numbers where no others are
const WITHIN = 2.5; // and below those with numbers

/**
 * The lines, headings without a number told as such.
 * @param {Line[]} lines
 * @returns {Line[]}
 */
export function outlined(lines) {
  const bare = lines.filter((line, index) => isBare(line) && leads(lines, index));
  if (bare.length < 2) return lines;
  const level = lines.some(({ kind, number }) => kind === "heading" && number) ? WITHIN : TOP;
  /** @type {Pick<Line, "kind" | "number">} */
  const heading = { kind: "heading", number: { sign: "", style: "", level, value: 0 } };
  return lines.map((line) => (bare.includes(line) ? { ...line, ...heading } : line));
}

/** @param {Line} line */
function isBare({ kind, number, text }) {
  return kind === "paragraph" && !number && BARE.test(text);
}

/**
 * Whether a line stands above what belongs to it: a paragraph, a table, or numbers of a lower level.
 * @param {Line[]} lines
 * @param {number} index
 */
export function leads(lines, index) {
  let at = index + 1;
  while (lines[at]?.kind === "blank") at += 1;
  const next = lines[at];
  if (!next || next.kind === "signature" || next.kind === "date") return false;
  const { number } = lines[index] ?? {};
  if (next.number) return !number || next.number.level > number.level;
  return Boolean(number) || next.kind === "row" || next.text.length > LONG;
}

/**
 * The lines that tell what is to come, by their indexes.
 * @param {Line[]} lines
 */
export function ahead(lines) {
  return linesAhead(outlined(lines));
}
