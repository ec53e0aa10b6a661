// The cells of tables as numbers.

import { readQuantities } from "../../prose/numbers.js";
import { DIGITS, fixed } from "./intervals.js";

/** @typedef {import("../../prose/types.js").Cell} Cell */
/** @typedef {import("../../prose/types.js").Quantity} Quantity */
/** @typedef {{ cell: Cell, quantity: Quantity }} Entry */

/** The names of rows and columns that add the others up. */
export const TOTAL = /^(?:合\s*计|总\s*计|共\s*计|总数|全[县市区院校]|小\s*计)$/;

/** @type {WeakMap<Cell, Entry | null>} */
const ENTRIES = new WeakMap();

/**
 * The number that fills a cell; read once, since many figures are looked for in tables.
 * @param {Cell | undefined} cell
 * @returns {Entry | null}
 */
export function entry(cell) {
  if (!cell) return null;
  const known = ENTRIES.get(cell);
  if (known !== undefined) return known;
  const read = readEntry(cell);
  ENTRIES.set(cell, read);
  return read;
}

/**
 * @param {Cell} cell
 * @returns {Entry | null}
 */
function readEntry(cell) {
  const text = cell.text.replace(/^(?:增加|增长|提高|上升|减少|下降|降低)(?=[0-9])/, (word) => " ".repeat(word.length));
  const [quantity, ...others] = readQuantities(text);
  if (!quantity || others.length > 0 || quantity.rough || quantity.range) return null;
  return quantity.written.length >= text.trim().length - 1 ? { cell, quantity } : null;
}

/**
 * What a cell says with another number.
 * @param {Entry} entry
 * @param {number} value
 */
export function mendedCell({ cell, quantity }, value) {
  return cell.text.replace(DIGITS, fixed(Math.abs(value), quantity.decimals));
}

/**
 * The number of a cell, with its sign in words or signs: 减少12.
 * @param {Entry} entry
 */
export function signed({ cell, quantity }) {
  return /^(?:减少|下降|降低)/.test(cell.text) ? -quantity.value : quantity.value;
}
