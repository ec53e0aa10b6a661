// The rules as the checker reads them, from what the data files say: read by node, or embedded in the site.

/** @typedef {import("./types.js").Rule} Rule */
/** @typedef {import("./types.js").Terms} Terms */
/** @typedef {Omit<Rule, "id" | "topic"> & { rule?: string, standard?: string, clause?: string }} Entry */
/** @typedef {{ files: { topic: string, rules: Record<string, Entry> }[], terms: Terms }} RuleData as in assets/js/rules.js */

/**
 * The rules that are looked for; those without a level only stand on the page.
 * @param {RuleData} data
 * @returns {Rule[]}
 */
export function rulesOf({ files, terms }) {
  const entries = files.flatMap(({ topic, rules }) => Object.entries(rules).map(([id, entry]) => ({ id, topic, entry })));
  return entries
    .filter(({ entry }) => Boolean(entry.level))
    .map(({ id, topic, entry }) => {
      const source = sourceOf(entry);
      const known = entry.checker === "replaced-terms" ? { terms } : {};
      return { ...entry, id, topic, ...known, ...(source !== undefined && { source }) };
    });
}

/** @param {Entry} entry */
function sourceOf({ standard, clause, source }) {
  return standard ? standard + (clause ? `，${clause}` : "") : source;
}
