// Praise and stock phrases in a sentence without a figure, beside none that has one.

/** @typedef {import("../types.js").Checker} Checker */
/** @typedef {import("../../prose/types.js").Sentence} Sentence */

const FIGURE = /[0-9０-９%]/;

/** @type {Checker} */
export function emptyWords({ sentences, lines }, { parameters = {} }) {
  const words = [parameters["words"] ?? []].flat();
  const pattern = new RegExp(words.join("|"), "g");
  return sentences.flatMap((sentence, index) => {
    const near = [sentence, sentences[index - 1], sentences[index + 1]];
    const same = near.filter((one) => one?.line === sentence.line);
    if (lines[sentence.line]?.kind !== "paragraph" || same.some((one) => one && FIGURE.test(one.text))) return [];
    return [...sentence.text.matchAll(pattern)].map((match) => ({
      ...{ start: sentence.start + match.index, end: sentence.start + match.index + match[0].length },
      message: `“${match[0]}”没有事实，写出做了多少、结果怎样`,
    }));
  });
}
