// Which facts a summary needs: those a reader enters, and those missing; mirrors macros/facts/archetype_facts.py.

/** @typedef {import("../schema/types.js").Archetype} Archetype */
/** @typedef {import("../schema/types.js").OutlineEntry} OutlineEntry */

export const FRAME = /** @type {const} */ (["title", "signature", "date"]);

/**
 * The facts a reader enters, in the order the text needs them.
 * @param {Archetype} archetype
 * @param {string[]} [without]
 */
export function enteredFacts(archetype, without = []) {
  const used = usedSections(archetype.outline).filter((use) => !without.includes(use));
  const sections = used.map((use) => archetype.sections[use]);
  const templates = [...FRAME.map((name) => archetype.frame[name]), ...sections];
  return [...new Set(templates.flatMap((template) => template?.entered ?? []))];
}

/**
 * @param {OutlineEntry[]} outline
 * @returns {string[]}
 */
export function usedSections(outline) {
  return outline.flatMap((entry) => (entry.use ? [entry.use] : usedSections(entry.sections ?? [])));
}

/**
 * The required facts that are not entered.
 * @param {Archetype} archetype
 * @param {import("../facts/entries.js").Entries} entries
 * @param {string[]} without
 */
export function missing(archetype, entries, without) {
  return enteredFacts(archetype, without).filter((name) => {
    const [spec, entry] = [archetype.facts[name], entries[name]];
    const given = spec?.series ? entry && "now" in /** @type {object} */ (entry) : entry !== undefined;
    return spec?.required !== false && !given;
  });
}
