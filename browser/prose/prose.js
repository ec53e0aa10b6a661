// Reads any text into the parts that the rules look at.

import { readLines } from "./lines.js";
import { normalised } from "./normalise.js";
import { readQuantities } from "./numbers.js";
import { readSentences } from "./sentences.js";
import { readStatements } from "./statements.js";
import { readTables } from "./tables.js";

/** @typedef {import("./types.js").Prose} Prose */

/**
 * @param {string} written
 * @returns {Prose}
 */
export function readProse(written) {
  const text = normalised(written);
  const lines = readLines(text);
  const sentences = readSentences(lines);
  const quantities = readQuantities(text);
  return {
    text,
    lines,
    sentences,
    tables: readTables(text, lines),
    quantities,
    statements: readStatements(sentences, quantities),
    dates: [],
    title: lines.find(({ kind }) => kind === "title")?.text ?? "",
    period: null,
    unit: "",
  };
}
