// Line breaks of titles, the leading sentence of a paragraph, indents of signature and date; mirrors
// macros/document/line_breaking.py.  Widths are in half-width characters: a Chinese one counts 2.

/** @typedef {import("../schema/types.js").Block} Block */
/** @typedef {import("../schema/types.js").Run} Run */

const EDGE = 4; // between the longer of signature and date and the right edge
const DATE_INDENT = 4; // from the start of the signature to that of the date
const SEALED_EDGE = 8; // between the date and the right edge, where there is a seal
const SIGNATURE_MARGIN = 2; // spare width that keeps a signature on one line
const LEAD_LEVEL = 2; // of headings numbered （一）
// What a line break must not divide: a number and its unit, punctuation and its neighbour.
const INSEPARABLE = /[（《〈“‘〔【]*[!-~]*[\s\S][）》〉”’〕】、，。；：！？％·—～]*/gu;

/**
 * The distance of signature and date from the right edge (7.3.5.2).  The date begins two characters
 * right of the signature, and the longer of both ends two characters from the edge, or less where
 * the signature would not fit on a line otherwise.  If it never fits, both end two characters off.
 * @param {Block[]} blocks
 * @param {number} characters
 * @returns {Partial<Record<Block["type"], number>>}
 */
export function rightIndents(blocks, characters) {
  const widths = endWidths(blocks);
  if (!widths) return {};
  const { signature, date } = widths;
  if (signature > 2 * characters) return { signature: EDGE, date: EDGE };
  const edge = Math.min(EDGE, 2 * characters - signature);
  const over = signature - date - DATE_INDENT;
  return { signature: edge + Math.max(-over, 0), date: edge + Math.max(over, 0) };
}

/**
 * The width, at the right end of a line, in which signature and date are centred under a seal.  The
 * date ends four characters from the edge and the signature is centred above it (7.3.5.1); the width
 * grows where the signature would cross the edge.  0 when the signature does not fit on a line.
 * @param {Block[]} blocks
 * @param {number} characters
 */
export function sealedWidth(blocks, characters) {
  const widths = endWidths(blocks);
  if (!widths) return 0;
  const room = Math.max(widths.date + 2 * SEALED_EDGE, widths.signature + SIGNATURE_MARGIN);
  return room > 2 * characters ? 0 : room;
}

/** @param {Block[]} blocks */
function endWidths(blocks) {
  const [signature, date] = ["signature", "date"].map((type) => blocks.find((b) => b.type === type));
  return signature && date && { signature: textWidth(signature.text), date: textWidth(date.text) };
}

/**
 * The end of the leading sentence of a paragraph numbered （一） (7.3.3), or 0.  The sentence is a
 * literal text, so it stands in the first run; it leads only where more follows.
 * @param {Block} block
 */
export function leadEnd({ type, level, text, runs }) {
  const first = runs[0];
  if (type !== "paragraph" || level !== LEAD_LEVEL || !first || first.facts) return 0;
  const end = first.text.indexOf("。") + 1;
  return end < text.length ? end : 0;
}

/**
 * The offsets at which a title breaks into lines, without dividing words (7.3.1).  Its words are
 * office, period and subject.  The lines, of at most `characters` full-width characters, are as few
 * and as even as possible; a word longer than a line is divided likewise.
 * @param {Run[]} runs
 * @param {number} characters
 */
export function titleBreaks(runs, characters) {
  const room = 2 * characters;
  const pieces = words(runs).flatMap((word) => wordPieces(word, room));
  let end = 0;
  return balancedLines(pieces, room)
    .slice(0, -1)
    .map((line) => (end += line.length));
}

/**
 * The runs, split at the given offsets, each with the offset at which it begins.
 * @param {Run[]} runs
 * @param {number[]} places
 */
export function splitRuns(runs, places) {
  let start = 0;
  return runs.flatMap((run) => {
    const [first, end] = [start, start + run.text.length];
    const inside = places.filter((place) => first < place && place < end);
    start = end;
    if (inside.length === 0) return [{ at: first, run }];
    const edges = [first, ...inside, end];
    return edges.slice(1).map((next, index) => {
      const at = edges[index] ?? first;
      return { at, run: { ...run, text: run.text.slice(at - first, next - first) } };
    });
  });
}

/**
 * @param {string} word
 * @param {number} room
 */
function wordPieces(word, room) {
  return textWidth(word) <= room ? [word] : balancedLines(word.match(INSEPARABLE) ?? [], room);
}

/**
 * The words of a title, each of which begins with a fact.
 * @param {Run[]} runs
 */
function words(runs) {
  /** @type {string[]} */
  const found = [];
  for (const { facts, text } of runs) found.push(facts ? text : (found.pop() ?? "") + text);
  return found;
}

/**
 * The parts in as few lines as possible, the widest of them as narrow as possible.
 * @param {string[]} parts
 * @param {number} room
 */
function balancedLines(parts, room) {
  const full = filledLines(parts, room);
  if (full.length <= 1) return full;
  let limit = Math.min(Math.floor(textWidth(parts.join("")) / full.length), room); // the average width of a line
  let lines = filledLines(parts, limit);
  while (lines.length > full.length) lines = filledLines(parts, (limit += 1));
  return lines;
}

/**
 * The parts in lines filled from the last to the first, which is the shortest.
 * @param {string[]} parts
 * @param {number} limit
 */
function filledLines(parts, limit) {
  /** @type {string[]} */
  const lines = [];
  for (const part of [...parts].reverse()) {
    const line = part + (lines[0] ?? "");
    if (lines.length > 0 && textWidth(line) <= limit) lines[0] = line;
    else lines.unshift(part);
  }
  return lines;
}

/**
 * The width of a text in half-width characters.
 * @param {string} text
 */
export function textWidth(text) {
  return Array.from(text).reduce((sum, character) => sum + (character < "\x7f" ? 1 : 2), 0);
}
