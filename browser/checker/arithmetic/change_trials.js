// Which two amounts a change may lie between, where the words do not tell: those of its sentence and its paragraph.

import { guess } from "./guess.js";
import { absolute, difference, growth, known, ratio, isRight } from "./intervals.js";
import { checkTimes } from "./multiples.js";
import { large, percent, plain } from "./written.js";

/** @typedef {import("./frames.js").Frame} Frame */
/** @typedef {import("./guess.js").Trial} Trial */
/** @typedef {import("./ledger.js").Ledger} Ledger */
/** @typedef {import("./passages.js").Passage} Passage */
/** @typedef {import("../../prose/types.js").Statement} Statement */
/** @typedef {readonly [Statement, Statement]} Pair the larger and the smaller */

const LEVELS = new Set(["value", "to", "prior", "share", "per", "whole"]);
const MOST = 16; // figures near by that are tried
const CHANGES = /** @type {const} */ (["difference", "points", "growth"]);

/**
 * Holds the changes of a comparison that is not told in full.
 * @param {Frame} frame
 * @param {Passage} passage
 * @param {Ledger} ledger
 */
export function guessChanges(frame, { statements, near }, ledger) {
  if (frame.multiple) checkTimes(frame.multiple, { statements, near }, ledger);
  for (const kind of CHANGES) {
    const one = frame[kind];
    if (!one) continue;
    const [own, all] = [pairsFor(one, statements.slice(-MOST)), pairsFor(one, [...near, ...statements].slice(-2 * MOST))];
    const makes = kind === "growth" ? growsBy : differBy;
    // by another change that is told
    const isTaken = (/** @type {Pair} */ pair) => statements.some((other) => other.kind === kind && makes(pair, other));
    const others = all.filter((pair) => !own.includes(pair));
    if (all.some((pair) => makes(pair, one))) ledger.pass(kind);
    else
      {guess(
        kind,
        [own, others].map((pairs) =>
          pairs.filter((pair) => !isTaken(pair)).map((pair) => (kind === "growth" ? growthTrial(pair, one) : stepTrial(pair, one))),
        ),
        ledger,
      );}
  }
}

/**
 * @param {Statement} one
 * @param {Statement[]} amounts
 * @returns {Pair[]}
 */
function pairsFor(one, amounts) {
  const unit = one.kind === "points" ? "%" : one.kind === "growth" ? undefined : one.quantity.unit;
  const able = amounts.filter(
    ({ kind, quantity }) =>
      LEVELS.has(kind) &&
      !quantity.rough &&
      !quantity.range &&
      quantity.value > 0 &&
      (unit ? quantity.unit === unit : quantity.unit !== "%"),
  );
  const pairs = able.flatMap((a, at) =>
    able
      .slice(at + 1)
      .filter((b) => a.quantity.unit === b.quantity.unit && a.quantity.value !== b.quantity.value)
      .map((b) => /** @type {Pair} */ (a.quantity.value > b.quantity.value ? [a, b] : [b, a])),
  );
  return [...new Map(pairs.map((pair) => [pair.map(({ quantity }) => quantity.value).join(), pair])).values()];
}

/**
 * @param {Pair} pair
 * @param {Statement} step
 */
function differBy([a, b], { quantity }) {
  return isRight(quantity, absolute(difference(known(a.quantity), known(b.quantity))));
}

/**
 * @param {Pair} pair
 * @param {Statement} rate
 */
function growsBy([a, b], { quantity }) {
  const [now, before] = [known(a.quantity), known(b.quantity)];
  return (
    isRight(quantity, absolute(growth(now, before))) ||
    isRight(quantity, absolute(growth(before, now))) ||
    isRight(quantity, ratio(before, now, 100))
  );
}

/**
 * @param {Pair} pair
 * @param {Statement} figure
 * @returns {Trial}
 */
function stepTrial([a, b], figure) {
  const value = a.quantity.value - b.quantity.value;
  return { figure, value, sum: `${large(a.quantity, b.quantity)}=${String(Number(value.toPrecision(12)))}`, operands: [] };
}

/**
 * @param {Pair} pair
 * @param {Statement} figure
 * @returns {Trial}
 */
function growthTrial([a, b], figure) {
  const before = figure.sign < 0 ? a.quantity : b.quantity;
  const value = ((a.quantity.value - b.quantity.value) / before.value) * 100;
  return { figure, value, sum: `（${large(a.quantity, b.quantity)}）÷${plain(before)}=${percent(value)}`, operands: [] };
}
