// Which figures stand with their change before the sections do, so that none says the change again: the opening
// states some, and an overview shows others in its table; mirrors macros/library/announced.py.

import table from "../../macros/library/headlines.json" with { type: "json" };
import { isOverview } from "../facts/archetype_facts.js";
import { isTable } from "../templating/expression_kinds.js";
import { expressionsIn } from "../templating/render.js";

/** @typedef {import("./summary.js").Summary} Summary */
/** @typedef {import("../facts/entries.js").Entries} Entries */

const { stated_in: STATED_IN, field: FIELD } = table;

/**
 * The facts that the opening cites, if the text has an opening that states them.
 * @param {Summary} summary
 * @param {Entries} entries
 */
export function statedFacts(summary, entries) {
  const lists = STATED_IN.filter((name) => summary.printedFacts.includes(name)).map((name) => entries[name]);
  const rows = lists.flatMap((given) => (Array.isArray(given) ? given : []));
  return rows.map(({ [FIELD]: figure }) => figure).filter((figure) => figure !== undefined);
}

/**
 * The facts in the tables of overviews.
 * @param {Summary} summary
 * @returns {string[]}
 */
export function tabledFacts(summary) {
  const overviews = summary.lines.filter((line) => isOverview(summary.archetype, line));
  const bodies = overviews.flatMap(({ use = "" }) => summary.passages(use)).map(({ body = [] }) => body);
  const printed = bodies.flatMap((body) => expressionsIn(body)).map(([expression]) => expression);
  return printed.filter(isTable).flatMap((table) => /** @type {string[]} */ (table.slice(2)));
}
