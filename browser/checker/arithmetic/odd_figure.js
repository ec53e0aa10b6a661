// Of value, earlier value, difference and growth, the one that does not go with the three others.

import { absolute, difference, digitsLike, growth, known, ratio, verdict } from "./intervals.js";
import { plain } from "./written.js";

/** @typedef {import("./frames.js").Frame} Frame */
/** @typedef {import("./ledger.js").Ledger} Ledger */
/** @typedef {import("../../prose/types.js").Statement} Statement */

/**
 * Where four figures are told, the one that does not go with the three others.
 * @param {Frame} frame
 * @param {Statement} value
 * @param {Statement} prior
 * @returns {"value" | "prior" | null}
 */
export function oddOne({ difference: by, growth: rate }, value, prior) {
  if (!by || !rate || by.sign === 0 || by.sign !== rate.sign || by.quantity.unit !== value.quantity.unit) return null;
  const change = known(by.quantity);
  const now = known(value.quantity);
  const before = known(prior.quantity);
  if (verdict(by.quantity, absolute(difference(now, before))) === "right") return null;
  if (verdict(rate.quantity, absolute(growth(now, before))) === "right") return null;
  if (verdict(rate.quantity, ratio(change, before, 100)) === "right") return "value";
  const meant = by.sign > 0 ? difference(now, change) : /** @type {const} */ ([now[0] + change[0], now[1] + change[1]]);
  return meant[0] > 0 && verdict(rate.quantity, ratio(change, meant, 100)) === "right" ? "prior" : null;
}

/**
 * @param {"value" | "prior"} odd
 * @param {Frame} frame
 * @param {Statement} value
 * @param {Statement} prior
 * @param {Ledger} ledger
 */
export function blame(odd, { difference: by }, value, prior, ledger) {
  if (!by) return;
  const change = by.quantity.value * by.sign;
  const [statement, other, meant] =
    odd === "value" ? [value, prior, prior.quantity.value + change] : [prior, value, value.quantity.value - change];
  const sign = (odd === "value") === change > 0 ? "+" : "−";
  const sum = `${plain(other.quantity)}${sign}${plain(by.quantity)}=${digitsLike(meant, statement.quantity)}`;
  ledger.hold("difference", statement, { expected: [meant, meant], value: meant, sum });
}
