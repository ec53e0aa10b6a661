// The cells of tables as numbers.

import { readQuantities } from "../../prose/numbers.js";
import { fixed } from "./intervals.js";

/** @typedef {import("../../prose/types.js").Cell} Cell */
/** @typedef {import("../../prose/types.js").Quantity} Quantity */
/** @typedef {{ cell: Cell, quantity: Quantity }} Entry */

/**
 * The number that fills a cell.
 * @param {Cell | undefined} cell
 * @returns {Entry | null}
 */
export function entry(cell) {
  if (!cell) return null;
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
  return cell.text.replace(/[0-9][0-9,]*(?:\.[0-9]+)?/, fixed(Math.abs(value), quantity.decimals));
}
