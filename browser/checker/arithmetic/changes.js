// Checks what texts say of changes: difference and growth; which way, points and multiples are checked beside.

import { isClear } from "./amounts.js";
import { guessChanges } from "./change_trials.js";
import { completed } from "./elsewhere.js";
import { readFrames } from "./frames.js";
import { growthClaim } from "./growth_claim.js";
import { absolute, difference, known } from "./intervals.js";
import { checkMultiple } from "./multiples.js";
import { checkApart, checkUnit, rateOfRate } from "./points.js";
import { checkWay, contradict } from "./ways.js";
import { percent, plain, subtraction } from "./written.js";

/** @typedef {import("./frames.js").Frame} Frame */
/** @typedef {import("./ledger.js").Ledger} Ledger */
/** @typedef {import("../../prose/types.js").Statement} Statement */
/** @typedef {import("../../prose/types.js").Quantity} Quantity */

/**
 * @param {import("./passages.js").Passage[]} passages
 * @param {number} year of the text
 * @param {Ledger} ledger
 */
export function checkChanges(passages, year, ledger) {
  for (const passage of passages) {
    checkApart(passage, ledger);
    for (const frame of readFrames(passage)) {
      const first = frame.prior ?? frame.difference ?? frame.growth ?? frame.points;
      const before = passage.statements.slice(0, first ? passage.statements.indexOf(first) : 0);
      const whole = completed(frame, [...passage.near, ...before].reverse());
      checkFrame(usable(whole, year), whole, passage, ledger);
    }
  }
}

/**
 * A comparison without what is only told roughly; a value of a year before is what it was: 2024年一季度3906例，同比减少781例.
 * @param {Frame} frame
 * @param {number} year
 * @returns {Frame}
 */
function usable({ value, prior, ...others }, year) {
  if (value && !prior && Number(/20[0-9]{2}(?=年)/.exec(value.clause)?.[0]) < year) [value, prior] = [prior, value];
  return { ...others, ...(value && isClear(value) && { value }), ...(prior && isClear(prior) && { prior }) };
}

/**
 * @param {Frame} frame
 * @param {Frame} written
 * @param {import("./passages.js").Passage} passage
 * @param {Ledger} ledger
 */
function checkFrame(frame, written, passage, ledger) {
  const { value, prior } = frame;
  if (value && prior) {
    withPrior(frame, value, prior, ledger);
    return;
  }
  if (!written.value || !written.prior) checkUnit(written, ledger);
  const { difference: by, growth: rate } = frame;
  if (by && rate && contradict(value, by, rate, ledger)) return;
  if (value && by && rate && value.quantity.unit === by.quantity.unit) withoutPrior(frame, value, by, rate, ledger);
  else guessChanges(frame, passage, ledger);
}

/**
 * @param {Frame} frame
 * @param {Statement} value
 * @param {Statement} prior
 * @param {Ledger} ledger
 */
function withPrior(frame, value, prior, ledger) {
  const now = known(value.quantity);
  const before = known(prior.quantity);
  const change = difference(now, before);
  const way = change[0] > 0 ? 1 : change[1] < 0 ? -1 : 0;
  if (before[0] <= 0) return;
  for (const one of [frame.difference, frame.growth, frame.points, frame.to]) {
    if (one && one.sign !== 0) checkWay(one, way, value, prior, ledger);
  }
  const { difference: by, growth: rate, points, multiple } = frame;
  const minus = subtraction(value.quantity, prior.quantity);
  const size = Math.abs(value.quantity.value - prior.quantity.value);
  const claim = { sure: frame.sure };
  if (by?.quantity.unit === value.quantity.unit) {
    const step = by.quantity.value * way;
    const operands = [
      { one: value, meant: prior.quantity.value + step },
      { one: prior, meant: value.quantity.value - step },
    ].map(({ one, meant }) => ({ one, low: meant, high: meant }));
    ledger.hold("difference", by, { ...claim, expected: absolute(change), value: size, sum: minus, operands });
  }
  if (points) ledger.hold("points", points, { ...claim, expected: absolute(change), value: size, sum: minus });
  if (rate && value.quantity.unit === "%") rateOfRate(rate, value, prior, ledger);
  else if (rate) ledger.hold("growth", rate, { ...claim, ...growthClaim(value.quantity, prior.quantity) });
  if (multiple) checkMultiple(multiple, value.quantity, prior.quantity, ledger);
}

/**
 * @param {Frame} frame
 * @param {Statement} value
 * @param {Statement} by
 * @param {Statement} rate
 * @param {Ledger} ledger
 */
function withoutPrior(frame, value, by, rate, ledger) {
  if (by.quantity.rough || by.quantity.range || by.sign === 0) return void ledger.skip("growth");
  const signed = by.quantity.value * by.sign;
  const before = value.quantity.value - signed;
  if (before <= 0) return void ledger.skip("growth");
  const expected = changeRate(value.quantity, by.quantity, by.sign);
  const size = (by.quantity.value / before) * 100;
  const sum = `${plain(by.quantity)}÷（${plain(value.quantity)}${by.sign > 0 ? "−" : "+"}${plain(by.quantity)}）=${percent(size)}`;
  const steps = known(rate.quantity).map((end) => (value.quantity.value * end) / (100 + by.sign * end));
  const operands = [{ one: by, low: Math.min(...steps), high: Math.max(...steps) }];
  ledger.hold("growth", rate, { expected, value: size, sum, sure: frame.sure, operands });
}

/**
 * The growth that a value and its change make; it is monotonous in both.
 * @param {Quantity} value
 * @param {Quantity} by
 * @param {number} sign
 * @returns {import("./intervals.js").Interval}
 */
function changeRate(value, by, sign) {
  const ends = known(value).flatMap((now) => known(by).map((step) => (step / (now - sign * step)) * 100));
  return [Math.min(...ends), Math.max(...ends)];
}
