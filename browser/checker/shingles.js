// How much of a sentence stands in other sentences: by runs of five characters, numbers included.

const LENGTH = 5;

/**
 * What counts of a text: its characters and numbers, without marks and spaces.
 * @param {string} text
 */
export function bare(text) {
  return text.replace(/[^一-鿿0-9A-Za-z.%]/g, "");
}

/**
 * @template T
 * @typedef {{ of: T, size: number }} Kept
 */

/**
 * A collection of sentences that can be asked for the one most like another.
 * @template T
 */
export class SentenceIndex {
  /** @type {Map<string, number[]>} */
  #places = new Map();
  /** @type {Kept<T>[]} */
  #kept = [];

  /**
   * @param {string} text
   * @param {T} of
   */
  add(text, of) {
    const runs = runsOf(bare(text));
    const number = this.#kept.push({ of, size: runs.size }) - 1;
    for (const run of runs) {
      const places = this.#places.get(run);
      if (places) places.push(number);
      else this.#places.set(run, [number]);
    }
  }

  /**
   * The sentence that shares the most with a text, and how much of the longer of both.
   * @param {string} text
   * @returns {{ of: T, share: number } | undefined}
   */
  mostLike(text) {
    const runs = runsOf(bare(text));
    /** @type {Map<number, number>} */
    const shared = new Map();
    for (const run of runs) {
      for (const number of (this.#places.get(run) ?? []).slice(0, MOST)) shared.set(number, (shared.get(number) ?? 0) + 1);
    }
    let best;
    for (const [number, count] of shared) {
      const kept = this.#kept[number];
      const share = kept ? count / Math.max(kept.size, runs.size) : 0;
      if (kept && share > (best?.share ?? 0)) best = { of: kept.of, share };
    }
    return best;
  }
}

export const MOST = 20; // sentences with the same run: more tell nothing

/** @param {string} text */
export function runsOf(text) {
  /** @type {Set<string>} */
  const runs = new Set();
  for (let at = 0; at + LENGTH <= text.length; at += 1) runs.add(text.slice(at, at + LENGTH));
  return runs;
}
