// Sentences and paragraphs that stand twice in a text.

import { bare, SentenceIndex } from "../shingles.js";
import { spanOf } from "../span_of.js";

/** @typedef {import("../types.js").Checker} Checker */

const SHORTEST = 18; // characters
const SHORT = 6; // of what follows itself
const ALIKE = 0.95;
const LED = /^(?:另外|同时|此外|[一-鿿]{2,6}方面)，/; // what may be put before a sentence that is told again
const TWICE = /(?<=^|[，；])([^，；。]{8,60})[，；]\1(?=[，；。])/;

/** What is kept of a text from one check to the next. */
export class SentenceMemory {
  /** @type {SentenceIndex<string> | undefined} */
  index;
}

/** @type {Checker} */
export function doubled({ sentences, lines }, _, { alike = new SentenceMemory() }) {
  /** @type {SentenceIndex<string>} */
  const before = new SentenceIndex(ALIKE, alike.index);
  alike.index = before;
  return sentences.flatMap(({ start, end, text, line }, at) => {
    const last = sentences[at - 1];
    const message = "这句话连写了两遍";
    if (last?.text === text && last.line === line && bare(text).length >= SHORT) return [{ start, end, message, suggestion: "" }];
    const twice = TWICE.exec(text);
    if (twice) return [{ ...spanOf(twice, start), message, suggestion: twice[1] ?? "" }];
    const said = text.replace(LED, "");
    if (lines[line]?.kind !== "paragraph" || bare(said).length < SHORTEST) return [];
    const like = before.mostLike(said);
    before.add(said, text);
    if (!like) return [];
    const told = like.share === 1 ? { message: "这句话前面已经写过", suggestion: "" } : { message: `前面有几乎相同的话：“${like.of}”` };
    return [{ start, end, ...told }];
  });
}
