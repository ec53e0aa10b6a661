// Tells whether figures have changed materially: by more than a twentieth, or words at all; mirrors
// macros/library/material_change.py.

import { Decimal } from "../figures/decimal.js";
import { MULTIPLIERS } from "../figures/values.js";

const NUMBER = /^\(?(-?[0-9]+(?:\.[0-9]+)?)([万亿]?)\)?$/u;
const MATERIAL = 20; // a change of more than one part in so many

/**
 * Tells whether two rows of figures, parted by spaces, are materially the same.
 * @param {string} before
 * @param {string} now
 */
export function isAlike(before, now) {
  const [old, fresh] = [before.split(" "), now.split(" ")];
  return old.length === fresh.length && old.every((one, at) => areAlike(one, fresh[at] ?? ""));
}

/**
 * @param {string} before
 * @param {string} now
 */
function areAlike(before, now) {
  if (before === now) return true;
  const [old, fresh] = [numberOf(before), numberOf(now)];
  if (!old?.sign || !fresh?.sign) return false;
  return fresh.minus(old).abs().times(MATERIAL).compare(old.abs()) <= 0;
}

/** @param {string} text */
function numberOf(text) {
  const [, digits, scale = ""] = NUMBER.exec(text) ?? [];
  return digits === undefined ? undefined : Decimal.of(digits).scaled(MULTIPLIERS[scale] ?? 0);
}
