// Reads any text into the parts that the rules look at.

import { readDates } from "./dates.js";
import { readLines } from "./lines.js";
import { normalised } from "./normalise.js";
import { readQuantities } from "./numbers.js";
import { readPeriod } from "./period.js";
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
  const title = lines.find(({ kind }) => kind === "title")?.text ?? "";
  const sentences = readSentences(lines);
  const quantities = readQuantities(text);
  return {
    text,
    lines,
    sentences,
    tables: readTables(text, lines),
    quantities,
    statements: readStatements(sentences, quantities),
    dates: readDates(text),
    title,
    period: readPeriod(title),
    unit: "",
  };
}
