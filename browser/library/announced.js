// Which figures the opening states with their change, so that no section says the change again; mirrors
// macros/library/announced.py.

import table from "../../macros/library/headlines.json" with { type: "json" };

const { list: LIST, field: FIELD } = table;

/**
 * The facts that the opening cites, if the text has an opening that states them.
 * @param {import("./summary.js").Summary} summary
 * @param {import("../facts/entries.js").Entries} entries
 */
export function announcedFacts(summary, { [LIST]: headlines }) {
  if (!Array.isArray(headlines) || !summary.printedFacts.includes(LIST)) return [];
  return headlines.map(({ [FIELD]: figure }) => figure);
}
