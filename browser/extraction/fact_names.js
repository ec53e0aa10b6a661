// The names of facts, and how well what a text calls a figure agrees with them.

import { isNumber } from "../schema/fact_types.js";

/** @typedef {import("../schema/types.js").FactSpec} FactSpec */
/** @typedef {{ name: string, spec: FactSpec, words: string[] }} FactName */

export const SAME = 3;
const REORDERED = 2.5; // the same signs in another order
export const LONG_PART = 2; // one name holds the other
const ALIKE = 1;
const SHORTEST = 3;
const LIKENESS = 0.6; // of pairs of signs
const MARKS = /[的了“”"《》\s]/g;
const SAID_OF_ALL = /(?:人次|人|件|个|户|份|次|总)?(?:数量?)?$/;

/**
 * The names of the facts that are entered as numbers.
 * @param {Record<string, FactSpec>} facts
 * @returns {FactName[]}
 */
export function factNames(facts) {
  return Object.entries(facts).flatMap(([name, spec]) => {
    if (!isNumber(spec) || spec.sum_of) return [];
    const words = [spec.label, ...(spec.aliases ?? []), ...(spec.renamed ?? [])].map(plain);
    return [{ name, spec, words: [...new Set(words)] }];
  });
}

/**
 * A name without what is said of every figure.
 * @param {string} words
 */
export function plain(words) {
  return words.replace(MARKS, "").replace(SAID_OF_ALL, "");
}

/**
 * How well a name agrees with one of a fact's: 3 the same, 2 one holds the other, 1 alike, 0 not.
 * @param {string[]} names
 * @param {string} indicator
 */
export function nameFit(names, indicator) {
  const told = plain(indicator);
  if (told.length < 2) return 0;
  return Math.max(0, ...names.map((name) => fit(name, told)));
}

/**
 * @param {string} name
 * @param {string} told
 */
function fit(name, told) {
  if (name === told) return SAME;
  if (name.length === told.length && sorted(name) === sorted(told)) return REORDERED;
  const [short, long] = name.length < told.length ? [name, told] : [told, name];
  if (short.length >= SHORTEST && (long.endsWith(short) || long.startsWith(short))) return LONG_PART;
  return likeness(name, told) >= LIKENESS ? ALIKE : 0;
}

/** @param {string} words */
function sorted(words) {
  return Array.from(words).sort().join("");
}

/**
 * The share of pairs of neighbouring signs that two words have in common.
 * @param {string} one
 * @param {string} other
 */
export function likeness(one, other) {
  return likenessOf(pairsOf(one), pairsOf(other));
}

/**
 * @param {Set<string>} pairs
 * @param {Set<string>} others
 */
export function likenessOf(pairs, others) {
  const common = [...pairs].filter((pair) => others.has(pair)).length;
  return (2 * common) / Math.max(1, pairs.size + others.size);
}

/**
 * The pairs of neighbouring signs.
 * @param {string} words
 */
export function pairsOf(words) {
  return new Set(Array.from({ length: Math.max(0, words.length - 1) }, (_, at) => words.slice(at, at + 2)));
}
