// Finds the blocks of a text that have not changed, so that only the others are rendered again.

/** @typedef {import("../schema/types.js").Run} Run */
/** @typedef {import("../schema/types.js").Block} Block */

const TRAITS = /** @type {const} */ (["type", "level", "number", "section"]);

/**
 * Tells whether two blocks look the same.
 * @param {Block | undefined} a
 * @param {Block | undefined} b
 */
export function looksSame(a, b) {
  if (a && a === b) return true;
  if (!a || !b || TRAITS.some((trait) => a[trait] !== b[trait])) return false;
  if (a.places?.join() !== b.places?.join()) return false;
  if (a.runs === b.runs && a.rows === b.rows) return true;
  const isEqual = (/** @type {Run} */ run, /** @type {number} */ at) => {
    const other = b.runs[at];
    return run === other || JSON.stringify(run) === JSON.stringify(other);
  };
  const sameRows = a.rows === b.rows || JSON.stringify(a.rows) === JSON.stringify(b.rows);
  return a.runs.length === b.runs.length && a.runs.every(isEqual) && sameRows;
}

/** @type {(a: Block[], b: Block[]) => number} the number of equal blocks at the start */
export function commonStart(a, b) {
  const at = a.findIndex((block, index) => !looksSame(block, b[index]));
  return at < 0 ? Math.min(a.length, b.length) : at;
}

/** @type {(a: Block[], b: Block[]) => number} the number of equal blocks at the end */
export function commonEnd(a, b) {
  let count = 0;
  while (looksSame(a[a.length - 1 - count], b[b.length - 1 - count])) count += 1;
  return count;
}
