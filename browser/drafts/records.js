// The records of a list: put in another order, with all that is tied to each of them.

import { factOf, parsed, without } from "../facts/paths.js";

/** @typedef {import("./state.js").State} State */

const GONE = -1; // the number of a record that was removed, in what was tied to it

/**
 * The change that puts a list's records in the order of their old numbers; one left out is removed.
 * Marks and edits follow their records.  Without any record, nothing is said of the fact.
 * @param {State} state
 * @param {string} name
 * @param {number[]} order
 * @returns {Partial<State>}
 */
export function reordered({ facts, carried, edits }, name, order) {
  const rows = recordsOf(facts, name);
  const next = order.map((index) => rows[index] ?? {});
  const moved = (/** @type {string} */ path) => {
    const { name: own, row, part } = parsed(path);
    if (own !== name || row < 0) return path;
    return `${name}[${String(order.indexOf(row))}]${part && `.${part}`}`;
  };
  const isGone = (/** @type {string} */ path) =>
    path.includes(`[${String(GONE)}]`) || (next.length === 0 && path === name);
  return {
    facts: next.length > 0 ? { ...facts, [name]: next } : without(facts, name),
    carried: carried.map(moved).filter((path) => !isGone(path)),
    edits: edits.map((edit) => (edit.facts ? { ...edit, facts: edit.facts.map(moved) } : edit)),
  };
}

/**
 * The change that puts one more record at the end: it is new, the others are as carried as before.
 * @param {State} state
 * @param {string} name
 * @param {Record<string, string>} record
 * @returns {Partial<State>}
 */
export function withRecord({ facts, carried }, name, record) {
  const rows = recordsOf(facts, name);
  return { facts: { ...facts, [name]: [...rows, record] }, carried: single(carried, name, rows.length) };
}

/**
 * @param {State["facts"]} facts
 * @param {string} name
 */
export function recordsOf(facts, name) {
  const rows = facts[name];
  return Array.isArray(rows) ? rows : [];
}

// --- what is carried over and not confirmed: a fact as a whole, or records of a list ---

/**
 * The marks with each record of a list marked by itself.
 * @param {string[]} carried
 * @param {string} name
 * @param {number} count
 */
function single(carried, name, count) {
  const records = Array.from({ length: count }, (_, row) => `${name}[${String(row)}]`);
  return carried.flatMap((path) => (path === name ? records : [path]));
}

/**
 * Tells whether what stands at a path waits to be confirmed; a list does with any of its records.
 * @param {string[]} carried
 * @param {string} path
 */
export function isCarried(carried, path) {
  const { name, row } = parsed(path);
  if (row < 0) return carried.some((other) => factOf(other) === name);
  return carried.includes(name) || carried.includes(`${name}[${String(row)}]`);
}

/**
 * The change that takes the mark of being carried from a place: from a record, or a whole fact.
 * @param {State} state
 * @param {string} path
 * @returns {Partial<State>}
 */
export function confirmed({ facts, carried }, path) {
  if (!isCarried(carried, path)) return {};
  const { name, row } = parsed(path);
  if (row < 0) return { carried: carried.filter((other) => factOf(other) !== name) };
  const marks = single(carried, name, recordsOf(facts, name).length);
  return { carried: marks.filter((other) => other !== `${name}[${String(row)}]`) };
}

/**
 * The facts that wait to be confirmed, of those that the text asks for.
 * @param {string[]} carried
 * @param {string[]} entered
 */
export function carriedFacts(carried, entered) {
  return [...new Set(carried.map(factOf))].filter((name) => entered.includes(name));
}
