// Sentences that stand in the text of the period before, or in an example of the site.

import { bare, SentenceIndex } from "../shingles.js";

/** @typedef {import("../types.js").Checker} Checker */
/** @typedef {import("../../prose/types.js").Prose} Prose */
/** @typedef {{ name: string, sentence: string }} Source */

const SHORTEST = 16; // characters: shorter ones are alike by chance
const ALIKE = 0.9;

/** @type {Checker} */
export function takenOver({ sentences }, _, { previous, others = [] }) {
  const known = [...(previous ? [{ name: "上期", prose: previous }] : []), ...others];
  if (known.length === 0) return [];
  const index = indexOf(known);
  return sentences.flatMap(({ start, end, text }) => {
    const like = bare(text).length < SHORTEST ? undefined : index.mostLike(text);
    if (!like) return [];
    const { name, sentence } = like.of;
    const same = like.share === 1 ? "相同" : "几乎相同";
    return [{ start, end, message: `与${name}的“${sentence.slice(0, SHORTEST)}……”${same}` }];
  });
}

/**
 * @param {{ name: string, prose: Prose }[]} known
 */
function indexOf(known) {
  /** @type {SentenceIndex<Source>} */
  const index = new SentenceIndex(ALIKE);
  for (const { name, prose } of known) {
    for (const { text } of prose.sentences) {
      if (bare(text).length >= SHORTEST) index.add(text, { name, sentence: text });
    }
  }
  return index;
}
