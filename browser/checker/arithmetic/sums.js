// Checks sums: lists of parts, totals, what is left over.

import { isAdded } from "./amounts.js";
import { checkGaps } from "./gaps.js";
import { checkLists } from "./lists.js";
import { checkRest, isRest } from "./rest.js";
import { guessSums } from "./sum_trials.js";
import { checkTotal, isTotal } from "./totals.js";

/** @typedef {import("./ledger.js").Ledger} Ledger */
/** @typedef {import("../../prose/types.js").Statement} Statement */

/**
 * @param {import("./passages.js").Passage[]} passages
 * @param {Statement[]} all amounts of the text
 * @param {Ledger} ledger
 */
export function checkSums(passages, all, ledger) {
  for (const { statements, near } of passages) {
    const [amounts, before] = [statements.filter(isAdded), near.filter(isAdded)];
    checkGaps(statements, near, all, ledger);
    checkLists(amounts, statements, before, all, ledger);
    amounts.forEach((one, at) => {
      if (isTotal(one)) checkTotal(one, amounts.slice(0, at), ledger);
      else if (isRest(one)) checkRest(one, amounts.slice(0, at), before, ledger);
    });
    const shares = statements.filter(({ kind, quantity }) => kind === "share" && quantity.unit === "%");
    shares.forEach((one, at) => {
      if (isTotal(one) && !/[、前后]/.test(one.before)) checkTotal(one, shares.slice(0, at), ledger);
    });
    guessSums(statements, before, all, ledger);
  }
}
