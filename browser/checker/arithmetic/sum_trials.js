// Amounts that follow each other, one of which may be the sum of the others though no word says so.

import { LONGEST_GAP, added, isAdded, isClear, isSum, tell } from "./amounts.js";
import { levelOf, likeliest } from "./guess.js";
import { timesApart } from "./intervals.js";
import { isTotal } from "./totals.js";
import { sumOf } from "./written.js";

/** @typedef {import("./ledger.js").Ledger} Ledger */
/** @typedef {import("../../prose/types.js").Statement} Statement */

const MOST = 12; // amounts that follow each other
const EARLIEST = 4; // amounts of the sentences before
const LIKELIER = 0.01; // of few, or of what stands in several sentences
const APART = /[:：]|[（(]20[0-9]{2}年/; // 主要结果：视力不良512人; （2023年依次为……
const FAR = 1.6; // how many times a sum may be the total and still be of the same figures

/**
 * @param {Statement[]} statements of a sentence
 * @param {Statement[]} near those of the sentences before
 * @param {Statement[]} text all amounts of the text
 * @param {Ledger} ledger
 */
export function guessSums(statements, near, text, ledger) {
  for (const run of runsOf(statements)) {
    const same = near.filter(({ quantity }) => quantity.unit === run[0]?.quantity.unit);
    const earlier = APART.test(run[0]?.before ?? "") ? [] : same.filter(({ part }) => !part).slice(-EARLIEST);
    const all = [...earlier, ...run];
    if (run.length > MOST || !run.every(isClear) || isExplained([...same, ...run], same.length) || isToldElsewhere(run, text)) continue;
    const last = all.at(-1);
    const around = earlier.flatMap((one, at) => [
      trialOf(one, all.slice(at + 1)),
      last && isTotal(last) ? trialOf(last, all.slice(at, -1)) : undefined,
    ]);
    const found = likeliest([trialsOf(run), around].map((trials) => trials.filter((one) => one !== undefined)));
    if (!found || ((found.trial.operands.length < 3 || earlier.includes(found.trial.figure)) && found.chance > LIKELIER)) continue;
    const { figure, sum, operands } = found.trial;
    const parts = operands.map(({ one }) => one);
    tell(figure, parts, { sum, level: "warning", ...levelOf(found) }, ledger);
  }
}

/**
 * @param {Statement[]} run
 * @param {Statement[]} text
 */
function isToldElsewhere(run, text) {
  return run.length > 2 && text.some((one) => one.quantity.unit === run[0]?.quantity.unit && isSum(one, run));
}

/**
 * Each amount as the sum of all behind it, and the last as that of all from there to it.
 * @param {Statement[]} amounts
 */
function trialsOf(amounts) {
  return amounts.flatMap((one, at) => [trialOf(one, amounts.slice(at + 1)), trialOf(amounts.at(-1), amounts.slice(at, -1))]);
}

/**
 * @param {Statement[]} statements
 * @returns {Statement[][]} amounts of the same unit, and little between them
 */
function runsOf(statements) {
  /** @type {Statement[][]} */
  const runs = [];
  let [open, shared] = [false, false];
  for (const one of statements) {
    const last = runs.at(-1)?.at(-1);
    const isNext = last?.quantity.unit === one.quantity.unit && one.start - last.end <= LONGEST_GAP;
    const goesOn = open && isNext && !((shared || last.part) && /[；;]/.test(one.before));
    shared = one.kind === "share";
    if (shared) continue;
    open = isAdded(one);
    if (open && goesOn) runs.at(-1)?.push(one);
    else if (open) runs.push([one]);
  }
  return runs;
}

/**
 * Whether some of them are the sum of others that follow each other, one of the run among them.
 * @param {Statement[]} all
 * @param {number} from where the run begins
 */
function isExplained(all, from) {
  const slices = all.flatMap((one, at) => all.slice(at + 1).flatMap((other, length) => [all.slice(at, at + length + 2), [one, other]]));
  const run = new Set(all.slice(from));
  const makes = (/** @type {Statement} */ whole, /** @type {Statement[]} */ parts) =>
    !parts.includes(whole) && [whole, ...parts].some((one) => run.has(one)) && isSum(whole, parts);
  return slices.some((parts) => all.some((whole) => makes(whole, parts)));
}

/**
 * @param {Statement | undefined} figure
 * @param {Statement[]} parts
 * @returns {import("./guess.js").Trial | undefined}
 */
function trialOf(figure, parts) {
  const value = added(parts);
  if (!figure || parts.length < 2 || areSiblings(figure, parts)) return undefined;
  const isWhole = parts.every(({ quantity }) => quantity.value < figure.quantity.value);
  if (!isWhole || timesApart(value, figure.quantity.value) > FAR) return undefined;
  const operands = parts.map((one) => {
    const meant = figure.quantity.value - value + one.quantity.value;
    return { one, low: meant, high: meant };
  });
  return { figure, value, sum: sumOf(parts, value), operands };
}

/**
 * Whether an amount and the one beside it are joined as things of one sort, so that neither is made of the others.
 * @param {Statement} figure
 * @param {Statement[]} parts
 */
function areSiblings(figure, [first]) {
  return /^(?:、|和|及)/.test((first && first.start > figure.start ? first : figure).before);
}
