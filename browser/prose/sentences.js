// Divides the lines of a text into sentences; a mark at the end belongs to its sentence, with the quote after it.

/** @typedef {import("./types.js").Line} Line */
/** @typedef {import("./types.js").Sentence} Sentence */

const SENTENCE = /[^。！？!?]*(?:[。！？!?]+[”’"』」）)]*|$)/g;

/**
 * @param {Line[]} lines
 * @returns {Sentence[]}
 */
export function readSentences(lines) {
  return lines.flatMap((line, index) => {
    if (line.kind === "blank" || line.kind === "row") return [];
    return [...line.text.matchAll(SENTENCE)]
      .filter(([text]) => text !== "")
      .map((match) => ({
        start: line.start + match.index,
        end: line.start + match.index + match[0].length,
        text: match[0],
        line: index,
      }));
  });
}
