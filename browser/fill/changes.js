// What would change in the facts: a line for each place, before and after.

import { labelAt } from "./paths.js";

/** @typedef {import("../engine/types.js").Archetype} Archetype */
/** @typedef {import("../engine/types.js").Facts} Facts */
/** @typedef {{path: string, label: string, before: string, after: string}} Change */

/**
 * The places that differ, in the order of the first facts and then of the new ones.
 * @param {Archetype} archetype
 * @param {Facts} before
 * @param {Facts} after
 * @returns {Change[]}
 */
export function changesOf(archetype, before, after) {
  const [old, fresh] = [places(before), places(after)];
  const paths = [...new Set([...old.keys(), ...fresh.keys()])];
  return paths
    .map((path) => ({
      path,
      label: labelAt(archetype, path),
      before: old.get(path) ?? "",
      after: fresh.get(path) ?? "",
    }))
    .filter((change) => change.before !== change.after);
}

/**
 * Every text of the facts by its path; an empty list is a place too.
 * @param {Facts} facts
 */
export function places(facts) {
  /** @type {Map<string, string>} */
  const found = new Map();
  for (const [name, fact] of Object.entries(facts)) {
    if (typeof fact === "string") found.set(name, fact);
    else if (!Array.isArray(fact)) addAll(found, name, fact);
    else if (fact.length === 0) found.set(name, "（没有）");
    else for (const [i, row] of fact.entries()) addAll(found, `${name}[${String(i)}]`, row);
  }
  return found;
}

/**
 * @param {Map<string, string>} found
 * @param {string} path
 * @param {Record<string, string>} fields
 */
function addAll(found, path, fields) {
  for (const [name, text] of Object.entries(fields)) if (text) found.set(`${path}.${name}`, text);
}
