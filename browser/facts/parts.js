// Finds parts that are larger than their whole: of facts, and of the fields of a list's records; mirrors
// macros/facts/parts.py.

import { now } from "../figures/arithmetic.js";
import { Rows, Series } from "../figures/values.js";
import { SIDES } from "./entries.js";

/** @typedef {import("../figures/values.js").Figure} Figure */
/** @typedef {import("../schema/types.js").Problem} Problem */
/** @typedef {Record<string, import("../schema/types.js").FactSpec>} Specs */
/** @typedef {import("./context.js").Context} Context */

/**
 * Where a fact, or a field of its records, is more than it is a part of.
 * @param {string} name
 * @param {Specs} specs
 * @param {Context} context
 */
export function partsOverWholes(name, specs, context) {
  const { label = "", part_of: wholes = [], fields = {} } = specs[name] ?? {};
  /** @type {Problem[]} */
  const found = [];
  for (const whole of wholes) {
    for (const side of whole in specs ? SIDES : []) {
      const [part, all] = [figureOf(context, name, side), figureOf(context, whole, side)];
      found.push(...excess(sidePath(name, specs[name], side), [label, part], [specs[whole]?.label, all]));
    }
  }
  const parts = Object.entries(fields).filter(([, field]) => field.part_of);
  const rows = parts.length > 0 ? context.fact(name) : null;
  for (const [index, row] of (rows instanceof Rows ? rows.rows : []).entries()) {
    for (const [field, { label: small, part_of: large = [] }] of parts) {
      const path = `${name}[${String(index)}].${field}`;
      const where = `“${label}”第${String(index + 1)}条的`;
      for (const whole of large) {
        found.push(...excess(path, [small, figureIn(row, field)], [fields[whole]?.label, figureIn(row, whole)], where));
      }
    }
  }
  return found;
}

/**
 * @param {string} path
 * @param {[string, Figure | null]} part
 * @param {[string | undefined, Figure | null]} whole
 * @param {string} [where]
 * @returns {Problem[]}
 */
function excess(path, [small, part], [large = "", whole], where = "") {
  if (!part || !whole || !isOver(part, whole)) return [];
  const what = `${where}“${small}”${part.text}大于“${large}”${whole.text}：部分不能大于整体`;
  return [{ path, what, expected: `不大于${whole.text}` }];
}

/**
 * Tells whether both figures are given, and the part is larger.
 * @param {Figure | null} part
 * @param {Figure | null} whole
 */
export function isOver(part, whole) {
  return part !== null && whole !== null && part.base.compare(whole.base) > 0;
}

/**
 * The figure of a side of a fact; one without sides has only this period's.
 * @param {Context} context
 * @param {string} name
 * @param {"now" | "last" | "plan"} side
 */
export function figureOf(context, name, side) {
  const value = context.fact(name);
  if (!value || value instanceof Rows) return null;
  if (value instanceof Series) return now(value[side]);
  return side === "now" ? now(value) : null;
}

/**
 * @param {import("../figures/values.js").Row} row
 * @param {string} field
 */
function figureIn(row, field) {
  const value = row[field];
  return value ? now(value) : null;
}

/**
 * The path at which a side of a fact is entered.
 * @param {string} name
 * @param {import("../schema/types.js").FactSpec | undefined} spec
 * @param {string} side
 */
export function sidePath(name, spec, side) {
  return spec?.series ? `${name}.${side}` : name;
}
