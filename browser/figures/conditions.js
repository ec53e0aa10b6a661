// The conditions of templates, each false where a figure is missing; mirrors macros/figures/conditions.py.

import { now, side } from "./arithmetic.js";
import { Figure, Series } from "./values.js";

/** @typedef {import("./arithmetic.js").Numeric} Numeric */
/** @typedef {import("./values.js").Rows} Rows */

/** @param {Numeric} x */
export function known(x) {
  return x.known;
}

/** @param {Rows} rows */
export function some(rows) {
  return rows.rows.length > 0;
}

/** @param {Rows} rows */
export function given(rows) {
  return rows.known;
}

/** @param {Rows} rows */
export function many(rows) {
  return rows.rows.length > 1;
}

/**
 * Tells whether a record of a list cites this figure.
 * @param {Rows} rows
 * @param {Numeric} x
 */
export function cites({ rows }, x) {
  return x.known && rows.some((row) => Object.values(row).some((value) => isSame(value, x)));
}

/** @type {(value: Numeric, x: Numeric) => boolean} */
function isSame(value, x) {
  if (!(value instanceof Figure || value instanceof Series) || value.text !== x.text) return false;
  return String(value.facts) === String(x.facts);
}

/**
 * @param {Numeric} x
 * @param {"last" | "plan"} name
 */
function compare(x, name) {
  const [mine, other] = [now(x), side(x, name)];
  return mine && other ? mine.number.compare(other.number) : null;
}

/** @param {Numeric} x */
export function rises(x) {
  return compare(x, "last") === 1;
}

/** @param {Numeric} x */
export function falls(x) {
  return compare(x, "last") === -1;
}

/** @param {Numeric} x */
export function level(x) {
  return compare(x, "last") === 0;
}

/**
 * Whether less was found, and the checks that find it were fewer too.
 * @param {Numeric} x
 */
export function lookedLess(x) {
  return falls(x) && x instanceof Series && x.lessSought;
}

/** @param {Numeric} x */
export function announced(x) {
  return x instanceof Series && x.announced;
}

/** @param {Numeric} x */
export function reached(x) {
  const step = compare(x, "plan");
  return step === 0 || step === 1;
}

/** @param {Numeric} x */
export function exceeded(x) {
  return compare(x, "plan") === 1;
}

/** @param {Numeric} x */
export function zero(x) {
  return now(x)?.number.sign === 0;
}

/** @param {Numeric} x */
export function several(x) {
  return (now(x)?.base.compare(1) ?? 0) > 0;
}

/**
 * @param {Numeric} part
 * @param {Numeric} whole
 */
export function partly(part, whole) {
  const [a, b] = [now(part), now(whole)];
  return a !== null && b !== null && a.number.sign > 0 && a.base.compare(b.base) < 0;
}

/**
 * @param {Numeric} a
 * @param {Numeric} b
 */
export function equal(a, b) {
  const [x, y] = [now(a), now(b)];
  return x !== null && y !== null && x.base.compare(y.base) === 0;
}
