// Paths to typed values: `scope`, `paid.now`, `works[0].name`.

import table from "../../macros/figures/values.json" with { type: "json" };
import { parsePeriod } from "../figures/periods.js";

/** @typedef {import("../schema/types.js").FactSpec} FactSpec */
/** @typedef {import("../schema/types.js").FieldSpec} FieldSpec */
/** @typedef {import("../schema/types.js").Facts} Facts */
/** @typedef {{name: string, row: number, part: string}} Path `row` is -1 outside lists */

const PATH = /^(\w+)(?:\[(\d+)\])?(?:\.(\w+))?$/;
export const SIDE_NAMES = table.sides;

/**
 * The parts of a path.
 * @param {string} path
 * @returns {Path}
 */
export function parsePath(path) {
  const [, name = path, row, part = ""] = PATH.exec(path) ?? [];
  return { name, row: row === undefined ? -1 : Number(row), part };
}

/**
 * The fact that a path leads into.
 * @param {string} path
 */
export function factOf(path) {
  return path.split(/[.[]/, 1)[0] ?? "";
}

/**
 * The value at a path; an empty text where there is none.
 * @param {Facts} facts
 * @param {string} path
 */
export function valueAt(facts, path) {
  const { name, row, part } = parsePath(path);
  const fact = facts[name];
  if (fact === undefined || typeof fact === "string") return part ? "" : (fact ?? "");
  const fields = Array.isArray(fact) ? fact[row] : fact;
  return fields?.[part] ?? "";
}

/**
 * Tells whether there is a value at a path; a list or a series as a whole has one even where it is empty.
 * @param {Facts} facts
 * @param {string} path
 */
export function isFilled(facts, path) {
  return valueAt(facts, path) !== "" || (factOf(path) === path && typeof facts[path] === "object");
}

/**
 * The period that facts report on, where they say so.
 * @param {Facts} facts
 */
export function periodOf(facts) {
  return parsePeriod(valueAt(facts, "period"));
}

/**
 * The facts with another value at a path; an empty one is removed, except in the record of a list.
 * @param {Facts} facts
 * @param {string} path
 * @param {string} text
 * @returns {Facts}
 */
export function withValueAt(facts, path, text) {
  const { name, row, part } = parsePath(path);
  const fact = facts[name];
  if (row >= 0) {
    const rows = Array.isArray(fact) ? fact : [];
    return { ...facts, [name]: rows.map((r, i) => (i === row ? { ...r, [part]: text } : r)) };
  }
  if (!part) return text ? { ...facts, [name]: text } : omit(facts, name);
  const sides = typeof fact === "object" && !Array.isArray(fact) ? fact : {};
  const others = text ? { ...sides, [part]: text } : omit(sides, part);
  return Object.keys(others).length > 0 ? { ...facts, [name]: others } : omit(facts, name);
}

/**
 * The object without a key.
 * @template T
 * @param {Record<string, T>} object
 * @param {string} key
 * @returns {Record<string, T>}
 */
export function omit(object, key) {
  return Object.fromEntries(Object.entries(object).filter(([name]) => name !== key));
}

/**
 * The specification of the value at a path.
 * @param {Record<string, FactSpec>} specs
 * @param {string} path
 * @returns {FieldSpec | undefined}
 */
export function specAt(specs, path) {
  const { name, row, part } = parsePath(path);
  const spec = specs[name];
  return row >= 0 ? spec?.fields?.[part] : spec;
}

/**
 * The name of a path: 报销金额（上期）, 在建工程第2项·名称.
 * @param {Record<string, FactSpec>} specs
 * @param {string} path
 */
export function labelAt(specs, path) {
  const { name, row, part } = parsePath(path);
  const spec = specs[name];
  if (!spec) return path;
  if (row >= 0) {
    const field = spec.fields?.[part]?.label ?? "";
    return `${spec.label}第${String(row + 1)}${spec.unit ?? "条"}·${field}`;
  }
  if (!part) return spec.label;
  return `${spec.label}（${SIDE_NAMES[/** @type {"now"} */ (part)]}）`;
}
