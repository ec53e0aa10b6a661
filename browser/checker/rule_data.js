// The rules as the checker reads them, from what the data files say: read by node, or embedded in the site.

/** @typedef {import("./types.js").Rule} Rule */
/** @typedef {Omit<Rule, "id"> & { rule?: string, standard?: string, clause?: string }} Entry */
/** @typedef {{ topic: string, rules: Record<string, Entry> }} RuleFile */

/**
 * The rules that are looked for; those without a level only stand on the page.
 * @param {RuleFile[]} files
 * @returns {Rule[]}
 */
export function readRules(files) {
  return files.flatMap(({ topic, rules }) =>
    Object.entries(rules)
      .filter(([, { level }]) => Boolean(level))
      .map(([id, entry]) => ({ ...entry, id, topic, title: entry.rule ?? entry.title, source: sourceOf(entry) })),
  );
}

/** @param {Entry} entry */
function sourceOf({ standard, clause, source }) {
  return standard ? standard + (clause ? `，${clause}` : "") : source;
}
