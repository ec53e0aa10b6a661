// The facts of a writer's own as the vocabulary has facts: typed, and with what need not be written; mirrors
// OwnFact in macros/schema/facts_files.py.

import { FACT_TYPES } from "../schema/fact_types.js";

/** @typedef {import("../schema/types.js").FactSpec} FactSpec */
/** @typedef {import("../schema/types.js").FieldSpec} FieldSpec */
/** @typedef {Record<string, any>} Declared a fact as a file has it: numbers are texts there */

const TOPIC = "自加指标";
const WIDEST = "999999999999999";
const SUM = "1000000000000000";
const FLAGS = ["required", "approx", "to_day", "in_period", "growth", "additive"];
const ON = ["true", "yes", "on", "y", "t", "1"];
const COUNTS = ["decimals", "at_least"];
const LISTS = ["part_of", "apart_from", "at_most"]; // of which one name will do

/**
 * The specifications of own facts.
 * @param {Record<string, Declared>} facts
 * @returns {Record<string, FactSpec>}
 */
export function ownSpecs(facts) {
  return Object.fromEntries(Object.entries(facts).map(([name, declared]) => [name, ownSpec(declared)]));
}

/**
 * @param {Declared} declared
 * @returns {FactSpec}
 */
function ownSpec(declared) {
  const fields = Object.entries(declared["fields"] ?? {}).map(([name, field]) => [name, typed(field)]);
  return /** @type {FactSpec} */ ({
    ...{ topic: TOPIC, hint: declared["label"], ...defaultRange(declared), ...typed(declared) },
    ...(declared["fields"] ? { fields: Object.fromEntries(fields) } : {}),
  });
}

/** @param {Declared} declared */
function defaultRange({ type, sum_of: parts }) {
  const { number, whole } = FACT_TYPES[/** @type {import("../schema/fact_types.js").FactType} */ (type)];
  if (!number) return {};
  if (parts) return { range: [`-${SUM}`, SUM] };
  return { range: [whole ? "0" : `-${WIDEST}`, WIDEST] };
}

/**
 * A declaration with its numbers and flags as such.
 * @param {Declared} declared
 * @returns {Declared}
 */
function typed(declared) {
  const values = Object.entries(declared).map(([key, value]) => [key, typedValue(key, value)]);
  return Object.fromEntries(values);
}

/**
 * @param {string} key
 * @param {any} value
 */
function typedValue(key, value) {
  if (FLAGS.includes(key)) return isOn(value);
  if (LISTS.includes(key)) return [value].flat();
  return COUNTS.includes(key) ? Number(value) : value;
}

/**
 * Tells whether a flag is set, as pydantic reads one.
 * @param {unknown} flag
 */
export function isOn(flag) {
  return ON.includes(String(flag).toLowerCase());
}
