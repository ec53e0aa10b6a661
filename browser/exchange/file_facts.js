// Reads the facts of a draft file against the vocabulary; what has no place there is left out and named.

import { isObject } from "../drafts/draft_validation.js";
import { SIDE_NAMES } from "../facts/paths.js";
import { isQuotient, shortField, traitsOf } from "../schema/fact_types.js";
import { FileError, textOf } from "./file_texts.js";

/** @typedef {import("../schema/types.js").FactSpec} FactSpec */
/** @typedef {import("../schema/types.js").Facts} Facts */
/** @typedef {import("../schema/types.js").Written} Written */
/** @typedef {Record<string, unknown>} Unknown */

const MOST_ROWS = 500;
const NO_VALUE = "“null”是空值，没有就留空"; // as macros/source/yaml_reader.py says

/**
 * The facts in the data; what is left out is added to `ignored`, with the reason.
 * @param {import("../schema/types.js").Archetype} archetype
 * @param {Unknown} data
 * @param {string[]} ignored
 */
export function readFacts(archetype, data, ignored) {
  /** @type {Facts} */
  const facts = {};
  for (const [name, value] of Object.entries(data)) {
    const spec = Object.hasOwn(archetype.facts, name) ? archetype.facts[name] : undefined;
    const why = spec ? mismatch(spec, value) : "这个范本没有这一项";
    if (value === "") continue;
    if (!spec || why) ignored.push(`“${spec?.label ?? name}”（${why}）`);
    else {
      const fact = readFact(spec, value, ignored);
      if (fact !== "") facts[name] = fact;
    }
  }
  return facts;
}

/**
 * Why a value does not fit a fact; an empty text where it fits.
 * @param {FactSpec} spec
 * @param {unknown} value
 */
function mismatch(spec, value) {
  if (value === null) return NO_VALUE;
  if (spec.sum_of) return "由系统计算";
  if (traitsOf(spec).records) return Array.isArray(value) ? "" : "应是列表";
  if (isQuotient(spec) && isObject(value)) return "";
  if (spec.series) return isObject(value) ? "" : "应分本期、上期等填写";
  return typeof value === "string" ? "" : "应写成带引号的文字";
}

/**
 * @param {FactSpec} spec
 * @param {unknown} value
 * @param {string[]} ignored
 * @returns {Written}
 */
function readFact(spec, value, ignored) {
  if (Array.isArray(value)) return readRows(spec, value, ignored);
  if (!isObject(value)) return textOf(value);
  const sides = readFields(spec.label, sideNames(spec), value, ignored);
  const given = Object.entries(sides).filter(([, text]) => text);
  return given.length > 0 ? Object.fromEntries(given) : "";
}

/**
 * @param {FactSpec} spec
 * @param {unknown[]} rows
 * @param {string[]} ignored
 */
function readRows(spec, rows, ignored) {
  if (rows.length > MOST_ROWS) throw new FileError(`“${spec.label}”超过${String(MOST_ROWS)}条。`);
  const fields = Object.entries(spec.fields ?? {});
  /** @type {Record<string, string>} */
  const labels = Object.fromEntries(fields.map(([name, { label }]) => [name, label]));
  return rows.map((row, i) => {
    const label = `${spec.label}第${String(i + 1)}条`;
    const record = isObject(row) ? row : { [shortField(spec)]: row };
    return readFields(label, labels, record, ignored);
  });
}

/**
 * The names of the sides that a fact has.
 * @param {FactSpec} spec
 */
function sideNames(spec) {
  const { series = [] } = spec;
  const sides = /** @type {const} */ (["now", ...series]);
  return isQuotient(spec)
    ? SIDE_NAMES
    : Object.fromEntries(sides.map((side) => [side, SIDE_NAMES[side]]));
}

/**
 * @param {string} label
 * @param {Record<string, string>} names of the fields
 * @param {Unknown} data
 * @param {string[]} ignored
 * @returns {Record<string, string>}
 */
function readFields(label, names, data, ignored) {
  for (const [name, value] of Object.entries(data)) {
    if (value === "") continue;
    const known = Object.hasOwn(names, name) ? names[name] : undefined;
    if (known === undefined) ignored.push(`“${label}”的“${name}”（没有这一格）`);
    else if (value === null) ignored.push(`“${label}”的“${known}”（${NO_VALUE}）`);
    else if (typeof value !== "string") ignored.push(`“${label}”的“${known}”（应写成带引号的文字）`);
  }
  return Object.fromEntries(
    Object.keys(names).map((name) => [name, Object.hasOwn(data, name) ? textOf(data[name]) : ""]),
  );
}
