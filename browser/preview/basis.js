// Says on what basis a figure is computed: 口径, its source, and the way to the dictionary.

import { factOf } from "../facts/paths.js";
import { make } from "../page/elements.js";

/** @typedef {import("../schema/types.js").FactSpec} FactSpec */

/**
 * The basis of an indicator in a line; null where none is given.
 * @param {FactSpec} spec
 */
export function basisLine({ definition, source, indicator }) {
  if (!definition) return null;
  const address = { href: `../indicators.html#indicator-${indicator ?? ""}`, target: "_blank" }; // the draft stays open
  return make("p", {}, `口径：${definition}${source ? `（${source}）` : ""} `, indicator ? make("a", address, "指标词典") : null);
}

/**
 * The one indicator that all these facts make.
 * @param {Record<string, FactSpec>} specs
 * @param {string[]} paths
 */
export function indicatorOf(specs, paths) {
  return specs[indicatorName(specs, paths) ?? ""];
}

/**
 * @param {Record<string, FactSpec>} specs
 * @param {string[]} paths
 */
export function indicatorName(specs, paths) {
  const names = [...new Set(paths.map(factOf))].sort().join();
  const isMade = (/** @type {[string, FactSpec]} */ [name, { numerator, denominator }]) =>
    names === (numerator && denominator ? [numerator, denominator].sort().join() : name) || names === name;
  return Object.entries(specs).find(isMade)?.[0];
}
