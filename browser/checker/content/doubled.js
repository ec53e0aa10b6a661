// Sentences and paragraphs that stand twice in a text.

import { bare } from "../shingles.js";
import { SentenceMemory } from "./alike.js";

/** @typedef {import("../types.js").Checker} Checker */

const SHORTEST = 18; // characters

/** @type {Checker} */
export function doubled({ sentences, lines }, _, { alike = new SentenceMemory() }) {
  const before = alike.begin();
  return sentences.flatMap(({ start, end, text, line }) => {
    if (lines[line]?.kind !== "paragraph" || bare(text).length < SHORTEST) return [];
    const like = before.add(text);
    if (!like) return [];
    const same = like.share === 1 ? "这句话前面已经写过" : `前面有几乎相同的话：“${like.text}”`;
    return [{ start, end, message: same }];
  });
}
