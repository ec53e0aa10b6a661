// Praise and stock phrases in a sentence without a figure: several of them, or one beside no sentence that has one.

import { wordsOf } from "../parameters.js";
import { spanOf } from "../span_of.js";

/** @typedef {import("../types.js").Checker} Checker */
/** @typedef {import("../../prose/types.js").Sentence} Sentence */

const FIGURE = /[0-9０-９%]/;

/** @type {Checker} */
export function emptyWords({ sentences, lines }, rule) {
  const pattern = new RegExp(wordsOf(rule, "words").join("|"), "g");
  return sentences.flatMap((sentence, index) => {
    const { line, text, start } = sentence;
    if (lines[line]?.kind !== "paragraph" || FIGURE.test(text)) return [];
    const found = [...text.matchAll(pattern)];
    const near = [sentences[index - 1], sentences[index + 1]].filter((one) => one?.line === line);
    if (found.length < 2 && near.some((one) => one && FIGURE.test(one.text))) return [];
    return found.length > 0 ? [told(found, start)] : [];
  });
}

/**
 * What is told of a sentence: from the first of its phrases to the last.
 * @param {RegExpExecArray[]} found
 * @param {number} start of the sentence
 */
function told(found, start) {
  const spans = found.map((match) => spanOf(match, start));
  const message = `${found.map(([words]) => `“${words}”`).join("")}没有事实，写出做了多少、结果怎样`;
  return { start: spans[0]?.start ?? start, end: spans.at(-1)?.end ?? start, message };
}
