// Holds printed numbers against what they should be, as far as rounded numbers are known.

/** @typedef {import("../../prose/types.js").Quantity} Quantity */
/** @typedef {readonly [number, number]} Interval */
/** @typedef {"right" | "cut" | "wrong"} Verdict cut: only right where digits were cut off instead of rounded */

const DUST = 1e-9;

/**
 * What a written number may stand for.
 * @param {Quantity} quantity
 * @returns {Interval}
 */
export function known({ value, half }) {
  return [value - half, value + half];
}

/**
 * @param {Interval} a
 * @param {Interval} b
 * @returns {Interval}
 */
export function difference([a, b], [c, d]) {
  return [a - d, b - c];
}

/**
 * @param {Interval[]} parts
 * @returns {Interval}
 */
export function total(parts) {
  return parts.reduce(([low, high], [a, b]) => [low + a, high + b], /** @type {Interval} */ ([0, 0]));
}

/**
 * The quotient of two intervals times a factor; the divisor must not hold zero.
 * @param {Interval} dividend
 * @param {Interval} divisor
 * @param {number} [factor]
 * @returns {Interval}
 */
export function ratio([a, b], [c, d], factor = 1) {
  const ends = [a / c, a / d, b / c, b / d].map((end) => end * factor);
  return [Math.min(...ends), Math.max(...ends)];
}

/**
 * The growth of a value since another, in per cent; it is monotonous in both.
 * @param {Interval} now
 * @param {Interval} before
 * @returns {Interval}
 */
export function growth([a, b], [c, d]) {
  return [(a / d - 1) * 100, (b / c - 1) * 100];
}

/** @param {Interval} interval @returns {Interval} */
export function absolute([low, high]) {
  if (low >= 0) return [low, high];
  return high <= 0 ? [-high, -low] : [0, Math.max(-low, high)];
}

/**
 * @param {Quantity} printed
 * @param {Interval} expected
 * @returns {Verdict}
 */
export function verdict({ value, scale, decimals, half }, [low, high]) {
  const step = scale * 10 ** -decimals;
  const size = Math.abs(value);
  const dust = DUST * Math.max(1, size, Math.abs(high));
  const reach = Math.max(half, step / 2);
  if (low <= size + reach + dust && high >= size - reach - dust) return "right";
  return low < size + step - dust && high >= size - dust ? "cut" : "wrong";
}

/**
 * Whether a printed number is what it should be, as far as it is rounded.
 * @param {Quantity} printed
 * @param {Interval} expected
 */
export function isRight(printed, expected) {
  return verdict(printed, expected) === "right";
}

/**
 * Whether a printed rate is that of a part in a whole.
 * @param {Quantity} rate
 * @param {Quantity} part
 * @param {Quantity} whole
 */
export function isRateOf(rate, part, whole) {
  return isRight(rate, ratio(known(part), known(whole), baseOf(rate)));
}

/**
 * Whether a number, rounded, is the printed one.
 * @param {Quantity} printed
 * @param {number} value
 */
export function isPrinted(printed, value) {
  return fixed(value, printed.decimals) === fixed(printed.value, printed.decimals);
}

/**
 * The digits of a number as a quantity is written: with its scale and decimals.
 * @param {number} value
 * @param {Quantity} like
 */
export function digitsLike(value, { scale, decimals }) {
  return fixed(Math.abs(value) / scale, decimals);
}

/**
 * A number with so many decimals, halves rounded up as by hand.
 * @param {number} value
 * @param {number} decimals
 */
export function fixed(value, decimals) {
  return (Math.round(value * 10 ** decimals * (1 + 1e-12)) / 10 ** decimals).toFixed(decimals);
}

/** The digits of a written number, with what groups them. */
export const DIGITS = /[0-9](?:[0-9,，]|\s(?=[0-9]))*(?:\.[0-9]+)?/;

/**
 * A quantity as it is written, with other digits.
 * @param {Quantity} quantity
 * @param {number} value
 */
export function mended(quantity, value) {
  return quantity.written.replace(DIGITS, digitsLike(value, quantity));
}

/**
 * Of how many a rate tells: 1000 of one in ‰.
 * @param {{ unit: string }} rate
 */
export function baseOf({ unit }) {
  return unit === "‰" ? 1000 : 100;
}

/**
 * How many times one number is the other, or the other way round.
 * @param {number} a
 * @param {number} b
 */
export function timesApart(a, b) {
  return Math.max(a / b, b / a);
}
