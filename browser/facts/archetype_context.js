// The values of an archetype's facts as typed, and which of them its text may show.

import { enteredFacts } from "./archetype_facts.js";
import { Context } from "./context.js";
import { readEntries } from "./entries.js";

/**
 * The values of the facts, which of them the text may show, and the names of the entered ones.
 * @param {import("../schema/types.js").Archetype} archetype
 * @param {import("../schema/types.js").Facts} facts
 * @param {string[]} without
 */
export function contextOf(archetype, facts, without) {
  const names = enteredFacts(archetype, without);
  const { entries } = readEntries(archetype.facts, names, facts);
  const context = new Context(archetype.facts, entries);
  const shown = (/** @type {string} */ name) => {
    const sources = sourcesOf(archetype.facts[name]);
    return sources.length > 0 ? sources.every((s) => names.includes(s)) : names.includes(name);
  };
  return { context, shown, names };
}

/**
 * The facts that a fact is computed from.
 * @param {import("../schema/types.js").FactSpec | undefined} spec
 */
export function sourcesOf(spec) {
  const { numerator, denominator, sum_of: parts = [] } = spec ?? {};
  return [numerator, denominator, ...parts].filter((source) => source !== undefined);
}
