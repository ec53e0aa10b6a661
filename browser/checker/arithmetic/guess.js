// Holds a figure whose operands are not named against all that stand near by, and tells only of what can hardly be chance.

import { likeness, slipsOf } from "./chance.js";
import { digitsLike, mended } from "./intervals.js";

/** @typedef {import("./ledger.js").Ledger} Ledger */
/** @typedef {import("../../prose/types.js").Statement} Statement */
/**
 * What a figure may have been made of.
 * @typedef {{ figure: Statement, value: number, sum: string, operands: import("./chance.js").Odd[] }} Trial
 */
/** @typedef {{ trial: Trial, chance: number, one: Statement, meant: number }} Guess the statement that is likely mistyped */

const SURE = 0.003;
const LIKELY = 0.03;
const CROWD = 4; // how many times likelier a chance is among rates near to 100 %

/**
 * The likeliest mistake, if there is one that is hardly chance.
 * @param {Trial[][]} scopes trials, the nearest first
 * @param {number} [likely]
 * @returns {Guess | undefined}
 */
export function likeliest(scopes, likely = LIKELY) {
  let tries = 0;
  const guesses = scopes.flatMap((trials) => {
    tries += trials.length;
    return trials.flatMap((trial) => guessesOf(trial).map((guess) => ({ ...guess, chance: guess.chance * tries })));
  });
  const [best] = guesses.sort((a, b) => a.chance - b.chance);
  return best && best.chance <= likely ? best : undefined;
}

/**
 * Tells of a figure, or of an operand of it, where that is likely mistyped.
 * @param {string} rule
 * @param {Trial[][]} scopes
 * @param {Ledger} ledger
 * @param {number} [likely]
 */
export function guess(rule, scopes, ledger, likely) {
  const found = likeliest(scopes, likely);
  if (!found) return ledger.skip(rule);
  const { one, meant, trial } = found;
  const suggestion = mended(one.quantity, meant);
  const message = `按文中的数算得${suggestion}，与“${one.quantity.written}”不符：${trial.sum}。`;
  return ledger.tell(rule, { start: one.start, end: one.end, message, suggestion, sum: trial.sum, ...levelOf(found) });
}

/** @param {Guess} guess */
export function levelOf({ chance }) {
  return chance > SURE ? { level: /** @type {const} */ ("warning") } : {};
}

/**
 * @param {Trial} trial
 * @returns {Guess[]}
 */
function guessesOf(trial) {
  const { figure, value, operands } = trial;
  const { quantity } = figure;
  const crowd = quantity.unit === "%" && quantity.value > 90 ? CROWD : 1;
  const own = { trial, one: figure, meant: value, chance: likeness(quantity.written, digitsLike(value, quantity)) * crowd };
  return [own, ...slipsOf(operands).map((slip) => ({ ...slip, trial }))];
}
