// Praise and stock phrases in a sentence without a figure, beside none that has one.

import { wordsOf } from "../parameters.js";
import { spanOf } from "../span_of.js";

/** @typedef {import("../types.js").Checker} Checker */
/** @typedef {import("../../prose/types.js").Sentence} Sentence */

const FIGURE = /[0-9０-９%]/;

/** @type {Checker} */
export function emptyWords({ sentences, lines }, rule) {
  const pattern = new RegExp(wordsOf(rule, "words").join("|"), "g");
  return sentences.flatMap((sentence, index) => {
    const near = [sentence, sentences[index - 1], sentences[index + 1]];
    const same = near.filter((one) => one?.line === sentence.line);
    if (lines[sentence.line]?.kind !== "paragraph" || same.some((one) => one && FIGURE.test(one.text))) return [];
    return [...sentence.text.matchAll(pattern)].map((match) => ({
      ...spanOf(match, sentence.start),
      message: `“${match[0]}”没有事实，写出做了多少、结果怎样`,
    }));
  });
}
