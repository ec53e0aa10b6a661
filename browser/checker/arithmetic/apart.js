// One mistake, one finding: what a rule tells of figures that it has told of already is left out.

import { ORDER } from "../levels.js";

/** @typedef {import("../types.js").Remark} Remark */
/** @typedef {import("../types.js").Level} Level */

/**
 * The remarks of a rule that do not overlap: of those that do, the heaviest, and then the one that ends last, which
 * has also read the total behind the parts.
 * @param {Remark[]} remarks
 * @param {Level} level of those that have none of their own
 * @returns {Remark[]}
 */
export function apart(remarks, level) {
  /** @type {Remark[]} */
  const kept = [];
  for (const one of [...remarks].sort((a, b) => a.start - b.start || a.end - b.end)) {
    const last = kept.at(-1);
    if (!last || last.end <= one.start) kept.push(one);
    else if (weighsMore(one, last, level)) kept.splice(-1, 1, one);
  }
  return kept;
}

/**
 * @param {Remark} one
 * @param {Remark} other
 * @param {Level} level
 */
function weighsMore(one, other, level) {
  const lighter = ORDER.indexOf(other.level ?? level) - ORDER.indexOf(one.level ?? level);
  return lighter > 0 || (lighter === 0 && one.end > other.end);
}
