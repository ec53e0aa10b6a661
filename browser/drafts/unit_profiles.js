// The units for which a reader writes: what every draft of theirs says of them, kept on this machine.

import { getSetting, setSetting } from "../page/settings.js";

/** @typedef {Record<string, string>} Unit facts by their names; `org` is never empty */
/** @typedef {import("../schema/types.js").Facts} Facts */

const NAME = "units";
const FACTS = ["org", "we", "scope"]; // what differs neither by archetype nor by period
const MOST = 30; // units

/** The saved units, the one saved last first. */
export function savedUnits() {
  /** @type {unknown} */
  let saved;
  try {
    saved = JSON.parse(getSetting(NAME) || "[]");
  } catch {
    return []; // nothing of ours is stored there
  }
  const units = Array.isArray(saved) ? /** @type {unknown[]} */ (saved).map(asUnit) : [];
  return units.filter(({ org }) => org);
}

/** @param {unknown} stored */
function asUnit(stored) {
  return unitOf(/** @type {Facts} */ (stored ?? {}));
}

/**
 * What facts say of their unit.
 * @param {Facts} facts
 * @returns {Unit}
 */
export function unitOf(facts) {
  /** @type {Unit} */
  const unit = {};
  for (const name of FACTS) {
    const value = Object.hasOwn(facts, name) ? facts[name] : "";
    if (typeof value === "string" && value) unit[name] = value;
  }
  return unit;
}

/**
 * Saves what a draft says of a unit; not every draft says all.  Tells whether the browser has let that happen.
 * @param {Unit} unit
 */
export function saveUnit(unit) {
  const known = savedUnits().find(({ org }) => org === unit["org"]);
  store([{ ...known, ...unit }, ...others(unit)].slice(0, MOST));
  return isSaved(unit);
}

/** @param {Unit} unit */
export function deleteUnit(unit) {
  store(others(unit));
}

/**
 * Tells whether all that a draft says of a unit is saved.
 * @param {Unit} unit
 */
export function isSaved(unit) {
  const said = Object.entries(unit);
  return savedUnits().some((saved) => said.every(([name, value]) => saved[name] === value));
}

/** @param {Unit} unit */
function others({ org }) {
  return savedUnits().filter((other) => other["org"] !== org);
}

/** @param {Unit[]} units */
function store(units) {
  setSetting(NAME, units.length > 0 ? JSON.stringify(units) : "");
}
