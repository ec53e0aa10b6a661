// Where in an own text the sentence stands that it prints.

import { withoutNumbers } from "./text_area.js";

/** @typedef {Pick<import("./figure_picker.js").Choosing, "composer" | "tools">} Reading */
/** @typedef {{written: string, printed: string}} Piece of a text: words, or an expression */

const EXPRESSION = /(\{\{.*?\}\})/;
const END = /[。！？]$/;
const EDGE = /^[。！？\n]?$/; // what stands around a sentence, if anything

/**
 * The start and the end of a printed sentence in the text; undefined where it does not print it.
 * @param {Reading} reading
 * @param {string} text
 * @param {boolean} marked whether its lines may be items and headings
 * @param {string} sentence
 * @returns {[start: number, end: number] | undefined}
 */
export function placeOfSentence(reading, text, marked, sentence) {
  const pieces = piecesOf(reading, text, marked);
  const printed = pieces.map((piece) => piece.printed).join("");
  const words = withoutNumbers(sentence).trim().replace(END, ""); // a stop may have been added to what was written
  const start = words ? startOf(words, printed) : -1;
  if (start < 0) return undefined;
  const end = start + words.length;
  const isStopped = END.test(printed.charAt(end));
  return [writtenStart(pieces, start), writtenEnd(pieces, end + (isStopped ? 1 : 0))];
}

/**
 * Where a sentence begins: where it is whole, else where its words stand at all.
 * @param {string} words without the stop
 * @param {string} printed
 */
function startOf(words, printed) {
  for (let at = printed.indexOf(words); at >= 0; at = printed.indexOf(words, at + 1)) {
    const [before, after] = [printed.charAt(at - 1), printed.charAt(at + words.length)];
    if (EDGE.test(before) && EDGE.test(after)) return at;
  }
  return printed.indexOf(words);
}

/**
 * The pieces of a text with what each prints now; none where some of it cannot be read.
 * @param {Reading} reading
 * @param {string} text
 * @param {boolean} marked
 * @returns {Piece[]}
 */
function piecesOf({ composer, tools }, text, marked) {
  const { lines, mistakes } = tools.readOwnText(text, composer.summary.specs, marked);
  /** @type {string[]} */
  const values = [];
  const note = (/** @type {unknown} */ _, /** @type {string} */ __, /** @type {string} */ all) => {
    values.push(all);
    return null;
  };
  for (const { mark, body } of lines) {
    if (mark === "table") values.push("");
    else composer.written(body, note);
  }
  if (mistakes.length > 0) return [];
  return text.split(EXPRESSION).map((written, at) => ({ written, printed: at % 2 ? (values.shift() ?? "") : written }));
}

/**
 * Where what is printed from a place begins in the text: an expression is not divided.
 * @param {Piece[]} pieces
 * @param {number} at
 */
function writtenStart(pieces, at) {
  let [before, start] = [0, 0];
  for (const { written, printed } of pieces) {
    if (at < before + printed.length) return start + (written === printed ? at - before : 0);
    before += printed.length;
    start += written.length;
  }
  return start;
}

/**
 * @param {Piece[]} pieces
 * @param {number} at
 */
function writtenEnd(pieces, at) {
  let [before, start] = [0, 0];
  for (const { written, printed } of pieces) {
    if (at <= before + printed.length) return start + (written === printed ? at - before : written.length);
    before += printed.length;
    start += written.length;
  }
  return start;
}
