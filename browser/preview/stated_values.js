// The values that a text states, each counted once however often it is printed, at the section that states it first.
// What of them is still due is the number that the whole page speaks of.

import { allRuns } from "../document/document.js";
import { isFilled } from "../facts/paths.js";

/** @typedef {import("../schema/types.js").Block} Block */
/** @typedef {import("../schema/types.js").Run} Run */
/** @typedef {import("../schema/types.js").Facts} Facts */
/** @typedef {{section: string, isDue: boolean}} Stated */

/**
 * @param {Block[]} blocks
 * @param {Facts} facts
 * @returns {Map<string, Stated>} by path; what waits for no value, by what it is made from or where it stands
 */
export function statedValues(blocks, facts) {
  /** @type {Map<string, Stated>} */
  const found = new Map();
  for (const block of blocks) {
    for (const run of allRuns(block)) {
      const due = run.blank ? waitsFor(block, run, facts) : [];
      for (const key of new Set([...(run.facts ?? []), ...due])) {
        const before = found.get(key);
        const isDue = due.includes(key) || before?.isDue === true;
        found.set(key, { section: before?.section ?? block.section, isDue });
      }
    }
  }
  return found;
}

/**
 * How many values are still due.
 * @param {Block[]} blocks
 * @param {Facts} facts
 */
export function countDue(blocks, facts) {
  return [...statedValues(blocks, facts).values()].filter(({ isDue }) => isDue).length;
}

/**
 * What a blank waits for: the values that lack; else all of those that give no result; else the writer's own words.
 * @param {Block} block
 * @param {Run} run
 * @param {Facts} facts
 */
export function waitsFor({ section, type, places = [] }, { facts: paths = [] }, facts) {
  const empty = paths.filter((path) => !isFilled(facts, path));
  if (empty.length > 0) return empty;
  return [paths.length > 0 ? paths.join(" ") : JSON.stringify([section, type, places[0]])];
}
