// What stands where in a collection sheet; mirrors macros/exchange/sheet_layout.py.

import table from "../../macros/exchange/sheet_layout.json" with { type: "json" };
import { FRAME } from "../facts/archetype_facts.js";
import { ownValue } from "../schema/own_value.js";

/** @typedef {import("../schema/types.js").Facts} Facts */
/** @typedef {import("../schema/types.js").OutlineEntry} OutlineEntry */
/** @typedef {import("../library/summary.js").Summary} Summary */
/**
 * A part of a summary, and the facts that it is the first to ask for.
 * @typedef {{key: string, name: string, facts: string[]}} Part
 */

export const COLUMNS = table.columns;
export const ID = COLUMNS[0] ?? "";
export const SECTION = COLUMNS[1] ?? "";
export const SIDES = table.side_columns; // the columns of a series
export const { data: DATA, about: ABOUT, choices: CHOICES, structure: STRUCTURE } = table.sheets;
export const { archetype: ARCHETYPE, version: VERSION, title: TITLE, sections: SECTIONS } = table.about;
export const NOT_TAKEN = table.not_taken;
export const LONGEST = table.longest_cell; // Excel refuses or cuts a longer text
export const NO_DAY = table.no_day; // before a number where a day should be
export const NONE = table.no_records; // in the first cell of a list that has no records
export const FIRST_ROW = 3; // first record of a list, below ids, labels and hints

/**
 * The parts that ask for anything; facts given besides come last, lest they are lost.
 * @param {Summary} summary
 * @param {Facts} facts
 * @returns {Part[]}
 */
export function partsOf(summary, facts) {
  const placed = new Set();
  return asked(summary, facts).flatMap(({ key, name, facts: names }) => {
    const fresh = names.filter((fact) => !placed.has(fact) && placed.add(fact));
    return fresh.length > 0 ? [{ key, name, facts: fresh }] : [];
  });
}

/**
 * @param {Summary} summary
 * @param {Facts} facts
 * @returns {Part[]}
 */
function asked(summary, facts) {
  const { archetype, specs, asking } = summary;
  const framed = FRAME.flatMap((name) => archetype.frame[name].entered);
  const given = Object.keys(facts).filter((name) => Object.hasOwn(specs, name) && isGiven(facts[name]));
  return [
    { key: "basics", name: table.basics, facts: framed },
    ...asking.map((line) => ({
      key: line.own ?? line.use ?? "",
      name: nameOf(summary, line),
      facts: [...(archetype.sections[line.use ?? ""]?.entered ?? []), ...summary.factsOfLine(line)],
    })),
    { key: "own", name: table.own, facts: summary.enteredInOwnWords },
    { key: "others", name: table.others, facts: given },
  ];
}

/**
 * @param {Summary} summary
 * @param {OutlineEntry} line
 */
function nameOf({ archetype, content }, { own = "", use = "", heading = "" }) {
  const known = own ? ownValue(content.own?.sections, own) : archetype.sections[use];
  return [heading, known?.name, own, use].find(Boolean) ?? "";
}

/** @param {Facts[string] | undefined} fact */
function isGiven(fact) {
  return typeof fact === "object" && !Array.isArray(fact) ? Object.values(fact).some(Boolean) : fact !== "";
}
