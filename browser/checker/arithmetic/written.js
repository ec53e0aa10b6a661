// How numbers stand in the sums that findings show.

import { fixed } from "./intervals.js";

/** @typedef {import("../../prose/types.js").Statement} Statement */
/** @typedef {import("../../prose/types.js").Quantity} Quantity */

/**
 * @param {Quantity} now
 * @param {Quantity} before
 */
export function subtraction(now, before) {
  const decimals = Math.max(now.decimals, before.decimals);
  const scale = Math.min(now.scale, before.scale);
  return `${large(now, before)}=${fixed(Math.abs(now.value - before.value) / scale, decimals)}${scaleWord(scale)}`;
}

/**
 * @param {Quantity} a
 * @param {Quantity} b
 */
export function large(a, b) {
  return a.value >= b.value ? `${plain(a)}−${plain(b)}` : `${plain(b)}−${plain(a)}`;
}

/**
 * A number as it stands in a sum.
 * @param {Quantity} quantity
 */
export function plain({ value, scale, decimals }) {
  return `${fixed(value / scale, decimals)}${scaleWord(scale)}`;
}

/** @param {number} scale */
function scaleWord(scale) {
  return { 1e4: "万", 1e8: "亿", 1e12: "万亿" }[scale] ?? "";
}

/** @param {number} value */
export function percent(value) {
  return `${fixed(value, 2)}%`;
}

/**
 * @param {Statement[]} parts
 * @param {number} value
 */
export function sumOf(parts, value) {
  const [first] = parts;
  return `${parts.map(({ quantity }) => plain(quantity)).join("+")}=${first ? plainLike(value, first) : ""}`;
}

/**
 * @param {number} value
 * @param {Statement} like
 */
function plainLike(value, { quantity }) {
  return plain({ ...quantity, value });
}
