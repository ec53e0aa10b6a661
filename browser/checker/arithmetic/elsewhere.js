// The value of a comparison that stands in a sentence before, or the earlier one that stands in a table.

import { absolute, difference, digitsLike, growth, isSlip, known, verdict } from "./intervals.js";
import { entry } from "./table_cells.js";
import { earlierColumn } from "./table_sums.js";

/** @typedef {import("./frames.js").Frame} Frame */
/** @typedef {import("../../prose/types.js").Quantity} Quantity */
/** @typedef {import("../../prose/types.js").Statement} Statement */
/** @typedef {import("../../prose/types.js").Table} Table */

const TELLING = 3; // digits that are no chance

/**
 * A comparison with what it lacks, where that is found without doubt.
 * @param {Frame} frame
 * @param {Statement[]} near what the sentences before tell
 * @param {Table[]} tables
 * @returns {Frame}
 */
export function completed(frame, near, tables) {
  const { value, prior } = frame;
  if (value && prior) return isValueOf(value, prior, frame, 1) ? frame : withValue(frame, [...(frame.others ?? [])].reverse().find((one) => isValueOf(one, prior, frame, 1)));
  if (prior) return withValue(frame, near.find((one) => isValueOf(one, prior, frame)) ?? near.find((one) => mayBeValueOf(one, prior, frame)));
  if (value) return withPrior(frame, value, priorInTables(value, tables));
  return withValue(frame, near.find((one) => isChangedBy(one, frame)));
}

/**
 * @param {Frame} frame
 * @param {Statement | undefined} value
 * @returns {Frame}
 */
function withValue(frame, value) {
  return value ? { ...frame, value, sure: true } : frame;
}

/**
 * Whether an amount differs from the earlier one by what is told, or has grown by what is told.
 * @param {Statement} one
 * @param {Statement} prior
 * @param {Frame} frame
 * @param {number} [least] digits of a rate
 */
function isValueOf(one, prior, { difference: by, growth: rate, points }, least = TELLING) {
  if (one.quantity.unit !== prior.quantity.unit || one.quantity.rough || one.quantity.range || !isLevel(one)) return false;
  const [now, before] = [known(one.quantity), known(prior.quantity)];
  const step = absolute(difference(now, before));
  if (before[0] <= 0) return false;
  if (rate && isTelling(rate, least) && verdict(rate.quantity, absolute(growth(now, before))) === "right") return true;
  return [by, points].some((told) => told && verdict(told.quantity, step) === "right");
}

/**
 * The same where what is told is mistyped.
 * @param {Statement} one
 * @param {Statement} prior
 * @param {Frame} frame
 */
function mayBeValueOf(one, prior, { difference: by, growth: rate, points }) {
  if (one.quantity.unit !== prior.quantity.unit || one.quantity.rough || one.quantity.range || !isLevel(one)) return false;
  const step = one.quantity.value - prior.quantity.value;
  const grown = rate && rate.quantity.decimals > 1 && rate.sign === Math.sign(step) && isSlip(rate, (step / prior.quantity.value) * 100);
  return grown === true || [by, points].some((told) => told && isSlip(told, step));
}

/** @param {Statement} one */
function isLevel({ kind, bracketed }) {
  if (bracketed) return false;
  return kind === "value" || kind === "to" || kind === "share" || kind === "per";
}

/**
 * @param {Statement} one
 * @param {number} [least] digits
 */
function isTelling({ quantity }, least = TELLING) {
  return least <= 1 || quantity.written.replace(/[^0-9]/g, "").length >= least;
}

/**
 * Whether a change and its rate belong to an amount, or would but for one digit.
 * @param {Statement} one
 * @param {Frame} frame
 */
function isChangedBy(one, { difference: by, growth: rate }) {
  if (!by || !rate || by.sign === 0 || by.sign !== rate.sign || one.quantity.unit !== by.quantity.unit || !isLevel(one)) return false;
  const size = one.quantity.value;
  const told = (by.quantity.value / (size - by.sign * by.quantity.value)) * 100;
  const share = rate.quantity.value / 100;
  const step = (size * share) / (1 + by.sign * share);
  return told > 0 && isTelling(rate) && (digitsLike(told, rate.quantity) === digitsLike(rate.quantity.value, rate.quantity) || isSlip(rate, told) || isSlip(by, step));
}

/**
 * @param {Frame} frame
 * @param {Statement} value
 * @param {Statement | undefined} prior
 * @returns {Frame}
 */
function withPrior(frame, value, prior) {
  const told = [frame.difference, frame.growth, frame.points].filter((one) => one !== undefined);
  const fits = prior && told.length > 0 && told.every(({ comparison }) => comparison !== "plan" && comparison !== "start");
  const way = prior ? Math.sign(value.quantity.value - prior.quantity.value) : 0;
  return fits && told.every(({ sign }) => sign === way) ? { ...frame, prior, sure: false } : frame;
}

/**
 * The earlier value beside the same number in a table, in a row that is named alike.
 * @param {Statement} value
 * @param {Table[]} tables
 * @returns {Statement | undefined}
 */
function priorInTables({ quantity, indicator }, tables) {
  if (quantity.written.replace(/[^0-9]/g, "").length < TELLING) return undefined;
  const rows = tables.flatMap(({ rows: [head = [], ...others] }) => {
    const before = earlierColumn(head);
    return before > 0 ? others.filter((row) => isNamedAlike(row[0]?.text ?? "", indicator) && row.some((cell, at) => at > 0 && at !== before && entry(cell)?.quantity.value === quantity.value / quantity.scale)).map((row) => row[before]) : [];
  });
  const [cell, ...others] = rows;
  const told = entry(cell);
  if (!told || others.length > 0) return undefined;
  const { value, half } = told.quantity;
  const scaled = { ...told.quantity, value: value * quantity.scale, half: half * quantity.scale, scale: quantity.scale, unit: quantity.unit };
  return /** @type {Statement} */ ({ start: told.cell.start, end: told.cell.end, quantity: scaled, kind: "prior", sign: 0, clause: "", before: "", after: "", indicator: "", comparison: "", sentence: -1, part: false, bracketed: false });
}

/**
 * Whether two names have two characters in a row in common.
 * @param {string} one
 * @param {string} other
 */
function isNamedAlike(one, other) {
  return Array.from(other).some((_, at) => at > 0 && one.includes(other.slice(at - 1, at + 1)));
}
