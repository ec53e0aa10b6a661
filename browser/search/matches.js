// Where a text stands as it is, and the longest parts of it that stand somewhere.

import { SHORTEST } from "./query.js";

const HAN = /(\p{sc=Han}+)/u;

/** @typedef {import("./entries.js").Entry} Entry */

/**
 * Tells whether a text stands anywhere in an entry.
 * @param {Entry} entry
 * @param {string} text
 */
export function has({ whole, facts }, text) {
  return whole.includes(text) || facts.folded.includes(text);
}

/**
 * The entries in which a text stands.
 * @param {string} text
 * @param {Entry[]} among
 */
export function having(text, among) {
  /** @type {Map<import("./entries.js").Facts, boolean>} */
  const known = new Map(); // many entries share the facts of a section
  const inFacts = (/** @type {import("./entries.js").Facts} */ facts) => {
    const holds = known.get(facts) ?? facts.folded.includes(text);
    known.set(facts, holds);
    return holds;
  };
  return among.filter(({ whole, facts }) => whole.includes(text) || inFacts(facts));
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
