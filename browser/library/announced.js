// Which figures the opening states with their change, so that no section says the change again; mirrors
// macros/library/announced.py.

import table from "../../macros/library/headlines.json" with { type: "json" };

const { stated_in: STATED_IN, field: FIELD } = table;

/**
 * The facts that the opening cites, if the text has an opening that states them.
 * @param {import("./summary.js").Summary} summary
 * @param {import("../facts/entries.js").Entries} entries
 */
export function announcedFacts(summary, entries) {
  const lists = STATED_IN.filter((name) => summary.printedFacts.includes(name)).map((name) => entries[name]);
  const rows = lists.flatMap((given) => (Array.isArray(given) ? given : []));
  return rows.map(({ [FIELD]: figure }) => figure).filter((figure) => figure !== undefined);
}
