// Finds the sentence most like another: by runs of five characters, numbers included, without comparing with all.

const LENGTH = 5;
const MOST = 20; // sentences with the same run: more tell nothing

/** @typedef {{ runs: Set<string>, front: string[] }} Read the runs of a sentence, and the first of them by their order */

/**
 * What counts of a text: its characters and numbers, without marks and spaces.
 * @param {string} text
 */
export function bare(text) {
  return text.replace(/[^一-鿿0-9A-Za-z.%]/g, "");
}

/**
 * A collection of sentences that can be asked for the one most like another.  Of two that share enough of their runs,
 * the fronts share some too; so only these are looked up.
 * @template T
 */
export class SentenceIndex {
  /** @type {Map<string, (Read & { of: T })[]>} */
  #fronts = new Map();
  /** @type {Map<string, Read>} */
  #known = new Map();

  /**
   * @param {number} enough share of the runs of the longer that makes two alike
   * @param {SentenceIndex<any>} [before] of the same text before an edit, whose sentences need not be read again
   */
  constructor(enough, before) {
    this.enough = enough;
    this.before = before && before.#known;
  }

  /**
   * @param {string} text
   * @param {T} of
   */
  add(text, of) {
    const one = { ...this.#read(text), of };
    for (const run of one.front) {
      const sentences = this.#fronts.get(run);
      if (!sentences) this.#fronts.set(run, [one]);
      else if (sentences.length < MOST) sentences.push(one);
    }
  }

  /**
   * The sentence that is most like a text, and how much of the longer of both they share.
   * @param {string} text
   * @returns {{ of: T, share: number } | undefined}
   */
  mostLike(text) {
    const { runs, front } = this.#read(text);
    const others = new Set(front.flatMap((run) => this.#fronts.get(run) ?? []));
    const alike = [...others].map((other) => ({ of: other.of, share: shareOf(runs, other.runs) }));
    return alike.filter(({ share }) => share >= this.enough).sort((a, b) => b.share - a.share)[0];
  }

  /** @param {string} text */
  #read(text) {
    const known = this.#known.get(text) ?? this.before?.get(text) ?? read(text, this.enough);
    this.#known.set(text, known);
    return known;
  }
}

/**
 * @param {string} text
 * @param {number} enough
 * @returns {Read}
 */
function read(text, enough) {
  const characters = bare(text);
  const runs = new Set(Array.from({ length: Math.max(0, characters.length - LENGTH + 1) }, (_, at) => characters.slice(at, at + LENGTH)));
  return { runs, front: [...runs].sort().reverse().slice(0, runs.size - Math.ceil(enough * runs.size) + 1) };
}

/**
 * @param {Set<string>} runs
 * @param {Set<string>} others
 */
function shareOf(runs, others) {
  if (runs === others) return 1;
  let shared = 0;
  for (const run of runs) if (others.has(run)) shared += 1;
  return shared / Math.max(runs.size, others.size);
}
