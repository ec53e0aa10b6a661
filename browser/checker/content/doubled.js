// Sentences and paragraphs that stand twice in a text.

import { bare, SentenceIndex } from "../shingles.js";

/** @typedef {import("../types.js").Checker} Checker */

const SHORTEST = 18; // characters
const ALIKE = 0.95;

/** @type {Checker} */
export function doubled({ sentences, lines }) {
  /** @type {SentenceIndex<string>} */
  const index = new SentenceIndex();
  return sentences.flatMap(({ start, end, text, line }) => {
    if (bare(text).length < SHORTEST || lines[line]?.kind !== "paragraph") return [];
    const like = index.mostLike(text);
    index.add(text, text);
    if (!like || like.share < ALIKE) return [];
    const same = like.share === 1 ? "这句话前面已经写过" : `前面有几乎相同的话：“${like.of}”`;
    return [{ start, end, message: same }];
  });
}
