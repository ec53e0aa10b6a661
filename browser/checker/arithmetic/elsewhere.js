// The value of a comparison that stands in a sentence before.

import { tellingDigits } from "./chance.js";
import { absolute, difference, growth, known, isRight } from "./intervals.js";

/** @typedef {import("./frames.js").Frame} Frame */
/** @typedef {import("../../prose/types.js").Statement} Statement */

const TELLING = 3; // digits that are no chance

/**
 * A comparison with what it lacks, where that is found without doubt.
 * @param {Frame} frame
 * @param {Statement[]} near what the sentences before tell
 * @returns {Frame}
 */
export function completed(frame, near) {
  const { value, prior } = frame;
  if (value && prior) {
    return isValueOf(value, prior, frame, 1)
      ? frame
      : withValue(
          frame,
          [...(frame.others ?? [])].reverse().find((one) => isValueOf(one, prior, frame, 1)),
        );
  }
  if (prior) {
    return withValue(
      frame,
      near.find((one) => isValueOf(one, prior, frame)),
    );
  }
  return frame;
}

/**
 * @param {Frame} frame
 * @param {Statement | undefined} value
 * @returns {Frame}
 */
function withValue(frame, value) {
  return value ? { ...frame, value, sure: true } : frame;
}

/**
 * Whether an amount differs from the earlier one by what is told, or has grown by what is told.
 * @param {Statement} one
 * @param {Statement} prior
 * @param {Frame} frame
 * @param {number} [least] digits of a rate
 */
function isValueOf(one, prior, { difference: by, growth: rate, points }, least = TELLING) {
  if (one.quantity.unit !== prior.quantity.unit || one.quantity.rough || one.quantity.range || !isLevel(one)) return false;
  const [now, before] = [known(one.quantity), known(prior.quantity)];
  const step = absolute(difference(now, before));
  if (before[0] <= 0) return false;
  if (rate && isTelling(rate, least) && isRight(rate.quantity, absolute(growth(now, before)))) return true;
  return [by, points].some((told) => told && isRight(told.quantity, step));
}

/** @param {Statement} one */
function isLevel({ kind, bracketed }) {
  if (bracketed) return false;
  return kind === "value" || kind === "to" || kind === "share" || kind === "per";
}

/**
 * @param {Statement} one
 * @param {number} [least] digits
 */
function isTelling({ quantity }, least = TELLING) {
  return least <= 1 || tellingDigits(quantity.written) >= least;
}
