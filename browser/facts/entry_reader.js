// Reads all facts as typed against their specifications; mirrors macros/facts/entry_reader.py.

import { isQuotient } from "../schema/fact_types.js";
import { EntryError, parse, SIDES, stripped } from "./entries.js";

/** @typedef {import("../schema/types.js").FieldSpec} FieldSpec */
/** @typedef {import("../schema/types.js").FactSpec} FactSpec */
/** @typedef {import("../schema/types.js").Facts} Facts */
/** @typedef {import("../schema/types.js").Written} Written */
/** @typedef {import("../schema/types.js").Problem} Problem */
/** @typedef {import("./entries.js").Entry} Entry */
/** @typedef {import("./entries.js").Fields} Fields */
/** @typedef {import("./entries.js").Entries} Entries */

/**
 * Reads facts against their specifications; invalid ones are left out and reported.
 * @param {Record<string, FactSpec>} specs
 * @param {Iterable<string>} names of the facts that may be entered
 * @param {Facts} facts
 */
export function readEntries(specs, names, facts) {
  /** @type {Entries} */
  const entries = {};
  /** @type {Problem[]} */
  const problems = [];
  for (const name of names) {
    const [spec, written] = [specs[name], facts[name]];
    if (!spec || written === undefined) continue;
    const entry = readFact(spec, name, written, problems);
    if (entry !== null) entries[name] = entry;
  }
  return { entries, problems };
}

/**
 * @param {FactSpec} spec
 * @param {string} name
 * @param {Written} written
 * @param {Problem[]} problems
 */
function readFact(spec, name, written, problems) {
  if (Array.isArray(written)) {
    const fields = spec.fields ?? {};
    return written.map((row, i) =>
      readFields(Object.entries(fields), row, `${name}[${String(i)}]`, problems),
    );
  }
  if (typeof written === "string") return readScalar(written, spec, name, problems);
  const given = isQuotient(spec) ? SIDES : ["now", ...(spec.series ?? [])];
  const sides = given.map(
    (side) => /** @type {[string, FieldSpec]} */ ([side, spec]),
  );
  const read = readFields(sides, written, name, problems);
  return Object.keys(read).length > 0 ? read : null;
}

/**
 * @param {[string, FieldSpec][]} fields
 * @param {Record<string, string>} written
 * @param {string} path
 * @param {Problem[]} problems
 */
function readFields(fields, written, path, problems) {
  /** @type {Fields} */
  const read = {};
  for (const [name, spec] of fields) {
    const entry = readScalar(written[name] ?? "", spec, `${path}.${name}`, problems);
    if (entry !== null) read[name] = entry;
  }
  return read;
}

/**
 * @param {string} written
 * @param {FieldSpec} spec
 * @param {string} path
 * @param {Problem[]} problems
 * @returns {Entry | null}
 */
function readScalar(written, spec, path, problems) {
  if (!stripped(written)) return null;
  try {
    return parse(written, spec);
  } catch (error) {
    if (!(error instanceof EntryError)) throw error;
    const what = `“${spec.label}”：${error.message}`;
    problems.push({ path, what, expected: error.expected });
    return null;
  }
}
