// Where a text stands as it is, and the longest parts of it that stand somewhere.

import { SHORTEST } from "./query.js";

const HAN = /(\p{sc=Han}+)/u;

/** @typedef {import("./entries.js").Entry} Entry */

/**
 * Tells whether a text stands anywhere in an entry.
 * @param {Entry} entry
 * @param {string} text
 */
export function has({ folded, facts }, text) {
  const holds = (/** @type {string} */ name) => name.includes(text);
  return (
    holds(folded.text) || holds(folded.title) || holds(facts.folded) || [...folded.names, ...folded.covers].some(holds)
  );
}

/**
 * The entries in which a text stands.
 * @param {string} text
 * @param {Entry[]} among
 */
export function having(text, among) {
  return among.filter((entry) => has(entry, text));
}

/**
 * The longest parts of a word that stand somewhere.
 * @param {string} word
 * @param {Entry[]} among
 */
export function piecesOf(word, among) {
  const pieces = [];
  for (const run of word.split(HAN).filter(Boolean)) {
    if (!HAN.test(run)) {
      if (having(run, among).length) pieces.push(run);
      continue;
    }
    for (let rest = run; rest; ) {
      const piece = longest(rest, among);
      if (piece) pieces.push(piece);
      rest = rest.slice(piece.length || 1);
    }
  }
  return pieces;
}

/**
 * @param {string} run
 * @param {Entry[]} among
 */
function longest(run, among) {
  let left = among;
  for (let size = SHORTEST; size <= run.length; size += 1) {
    left = having(run.slice(0, size), left);
    if (left.length === 0) return size > SHORTEST ? run.slice(0, size - 1) : "";
  }
  return run.length < SHORTEST ? "" : run;
}
