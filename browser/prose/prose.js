// Reads any text into the parts that the rules look at.

import { readDates } from "./dates.js";
import { LineMemory } from "./line_memory.js";
import { readLines } from "./lines.js";
import { normalised } from "./normalise.js";
import { readPeriod } from "./period.js";
import { readTables } from "./tables.js";

/** @typedef {import("./types.js").Prose} Prose */

/**
 * @param {string} written
 * @param {LineMemory} [memory] of the text before it was edited
 * @returns {Prose}
 */
export function readProse(written, memory = new LineMemory()) {
  const text = normalised(written);
  const lines = readLines(text);
  const title = lines.find(({ kind }) => kind === "title")?.text ?? "";
  return {
    text,
    lines,
    ...memory.read(lines),
    tables: readTables(text, lines),
    dates: readDates(text),
    title,
    period: readPeriod(title),
    unit: "",
  };
}
