// Reads what stands in each line, and remembers it: typing in a line does not change what the others say.

import { readQuantities } from "./numbers.js";
import { readSentences } from "./sentences.js";
import { readStatements } from "./statements.js";

/** @typedef {import("./types.js").Line} Line */
/** @typedef {import("./types.js").Quantity} Quantity */
/** @typedef {import("./types.js").Sentence} Sentence */
/** @typedef {import("./types.js").Statement} Statement */
/** @typedef {{ sentences: Sentence[], quantities: Quantity[], statements: Statement[] }} Said what a line says; places count from where it begins, sentences from its first */

/** What the lines of the text that was read last say. */
export class LineMemory {
  /** @type {Map<string, Said>} */
  #known = new Map();

  /**
   * @param {Line[]} lines
   * @returns {Said} with their places in the text
   */
  read(lines) {
    const known = this.#known;
    this.#known = new Map();
    /** @type {Said} */
    const all = { sentences: [], quantities: [], statements: [] };
    lines.forEach((line, index) => {
      if (line.kind === "blank") return;
      const key = `${line.kind}:${line.text}`;
      const said = this.#known.get(key) ?? known.get(key) ?? readLine(line);
      this.#known.set(key, said);
      place(said, line.start, index, all);
    });
    return all;
  }
}

/**
 * @param {Line} line
 * @returns {Said}
 */
function readLine(line) {
  const sentences = readSentences([{ ...line, start: 0, end: line.text.length }]);
  const quantities = readQuantities(line.text);
  return { sentences, quantities, statements: readStatements(sentences, quantities) };
}

/**
 * Adds what a line says, at its place.
 * @param {Said} said
 * @param {number} at
 * @param {number} line
 * @param {Said} all
 */
function place({ sentences, quantities, statements }, at, line, all) {
  const first = all.sentences.length;
  const placed = new Map(quantities.map((one) => [one, { ...one, start: one.start + at, end: one.end + at }]));
  for (const one of sentences) all.sentences.push({ ...one, start: one.start + at, end: one.end + at, line });
  all.quantities.push(...placed.values());
  for (const one of statements) {
    const { start, end, sentence, verb, quantity } = one;
    const moved = { start: start + at, end: end + at, sentence: sentence + first, quantity: placed.get(quantity) ?? quantity };
    all.statements.push({ ...one, ...moved, ...(verb && { verb: { ...verb, start: verb.start + at } }) });
  }
}
