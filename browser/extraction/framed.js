// How well a figure of a text stands in a frame: how many signs of the words around it are those of the template.

/** @typedef {import("./segments.js").Segment} Segment */
/** @typedef {(words: string, segment: Segment) => string | null} Cut the rest beyond a segment */

const FURTHEST = 60; // signs of a text that a hole may stand for

/**
 * How many Chinese characters before a place are as in one of these contexts; -1 where none fits.
 * @param {Segment[][]} contexts
 * @param {string} before the text of the paragraph up to the place
 */
export function fitsBefore(contexts, before) {
  return best(contexts, (segments) => (before.endsWith(segments[0]?.words ?? "") ? fit(segments, before, cutBefore) : -1));
}

/**
 * The same of what follows.
 * @param {Segment[][]} contexts
 * @param {string} after
 */
export function fitsAfter(contexts, after) {
  return best(contexts, (segments) => (after.startsWith(segments[0]?.words ?? "") ? fit(segments, after, cutAfter) : -1));
}

/**
 * @param {Segment[][]} contexts
 * @param {(context: Segment[]) => number} score
 */
function best(contexts, score) {
  return contexts.reduce((most, context) => Math.max(most, score(context)), -1);
}

/**
 * @param {Segment[]} segments
 * @param {string} words
 * @param {Cut} cut
 */
function fit(segments, words, cut) {
  let [score, rest] = [0, words];
  for (const segment of segments) {
    const next = cut(rest, segment);
    if (next === null) return -1;
    score += segment.score;
    rest = next;
  }
  return score;
}

/** @type {Cut} */
function cutBefore(words, { words: segment, number, adjacent }) {
  const near = words.slice(-FURTHEST - segment.length);
  const at = near.lastIndexOf(segment);
  const between = near.slice(at + segment.length);
  const left = words.slice(0, words.length - near.length + at);
  return at >= 0 && isHole(between, number) && !(adjacent && !number && /[0-9，；]/.test(between)) ? left : null;
}

/** @type {Cut} */
function cutAfter(words, { words: segment, number }) {
  const at = words.slice(0, FURTHEST + segment.length).indexOf(segment);
  return at >= 0 && isHole(words.slice(0, at), number) ? words.slice(at + segment.length) : null;
}

/**
 * Whether words may be another value; where it is a number they hold a digit.
 * @param {string} words
 * @param {boolean} number
 */
function isHole(words, number) {
  return !/[。\n]/.test(words) && (words === "" || !number || /[0-9]/.test(words));
}
