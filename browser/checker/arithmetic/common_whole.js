// Shares that stand right behind their parts, of one whole: 泌尿道41例（20.9%）、血流23例（11.7%）; 57所，占27.9%.

import { isOperand, sameThings } from "./amounts.js";
import { checkAll } from "./respective.js";

/** @typedef {import("./ledger.js").Ledger} Ledger */
/** @typedef {import("../../prose/types.js").Statement} Statement */

const BARE = /^(?:[，,]|[^，。；0-9]{0,6}[（(]|[^，。；0-9]{0,6}[，,](?:约|均|共|只|各|仅)?占(?:比|全部|总数)?(?:的|约|为|达)*)\s?$/;

/**
 * Checks them, and says which shares of a sentence they are.
 * @param {Statement[]} statements of a sentence
 * @param {Statement[]} earlier in its paragraph
 * @param {Ledger} ledger
 * @returns {Statement[]}
 */
export function checkCommonWhole(statements, earlier, ledger) {
  const shares = statements.filter((one, at) => isBare(one, statements[at - 1]));
  const parts = shares.map((one) => /** @type {Statement} */ (statements[statements.indexOf(one) - 1]));
  const [first] = parts;
  if (!first || parts.length < 2 || !parts.every(({ quantity }) => sameThings(quantity.unit, first.quantity.unit))) return [];
  const others = [...earlier, ...statements].filter((one) => isOperand(one) && !parts.includes(one));
  return checkAll(shares, parts, others, ledger) ? shares : [];
}

/**
 * @param {Statement} one
 * @param {Statement | undefined} before
 */
function isBare({ quantity, kind, before: words }, before) {
  return quantity.unit === "%" && !quantity.chinese && kind === "share" && before !== undefined && isOperand(before) && BARE.test(words);
}
