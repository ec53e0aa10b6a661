// Finds among the sentences before the one that says nearly the same, without comparing with all of them.

import { bare, MOST, runsOf } from "../shingles.js";

/** @typedef {{ text: string, runs: Set<string>, front: string[] }} Sentence its runs, and the first of them by their order */

const ALIKE = 0.95; // of the runs of the longer
/** The sentences of the text that was read last; typing changes few of them. */
export class SentenceMemory {
  /** @type {Map<string, Sentence>} */
  #known = new Map();

  /** Begins to read a text. */
  begin() {
    const before = this.#known;
    this.#known = new Map();
    return new AlikeSentences(before, this.#known);
  }
}

/** The sentences of a text up to one, by the first of their runs: of two that are alike, some of these are the same. */
class AlikeSentences {
  /** @type {Map<string, Sentence[]>} */
  #fronts = new Map();

  /**
   * @param {Map<string, Sentence>} before the sentences of the text that was read last
   * @param {Map<string, Sentence>} known those of this text
   */
  constructor(before, known) {
    this.before = before;
    this.known = known;
  }

  /**
   * Adds a sentence; the one of those before that is most like it, and how much of it is the same.
   * @param {string} text
   * @returns {{ text: string, share: number } | undefined}
   */
  add(text) {
    const one = this.known.get(text) ?? this.before.get(text) ?? read(text);
    this.known.set(text, one);
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
