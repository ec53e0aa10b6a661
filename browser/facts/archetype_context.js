// The values of a summary's facts as typed, and which of them its text may show.

import { acceptedFacts, inputsOf } from "./archetype_facts.js";
import { Context } from "./context.js";
import { readEntries } from "./entry_reader.js";

const PERIODS = ["period", "last_period"]; // comparisons name them, also where no sentence does

/**
 * The values of the facts, which of them the text may show, and the names of the entered ones.
 * @param {{specs: Record<string, import("../schema/types.js").FactSpec>, printedFacts: string[]}} summary
 * @param {import("../schema/types.js").Facts} facts
 */
export function contextOf({ specs, printedFacts: names }, facts) {
  const typed = Object.keys(facts).filter((name) => Object.hasOwn(specs, name)); // a row may cite any
  const read = acceptedFacts(specs, [...names, ...PERIODS, ...typed]);
  const { entries } = readEntries(specs, read, facts);
  const context = new Context(specs, entries);
  const entered = new Set(names);
  const shown = (/** @type {string} */ name) =>
    inputsOf(specs, [name]).every((input) => entered.has(input));
  return { context, shown, names };
}
