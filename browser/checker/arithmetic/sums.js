// Checks sums: lists of parts, totals, what is left over, shares that fill the whole.

import { added, isAdded, isClear, tell } from "./amounts.js";
import { checkGaps } from "./gaps.js";
import { digitsLike, known, total } from "./intervals.js";
import { checkLists } from "./lists.js";
import { checkRest, isRest } from "./rest.js";
import { guessSums } from "./sum_trials.js";
import { checkTotal, isTotal } from "./totals.js";
import { sumOf } from "./written.js";

/** @typedef {import("./ledger.js").Ledger} Ledger */
/** @typedef {import("../../prose/types.js").Statement} Statement */

const TOGETHER = /([两二三四])[项者类](?:[一-鿿]{0,2})?(?:合计|合起来|共占|共|之和|相加)/;

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
    checkShares(statements, ledger);
    checkTogether(statements, ledger);
    guessSums(statements, before, all, ledger);
  }
}

/**
 * Shares that are added up: 药占比24.8%，耗占比15.3%，两项合计40.1%.
 * @param {Statement[]} statements
 * @param {Ledger} ledger
 */
function checkTogether(statements, ledger) {
  statements.forEach((one, at) => {
    const count = " 一两三四".indexOf(TOGETHER.exec(one.clause)?.[1]?.replace("二", "两") ?? " ");
    const parts = statements.slice(0, at).filter(({ kind, quantity }) => kind === "share" && quantity.unit === "%");
    if (count < 2 || one.quantity.unit !== "%" || parts.length !== count || ![one, ...parts].every(isClear)) return;
    const value = added(parts);
    const expected = total(parts.map(({ quantity }) => known(quantity)));
    ledger.hold("sum", one, { expected, value, sum: sumOf(parts, value) });
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
  const value = 100 - added(shares.slice(0, -1));
  if (value <= 0) return void ledger.skip("sum");
  tell(last, shares, { sum: `100%−其他各项=${digitsLike(value, last.quantity)}%`, level: "error" }, ledger);
}
