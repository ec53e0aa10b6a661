// Amounts that follow each other, one of which may be the sum of the others though no word says so.

import { LONGEST_GAP, isAmount, isClear, isSum, tell } from "./amounts.js";
import { levelOf, likeliest } from "./guess.js";
import { sumOf } from "./written.js";

/** @typedef {import("./ledger.js").Ledger} Ledger */
/** @typedef {import("../../prose/types.js").Statement} Statement */

const LIKELY_OF_TWO = 0.01;
const FAR = 2; // how many times a sum may be the total and still be of the same figures

/**
 * @param {Statement[]} statements of a sentence
 * @param {Statement[]} near those of the sentences before
 * @param {Ledger} ledger
 */
export function guessSums(statements, near, ledger) {
  for (const run of runsOf(statements)) {
    const earlier = near.filter(({ quantity, part }) => !part && quantity.unit === run[0]?.quantity.unit).slice(-2);
    if (run.length < 2 || !run.every(isClear) || isExplained(run, earlier)) continue;
    const own = run.length > 2 ? [trialOf(run[0], run.slice(1)), trialOf(run.at(-1), run.slice(0, -1))] : [];
    const found = likeliest([own, earlier.map((whole) => trialOf(whole, run))].map((trials) => trials.filter((one) => one !== undefined)));
    if (!found || (found.trial.operands.length < 3 && found.chance > LIKELY_OF_TWO)) continue;
    const { figure, sum, operands } = found.trial;
    tell(figure, operands.map(({ one }) => one), { sum, level: "warning", ...levelOf(found) }, ledger);
  }
}

/**
 * @param {Statement[]} statements
 * @returns {Statement[][]} amounts of the same unit, and little between them
 */
function runsOf(statements) {
  /** @type {Statement[][]} */
  const runs = [];
  let open = false;
  for (const one of statements) {
    const last = runs.at(-1)?.at(-1);
    const goesOn = open && last && one.quantity.unit === last.quantity.unit && one.start - last.end <= LONGEST_GAP && !/[；;]/.test(one.before);
    if (one.kind === "share") continue;
    open = isAmount(one);
    if (open && goesOn) runs.at(-1)?.push(one);
    else if (open) runs.push([one]);
  }
  return runs;
}

/**
 * Whether some of them are the sum of others that follow each other.
 * @param {Statement[]} run
 * @param {Statement[]} earlier
 */
function isExplained(run, earlier) {
  const slices = run.flatMap((_, from) => run.slice(from + 1).map((__, length) => run.slice(from, from + length + 2)));
  return slices.some((parts) => [...earlier, ...run].some((whole) => !parts.includes(whole) && isSum(whole, parts)));
}

/**
 * @param {Statement | undefined} figure
 * @param {Statement[]} parts
 * @returns {import("./guess.js").Trial | undefined}
 */
function trialOf(figure, parts) {
  const value = parts.reduce((sum, { quantity }) => sum + quantity.value, 0);
  const apart = value / (figure?.quantity.value ?? 0);
  if (!figure || apart > FAR || apart < 1 / FAR || parts.some(({ quantity }) => quantity.value >= figure.quantity.value)) return undefined;
  const operands = parts.map((one) => {
    const meant = figure.quantity.value - value + one.quantity.value;
    return { one, low: meant, high: meant };
  });
  return { figure, value, sum: sumOf(parts, value), operands };
}
