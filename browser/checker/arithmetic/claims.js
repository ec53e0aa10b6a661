// Runs the checks of arithmetic once over a text, for all rules that ask for their results.

import { checkChanges } from "./changes.js";
import { Ledger } from "./ledger.js";
import { checkPerHead } from "./per_head.js";
import { checkRepeated } from "./repeated.js";
import { checkShares } from "./shares.js";
import { checkSums } from "./sums.js";
import { checkTables } from "./table_sums.js";

/** @typedef {import("../../prose/types.js").Prose} Prose */
/** @typedef {import("../../prose/types.js").Statement} Statement */

/** @type {WeakMap<Prose, Ledger>} */
const LEDGERS = new WeakMap();

/**
 * @param {Prose} prose
 * @returns {Ledger}
 */
function ledgerOf(prose) {
  const found = LEDGERS.get(prose) ?? filled(prose);
  LEDGERS.set(prose, found);
  return found;
}

/** @param {Prose} prose */
function filled(prose) {
  const ledger = new Ledger();
  const sentences = prose.sentences.map(() => /** @type {Statement[]} */ ([]));
  for (const one of prose.statements) sentences[one.sentence]?.push(one);
  checkChanges(prose, sentences, ledger);
  checkShares(prose, sentences, ledger);
  checkSums(prose, sentences, ledger);
  checkPerHead(prose, sentences, ledger);
  checkRepeated(prose, sentences, ledger);
  checkTables(prose, ledger);
  return ledger;
}

/**
 * The checker of one rule of arithmetic.
 * @param {string} name
 * @returns {import("../types.js").Checker}
 */
export function arithmetic(name) {
  return (prose, _, context) => {
    const { remarks, checked, unchecked } = ledgerOf(prose).page(name);
    context.checked(checked);
    context.unchecked(unchecked);
    return remarks;
  };
}
