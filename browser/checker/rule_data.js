// The rules as the checker reads them, from what the data files say: read by node, or embedded in the site.

/** @typedef {import("./types.js").Rule} Rule */
/** @typedef {import("./types.js").Terms} Terms */
/** @typedef {Omit<Rule, "id" | "topic" | "why"> & { why?: string, rule?: string, standard?: string, clause?: string }} Entry */
/** @typedef {Record<string, Pick<Entry, "why" | "source" | "standard" | "clause">>} ReasonsById */
/** @typedef {{ rules: ReasonsById, terms: ReasonsById }} Reasons as in assets/js/reasons.js */
/** @typedef {{ files: { topic: string, rules: Record<string, Entry> }[], terms: Terms, reasons?: Reasons }} RuleData as in assets/js/rules.js */

/**
 * The rules that are looked for; those without a level only stand on the page.
 * @param {RuleData} data
 * @returns {Rule[]}
 */
export function rulesOf({ files, terms: written, reasons }) {
  /** @type {Terms["terms"]} */
  const told = {};
  for (const [id, term] of Object.entries(written.terms)) told[id] = { ...term, ...reasons?.terms[id] };
  const terms = { ...written, terms: told };
  const entries = files.flatMap(({ topic, rules }) => Object.entries(rules).map(([id, entry]) => ({ id, topic, entry: { ...entry, ...reasons?.rules[id] } })));
  return entries
    .filter(({ entry }) => Boolean(entry.level))
    .map(({ id, topic, entry }) => {
      const source = sourceOf(entry);
      const known = entry.checker === "replaced-terms" ? { terms } : {};
      return { ...entry, why: entry.why ?? "", id, topic, ...known, ...(source !== undefined && { source }) };
    });
}

/** @param {Entry} entry */
function sourceOf({ standard, clause, source }) {
  return standard ? standard + (clause ? `，${clause}` : "") : source;
}
