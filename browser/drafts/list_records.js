// The records of a list: reordered, added and confirmed, with the marks that belong to them.

import { isWordsKey } from "./carried_words.js";
import { factOf, parsePath, omit } from "../facts/paths.js";

/** @typedef {import("./state.js").State} State */

const REMOVED = -1; // the index of a removed record in the paths that led to it

/**
 * The change that reorders a list's records: `order` has their old indexes, and one left out is
 * removed.  Marks follow their records.  Without any record the fact is not entered.
 * @param {State} state
 * @param {string} name
 * @param {number[]} order
 * @returns {Partial<State>}
 */
export function reordered({ facts, carried }, name, order) {
  const rows = recordsOf(facts, name);
  const next = order.map((index) => rows[index] ?? {});
  const moved = (/** @type {string} */ path) => {
    const { name: own, row, part } = parsePath(path);
    if (own !== name || row < 0) return path;
    return `${name}[${String(order.indexOf(row))}]${part && `.${part}`}`;
  };
  const isGone = (/** @type {string} */ path) =>
    path.includes(`[${String(REMOVED)}]`) || (next.length === 0 && path === name);
  return {
    facts: next.length > 0 ? { ...facts, [name]: next } : omit(facts, name),
    carried: carried.map(moved).filter((path) => !isGone(path)),
  };
}

/**
 * The change that appends a record: it is not carried over, the others stay carried as they were.
 * @param {State} state
 * @param {string} name
 * @param {Record<string, string>} record
 * @returns {Partial<State>}
 */
export function withRecord({ facts, carried }, name, record) {
  const rows = recordsOf(facts, name);
  return { facts: { ...facts, [name]: [...rows, record] }, carried: markedOneByOne(carried, name, rows.length) };
}

/**
 * A record of a list of which nothing is filled in yet.
 * @param {{fields?: Record<string, unknown>}} [spec]
 * @returns {Record<string, string>}
 */
export function emptyRecord({ fields = {} } = {}) {
  return Object.fromEntries(Object.keys(fields).map((key) => [key, ""]));
}

/**
 * @param {State["facts"]} facts
 * @param {string} name
 */
export function recordsOf(facts, name) {
  const rows = facts[name];
  return Array.isArray(rows) ? rows : [];
}

// --- carried over and not yet confirmed: a whole fact, or single records of a list ---

/**
 * The marks with a list's own mark replaced by one for each of its records.
 * @param {string[]} carried
 * @param {string} name
 * @param {number} count
 */
function markedOneByOne(carried, name, count) {
  const records = Array.from({ length: count }, (_, row) => `${name}[${String(row)}]`);
  return carried.flatMap((path) => (path === name ? records : [path]));
}

/**
 * Tells whether the value at a path is still to be confirmed; a list is while any of its records is.
 * @param {string[]} carried
 * @param {string} path
 */
export function isCarried(carried, path) {
  const { name, row } = parsePath(path);
  if (row < 0) return carried.some((other) => factOf(other) === name);
  return carried.includes(name) || carried.includes(`${name}[${String(row)}]`);
}

/**
 * The change that confirms what was carried over: a record, a whole fact, or own words by their key.
 * @param {State} state
 * @param {string} path
 * @returns {Partial<State>}
 */
export function confirmed({ facts, carried }, path) {
  if (isWordsKey(path)) return { carried: carried.filter((mark) => mark !== path) };
  if (!isCarried(carried, path)) return {};
  const { name, row } = parsePath(path);
  if (row < 0) return { carried: carried.filter((other) => factOf(other) !== name) };
  const marks = markedOneByOne(carried, name, recordsOf(facts, name).length);
  return { carried: marks.filter((other) => other !== `${name}[${String(row)}]`) };
}

/**
 * The facts still to be confirmed, among those that the text asks for.
 * @param {string[]} carried
 * @param {string[]} entered
 */
export function carriedFacts(carried, entered) {
  return [...new Set(carried.map(factOf))].filter((name) => entered.includes(name));
}
