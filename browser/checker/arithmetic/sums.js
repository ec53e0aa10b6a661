// Checks sums: lists of parts, totals, what is left over, shares that fill the whole.

import { isAmount, isClear, tell } from "./amounts.js";
import { paragraphBefore } from "./frames.js";
import { checkGaps } from "./gaps.js";
import { digitsLike, known, total } from "./intervals.js";
import { checkLists } from "./lists.js";
import { checkRest, isRest } from "./rest.js";
import { checkTotal, isTotal } from "./totals.js";

/** @typedef {import("./ledger.js").Ledger} Ledger */
/** @typedef {import("../../prose/types.js").Prose} Prose */
/** @typedef {import("../../prose/types.js").Statement} Statement */

const MOST = 400; // amounts of a text that may be a whole

/**
 * @param {Prose} prose
 * @param {Statement[][]} sentences
 * @param {Ledger} ledger
 */
export function checkSums(prose, sentences, ledger) {
  const all = sentences.flat().filter(isAmount).slice(0, MOST);
  sentences.forEach((statements, index) => {
    const amounts = statements.filter(isAmount);
    const near = paragraphBefore(prose.sentences, sentences, index).filter(isAmount);
    checkGaps(statements, paragraphBefore(prose.sentences, sentences, index), all, ledger);
    checkLists(amounts, statements, near, all, ledger);
    amounts.forEach((one, at) => {
      if (isTotal(one)) checkTotal(one, amounts.slice(0, at), near, ledger);
      else if (isRest(one)) checkRest(one, amounts.slice(0, at), near, all, ledger);
    });
    checkShares(statements, ledger);
  });
}

/**
 * Shares that fill the whole: A占45%，B占35%，其余占20%.
 * @param {Statement[]} statements
 * @param {Ledger} ledger
 */
function checkShares(statements, ledger) {
  const shares = statements.filter(({ kind, clause, quantity }) => kind === "share" && quantity.unit === "%" && clause.includes('占'));
  const last = shares.at(-1);
  if (shares.length < 2 || !last || !/其余|其他|剩余/.test(last.clause)) return;
  if (!shares.every(isClear)) return void ledger.skip("sum");
  const [low, high] = total(shares.map(({ quantity }) => known(quantity)));
  if (low <= 100.001 && high >= 99.999) return void ledger.pass("sum");
  const value = 100 - shares.slice(0, -1).reduce((sum, { quantity }) => sum + quantity.value, 0);
  if (value <= 0) return void ledger.skip("sum");
  tell(last, shares, { sum: `100%−其他各项=${digitsLike(value, last.quantity)}%`, level: "error" }, ledger);
}
