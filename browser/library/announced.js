// Which figures the opening states with their change, so that no section says the change again; mirrors
// macros/library/announced.py.

/** @typedef {import("../facts/entries.js").Entries} Entries */
/** @typedef {import("./summary.js").Summary} Summary */

const [LIST, FIELD] = ["headlines", "figure"]; // as headlines.json has them

/**
 * The facts that the opening cites, if the text has an opening that states them.
 * @param {Summary} summary
 * @param {Entries} entries
 * @returns {string[]}
 */
export function announcedFacts(summary, entries) {
  const rows = entries[LIST];
  if (!Array.isArray(rows) || !summary.printedFacts.includes(LIST)) return [];
  return rows.flatMap(({ [FIELD]: cited }) => (typeof cited === "string" ? [cited] : []));
}
