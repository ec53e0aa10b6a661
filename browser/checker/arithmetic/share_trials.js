// What a share may be of, where the words do not tell: the amounts of its sentence, its paragraph and the text.

import { comparableThings, isClear, isOperand } from "./amounts.js";
import { guess } from "./guess.js";
import { baseOf, known, ratio, isRight } from "./intervals.js";
import { plain } from "./written.js";

/** @typedef {import("./guess.js").Trial} Trial */
/** @typedef {import("./ledger.js").Ledger} Ledger */
/** @typedef {import("./shares.js").Around} Around */
/** @typedef {import("./shares.js").Share} Share */
/** @typedef {import("../../prose/types.js").Statement} Statement */
/** @typedef {readonly [Statement, Statement]} Pair part and whole */

const NEAR = 10; // how far a share may be from what it is of, as it is rounded
const MOST = 16; // figures near by that are tried: of more, some fit by chance

/**
 * Whether some two amounts near by make a share, or leave it of the whole.
 * @param {Statement} one
 * @param {Around} around
 */
export function isExplained(one, { before, earlier, values }) {
  const parts = [...earlier, ...before].slice(-MOST).filter(isAble);
  const factor = baseOf(one.quantity);
  const makes = (/** @type {Statement} */ part, /** @type {Statement} */ whole) => {
    const printed = (part.quantity.value / whole.quantity.value) * factor;
    if (printed > factor || Math.min(Math.abs(printed - one.quantity.value), Math.abs(100 - printed - one.quantity.value)) > NEAR) return false;
    const [low, high] = ratio(known(part.quantity), known(whole.quantity), factor);
    return isRight(one.quantity, [low, high]) || isRight(one.quantity, [100 - high, 100 - low]);
  };
  const beside = before.slice(-2).filter(isAble);
  return [[parts, parts], [values, beside]].some(([wholes = [], able = []]) => wholes.some((whole) => able.some((part) => part !== whole && makes(part, whole) && isAble(whole) && comparableThings(part.quantity.unit, whole.quantity.unit))));
}

/**
 * @param {string} rule
 * @param {Statement} one
 * @param {Around} around
 * @param {Ledger} ledger
 * @param {Share} [share] what the words make likely
 */
export function guessShare(rule, one, { before, next, earlier, values }, ledger, share) {
  const own = [...before.slice(-MOST), ...(next?.bracketed ? [next] : [])];
  const last = before.filter(isAble).slice(-1);
  const anchors = values.filter(({ quantity }) => quantity.unit === last[0]?.quantity.unit).sort((a, b) => b.quantity.value - a.quantity.value).slice(0, 1);
  const pairs = [share ? [/** @type {const} */ ([share.part, share.whole])] : [], pairsOf(last, own), pairsOf(last, anchors), pairsOf(own, [...earlier.slice(-MOST), ...own]), pairsOf(last, values)];
  const tried = new Set();
  const isNew = (/** @type {Pair} */ [{ quantity: a }, { quantity: b }]) => {
    const { size } = tried;
    return tried.add(`${String(a.value)}/${String(b.value)}`).size > size;
  };
  const scopes = pairs.map((scope) => scope.filter(isNew));
  guess(rule, scopes.map((scope) => scope.map((pair) => trialOf(one, pair))), ledger);
}

/**
 * @param {Statement} one
 * @param {Pair} pair
 * @returns {Trial}
 */
function trialOf(one, [part, whole]) {
  const factor = baseOf(one.quantity);
  const [a, b] = [part.quantity.value, whole.quantity.value];
  return {
    figure: one,
    value: a <= b ? (a / b) * factor : NaN,
    sum: `${plain(part.quantity)}÷${plain(whole.quantity)}=${((a / b) * factor).toFixed(2)}${one.quantity.unit}`,
    operands: operandsOf(one, part, whole),
  };
}

/**
 * What part and whole would have to be.
 * @param {Statement} one
 * @param {Statement} part
 * @param {Statement} whole
 */
export function operandsOf(one, part, whole) {
  const [low, high] = known(one.quantity).map((end) => end / baseOf(one.quantity));
  const [a, b] = [part.quantity.value, whole.quantity.value];
  return low !== undefined && high !== undefined && low > 0 ? [{ one: part, low: low * b, high: high * b }, { one: whole, low: a / high, high: a / low }] : [];
}

/**
 * @param {Statement[]} parts
 * @param {Statement[]} wholes
 * @returns {Pair[]}
 */
function pairsOf(parts, wholes) {
  const able = wholes.filter(isAble);
  return parts.filter(isAble).flatMap((part) => able.filter((whole) => whole !== part && !(whole.part && whole.start > part.start) && comparableThings(part.quantity.unit, whole.quantity.unit)).map((whole) => /** @type {const} */ ([part, whole])));
}

/** @param {Statement} one */
function isAble(one) {
  return (isOperand(one) || (one.kind === "prior" && one.quantity.unit !== "%")) && isClear(one) && one.quantity.value > 0;
}
