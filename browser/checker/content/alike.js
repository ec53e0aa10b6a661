// Finds among the sentences before the one that says nearly the same, without comparing with all of them.

import { bare, runsOf } from "../shingles.js";

/** @typedef {{ text: string, runs: Set<string>, front: string[] }} Sentence its runs, and the first of them by their order */

const ALIKE = 0.95; // of the runs of the longer
const MOST = 20; // sentences that are compared with

/** @type {Map<string, Sentence>} the sentences of the text that was read last; typing changes few of them */
let known = new Map();

/** The sentences of a text up to one, by the first of their runs: of two that are alike, some of these are the same. */
export class AlikeSentences {
  /** @type {Map<string, Sentence[]>} */
  #fronts = new Map();
  #known = known;

  constructor() {
    known = new Map();
  }

  /**
   * Adds a sentence; the one of those before that is most like it, and how much of it is the same.
   * @param {string} text
   * @returns {{ text: string, share: number } | undefined}
   */
  add(text) {
    const one = known.get(text) ?? this.#known.get(text) ?? read(text);
    known.set(text, one);
    const before = new Set(one.front.flatMap((run) => this.#fronts.get(run) ?? []));
    for (const run of one.front) this.#put(run, one);
    return [...before].map((other) => ({ text: other.text, share: shareOf(one, other) })).filter(({ share }) => share >= ALIKE).sort((a, b) => b.share - a.share)[0];
  }

  /**
   * @param {string} run
   * @param {Sentence} one
   */
  #put(run, one) {
    const sentences = this.#fronts.get(run) ?? [];
    if (sentences.length < MOST && !sentences.includes(one)) sentences.push(one);
    this.#fronts.set(run, sentences);
  }
}

/**
 * @param {string} text
 * @returns {Sentence}
 */
function read(text) {
  const runs = runsOf(bare(text));
  return { text, runs, front: [...runs].sort().slice(0, runs.size - Math.ceil(ALIKE * runs.size) + 1) };
}

/**
 * @param {Sentence} one
 * @param {Sentence} other
 */
function shareOf({ runs }, other) {
  if (runs === other.runs) return 1;
  let shared = 0;
  for (const run of runs) if (other.runs.has(run)) shared += 1;
  return shared / Math.max(runs.size, other.runs.size);
}
