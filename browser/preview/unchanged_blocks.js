// Tells which blocks of a text look as they did before, so that only the others are made anew.

/** @typedef {import("../schema/types.js").Run} Run */
/** @typedef {import("../drafts/edits.js").ShownBlock} ShownBlock */

const TRAITS = /** @type {const} */ (["type", "level", "number", "place", "index", "edit", "stale", "generated"]);

/**
 * Tells whether a block looks as one of before did.
 * @param {ShownBlock | undefined} a
 * @param {ShownBlock | undefined} b
 */
export function looksSame(a, b) {
  if (!a || !b || TRAITS.some((trait) => a[trait] !== b[trait])) return false;
  const isAlike = (/** @type {Run} */ run, /** @type {number} */ at) => {
    const other = b.runs[at];
    return run === other || JSON.stringify(run) === JSON.stringify(other);
  };
  return a.runs.length === b.runs.length && a.runs.every(isAlike) && String(a.rows) === String(b.rows);
}

/** @type {(a: ShownBlock[], b: ShownBlock[]) => number} how many are the same at the start */
export function commonStart(a, b) {
  const at = a.findIndex((block, index) => !looksSame(block, b[index]));
  return at < 0 ? Math.min(a.length, b.length) : at;
}

/** @type {(a: ShownBlock[], b: ShownBlock[]) => number} how many are the same at the end */
export function commonEnd(a, b) {
  let count = 0;
  while (looksSame(a[a.length - 1 - count], b[b.length - 1 - count])) count += 1;
  return count;
}
