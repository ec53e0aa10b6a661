// One mistake, one finding: what a rule tells of figures that it has told of already is left out.

import { ORDER } from "./levels.js";

/** @typedef {import("./types.js").Finding} Finding */

/**
 * The findings of a rule that do not overlap: of those that do, the heaviest, and then the one that ends last, which
 * has also read the total behind the parts.
 * @param {Finding[]} findings
 * @returns {Finding[]}
 */
export function apart(findings) {
  /** @type {Finding[]} */
  const kept = [];
  for (const one of [...findings].sort((a, b) => a.start - b.start || a.end - b.end)) {
    const last = kept.at(-1);
    if (!last || last.end <= one.start) kept.push(one);
    else if (weighsMore(one, last)) kept.splice(-1, 1, one);
  }
  return kept;
}

/**
 * @param {Finding} one
 * @param {Finding} other
 */
function weighsMore(one, other) {
  const lighter = ORDER.indexOf(other.level) - ORDER.indexOf(one.level);
  return lighter > 0 || (lighter === 0 && one.end > other.end);
}
