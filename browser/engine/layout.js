// Where words stand on their lines: the title's breaks, a paragraph's lead, signature and date;
// mirrors macros/placing.py.  Widths are in half characters.

/** @typedef {import("./types.js").Block} Block */
/** @typedef {import("./types.js").Run} Run */

const AT_THE_EDGE = 4; // two characters
const SEALED = 8; // four characters
const AROUND = 2; // what a signature has around it, so that it never breaks

/**
 * How far from the right edge signature and date end (7.3.5.2): the date begins two characters
 * right of the signature; the longer of both ends two from the edge.  Beside a signature longer
 * than a line of so many characters, the date does too.
 * @param {Block[]} blocks
 * @param {number} characters
 * @returns {Partial<Record<Block["type"], number>>}
 */
export function rightIndents(blocks, characters) {
  const widths = endWidths(blocks);
  if (!widths) return {};
  const { signature, date } = widths;
  if (signature + AT_THE_EDGE > 2 * characters) return { signature: AT_THE_EDGE, date: AT_THE_EDGE };
  const over = signature - date;
  return { signature: AT_THE_EDGE + Math.max(4 - over, 0), date: Math.max(over, AT_THE_EDGE) };
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
 * The runs before which a title breaks, so that its words stay whole (7.3.1).  It is made of unit,
 * period and work, and breaks only between them: as few words as can be are cut, in as few lines of
 * so many characters, as even as possible.
 * @param {Run[]} runs
 * @param {number} characters
 */
export function titleBreaks(runs, characters) {
  const starts = runs.flatMap((run, index) => (index > 0 && run.facts ? [index] : []));
  /** @type {{breaks: number[], cost: number[]}[]} */
  const choices = [];
  for (let choice = 0; choice < 1 << starts.length; choice += 1) {
    const breaks = starts.filter((_, place) => (choice >> place) & 1);
    choices.push({ breaks, cost: costOf(runs, breaks, characters) });
  }
  choices.sort((a, b) => a.cost.map((part, at) => part - (b.cost[at] ?? 0)).find(Boolean) ?? 0);
  return choices[0]?.breaks ?? [];
}

/** @type {(runs: Run[], breaks: number[], characters: number) => number[]} */
function costOf(runs, breaks, characters) {
  const edges = [...breaks, runs.length];
  const lines = edges.map((end, at) => {
    const line = runs.slice(edges[at - 1] ?? 0, end);
    return width(line.map((run) => run.text).join(""));
  });
  const cuts = lines.map((line) => Math.floor(Math.max(line - 1, 0) / (2 * characters)));
  return [cuts.reduce((sum, count) => sum + count, 0), breaks.length, Math.max(...lines)];
}

/** @param {string} text */
function width(text) {
  return Array.from(text).reduce((sum, character) => sum + (character < "\x7f" ? 1 : 2), 0);
}
