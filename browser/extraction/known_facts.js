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
  const known = names.flatMap((name) => (facts[name] ? [[name, facts[name]]] : []));
  return { ...archetype, facts: /** @type {Record<string, FactSpec>} */ (Object.fromEntries(known)) };
}
