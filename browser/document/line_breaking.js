// Where words stand on their lines: the title's breaks, a paragraph's lead, signature and date;
// mirrors macros/document/line_breaking.py.  Widths are in half characters.

/** @typedef {import("../schema/types.js").Block} Block */
/** @typedef {import("../schema/types.js").Run} Run */

const EDGE = 4; // two characters
const INDENTED = 4; // how far right of the signature the date begins
const SEALED = 8; // four characters
const AROUND = 2; // what a signature has around it, so that it never breaks
// What no line may end in the middle of: a number with its unit, a mark and its neighbour.
const INSEPARABLE = /[（《〈“‘〔【]*[!-~]*[\s\S][）》〉”’〕】、，。；：！？％·—～]*/gu;

/**
 * How far from the right edge signature and date end (7.3.5.2): the date begins two characters
 * right of the signature; the longer of both ends two from the edge, but nearer to it where only
 * that keeps a signature on its line of so many characters.  Beside a signature longer than a line,
 * the date ends there too.
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
  const over = signature - date - INDENTED;
  return { signature: edge + Math.max(-over, 0), date: edge + Math.max(over, 0) };
}

/**
 * How much of the line's end signature and date stand in the middle of, under a seal.  The date
 * ends four characters from the edge, the signature is centred over it (7.3.5.1); one that would
 * cross the edge moves both in.  0 when the signature is too long for that.
 * @param {Block[]} blocks
 * @param {number} characters
 */
export function sealRoom(blocks, characters) {
  const widths = endWidths(blocks);
  if (!widths) return 0;
  const room = Math.max(widths.date + 2 * SEALED, widths.signature + AROUND);
  return room > 2 * characters ? 0 : room;
}

/** @param {Block[]} blocks */
function endWidths(blocks) {
  const [signature, date] = ["signature", "date"].map((type) => blocks.find((b) => b.type === type));
  return signature && date && { signature: width(signature.text), date: width(date.text) };
}

/**
 * Where the sentence that heads a paragraph （一） ends (7.3.3); 0 when there is none.  It is
 * written in full, so it stands in the first run, and the paragraph goes on after it.
 * @param {Block} block
 */
export function leadEnd({ type, level, text, runs }) {
  const first = runs[0];
  if (type !== "paragraph" || level !== 2 || !first || first.facts) return 0;
  const end = first.text.indexOf("。") + 1;
  return end < text.length ? end : 0;
}

/**
 * Where in its text a title breaks, so that its words stay whole (7.3.1).  It is made of unit,
 * period and work, and breaks only between them, in as few lines of so many characters, as even as
 * possible; a word longer than a line is itself broken like that before.
 * @param {Run[]} runs
 * @param {number} characters
 */
export function titleBreaks(runs, characters) {
  const room = 2 * characters;
  const pieces = words(runs).flatMap((word) => broken(word, room));
  let end = 0;
  return evenly(pieces, room)
    .slice(0, -1)
    .map((line) => (end += line.length));
}

/**
 * The runs, cut at places in their text, in order, and where each piece begins.
 * @param {Run[]} runs
 * @param {number[]} places
 */
export function cut(runs, places) {
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
function broken(word, room) {
  return width(word) <= room ? [word] : evenly(word.match(INSEPARABLE) ?? [], room);
}

/**
 * The words of a title: each begins with a fact.
 * @param {Run[]} runs
 */
function words(runs) {
  /** @type {string[]} */
  const found = [];
  for (const { facts, text } of runs) found.push(facts ? text : (found.pop() ?? "") + text);
  return found;
}

/**
 * The parts in as few lines as the room allows, the widest as narrow as can be.
 * @param {string[]} parts
 * @param {number} room
 */
function evenly(parts, room) {
  const full = filled(parts, room);
  if (full.length <= 1) return full;
  let limit = Math.min(Math.floor(width(parts.join("")) / full.length), room); // on average a line is as wide
  let lines = filled(parts, limit);
  while (lines.length > full.length) lines = filled(parts, (limit += 1));
  return lines;
}

/**
 * The parts in lines filled from the last one up: the first stays the shortest.
 * @param {string[]} parts
 * @param {number} limit
 */
function filled(parts, limit) {
  /** @type {string[]} */
  const lines = [];
  for (const part of [...parts].reverse()) {
    const line = part + (lines[0] ?? "");
    if (lines.length > 0 && width(line) <= limit) lines[0] = line;
    else lines.unshift(part);
  }
  return lines;
}

/** @param {string} text */
function width(text) {
  return Array.from(text).reduce((sum, character) => sum + (character < "\x7f" ? 1 : 2), 0);
}
