// Whether a number of a text is a figure of a draft: rounded, cut off, or about it.

/** @typedef {import("./known_figures.js").Known} Known */
/** @typedef {import("../../prose/types.js").Quantity} Quantity */

const ROUGH = 0.1; // how far 约, 近, 余 may be from a figure

/**
 * Whether a number is a figure, rounded or cut off as it is written, or about it.
 * @param {Quantity} quantity
 * @param {Known} known
 * @param {boolean} rough
 */
export function isSame(quantity, { unit, value, half }, rough) {
  if (quantity.unit !== unit && quantity.unit !== "") return false;
  return equals(quantity, value, half) || (rough && isNear(quantity, value, ROUGH));
}

/**
 * Whether a number is told as an approximate one, and not as a bound: 80%以上, 不低于80%.
 * @param {Quantity} quantity
 * @param {string} text
 */
export function isRough({ start, written }, text) {
  return /余|多|几|左右|上下/.test(written) || /(?:约|近|逾|不足|大概|接近|超|突破|高达)(?:为|了|到|过)?\s?$/.test(text.slice(Math.max(0, start - 5), start));
}

/**
 * @param {Quantity} quantity
 * @param {number} exact
 * @param {number} share of it that the number may be off
 */
export function isNear({ value }, exact, share) {
  return Math.abs(Math.abs(value) - Math.abs(exact)) <= share * Math.abs(exact);
}

/**
 * @param {Quantity} quantity
 * @param {number} exact
 * @param {number} [known] how far the figure itself may be off
 */
export function equals({ value, half }, exact, known = 0) {
  const [written, figure] = [Math.abs(value), Math.abs(exact)];
  const dust = 1e-9 * Math.max(1, figure);
  if (Math.abs(written - figure) <= half + dust) return true;
  if (half > 0 && figure - written >= -dust && figure - written < 2 * half) return true;
  return known > 0 && Math.abs(written - figure) < half + known;
}
