// An archetype with those facts of the library that are entered for it.

/** @typedef {import("../schema/types.js").Archetype} Archetype */
/** @typedef {import("../schema/types.js").FactSpec} FactSpec */

/**
 * @template T
 * @param {T} archetype
 * @param {Record<string, FactSpec>} facts of the library
 * @param {string[]} names
 */
export function withFacts(archetype, facts, names) {
  /** @type {Record<string, FactSpec>} */
  const known = {};
  for (const name of names) if (facts[name]) known[name] = facts[name];
  return { ...archetype, facts: known };
}
