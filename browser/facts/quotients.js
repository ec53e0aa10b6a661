// Rates and quotients: computed from two facts, or entered where one of these is not known; mirrors
// macros/facts/quotients.py.

import { rate } from "../figures/arithmetic.js";
import { ENTERED, Figure, RISE_OF_LEVEL } from "../figures/values.js";
import { betterOf, unitOf } from "../schema/fact_types.js";
import { Amount } from "./entries.js";

/** @typedef {import("../schema/types.js").FactSpec} FactSpec */
/** @typedef {import("../figures/values.js").Value} Value */
/** @typedef {import("./entries.js").Entries} Entries */

/**
 * The quotient of two figures, rounded; a blank where one is missing, or none is.
 * @param {FactSpec} spec
 * @param {Value} numerator
 * @param {Value} denominator
 * @param {number} [decimals]
 */
export function computedQuotient(spec, numerator, denominator, decimals = spec.decimals ?? 2) {
  return rate(spec.label, numerator, denominator, unitOf(spec), decimals, levelOf(spec));
}

/**
 * What was entered for a side of the quotient itself; a plain value is this period's.
 * @param {string} name
 * @param {FactSpec} spec
 * @param {Entries[string] | undefined} entry
 * @param {"now" | "last" | "plan"} side
 */
export function enteredQuotient(name, spec, entry, side) {
  const isPlain = entry instanceof Amount;
  const given = isPlain ? (side === "now" ? entry : undefined) : sideOf(entry, side);
  if (!(given instanceof Amount)) return null;
  const facts = [isPlain ? name : `${name}.${side}`];
  const { label } = spec;
  const traits = { facts, formula: ENTERED, unit: unitOf(spec), label, ...levelOf(spec) };
  return new Figure(given.value, traits);
}

/**
 * @param {Entries[string] | undefined} entry
 * @param {string} side
 */
function sideOf(entry, side) {
  const isGiven = typeof entry === "object" && Object.hasOwn(entry, side);
  return isGiven ? /** @type {import("./entries.js").Fields} */ (entry)[side] : undefined;
}

/** @param {FactSpec} spec */
function levelOf(spec) {
  return { up: RISE_OF_LEVEL[betterOf(spec)], grows: spec.growth ?? true, official: Boolean(spec.indicator) };
}
