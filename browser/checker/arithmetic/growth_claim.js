// The growth that two figures make.

import { absolute, growth, known } from "./intervals.js";
import { large, percent, plain } from "./written.js";

/** @typedef {import("../../prose/types.js").Quantity} Quantity */

/**
 * @param {Quantity} now
 * @param {Quantity} before
 */
export function growthClaim(now, before) {
  const value = (now.value / before.value - 1) * 100;
  return {
    expected: absolute(growth(known(now), known(before))),
    value,
    sum: `（${large(now, before)}）÷${plain(before)}=${percent(value)}`,
  };
}
