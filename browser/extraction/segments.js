// The words around a figure, divided at the holes where other values stand.

export const HOLE = "\0"; // another value
export const NUMBER = "\x01"; // a figure that is entered
export const EDGE = "\n"; // where a paragraph begins or ends

const HOLES = new RegExp(`(${HOLE}|${NUMBER})`);
const MOST = 2; // segments that are looked at
const HAN = /[\p{Script=Han}]/gu;

/**
 * Words of a context: `number` says whether a figure stands between them and the place, `adjacent` whether only
 * another value does, `score` how many Chinese characters they have.
 * @typedef {{ words: string, number: boolean, adjacent: boolean, score: number }} Segment
 */

/**
 * The segments of what stands before a place, from the place outwards.
 * @param {string} context
 */
export function segmentsBefore(context) {
  return segments(context.slice(context.lastIndexOf(EDGE) + 1).split(HOLES).reverse());
}

/**
 * The same of what stands after it.
 * @param {string} context
 */
export function segmentsAfter(context) {
  return segments((context.split(EDGE, 1)[0] ?? "").split(HOLES));
}

/**
 * @param {string[]} parts words and holes in turn
 * @returns {Segment[]}
 */
function segments([first = "", ...parts]) {
  const found = [segment(first, false, true)];
  let number = false;
  for (const part of parts) {
    if (part === NUMBER) number = true;
    if (part === "" || part === HOLE || part === NUMBER) continue;
    found.push(segment(part, number, first === "" && found.length === 1));
    number = false;
  }
  return found.slice(0, MOST);
}

/**
 * @param {string} words
 * @param {boolean} number
 * @param {boolean} adjacent
 * @returns {Segment}
 */
function segment(words, number, adjacent) {
  return { words, number, adjacent, score: words.match(HAN)?.length ?? 0 };
}
