// Every place that does something else for each type of fact knows all of them.
//
// A new type fails here at each place that has to know it; tests/schema/test_fact_types.py has
// the places of the Python code.

import assert from "node:assert/strict";
import { test } from "node:test";

import { READINGS } from "../../exchange/changes.js";
import { IN_NEXT_PERIOD } from "../../exchange/roll_forward.js";
import { MAKERS } from "../../facts/context.js";
import { PARSERS } from "../../facts/entries.js";
import { STRICT_FORMS } from "../../facts/normalise.js";
import { CONTROLS } from "../../fill/field.js";
import { CHOICES } from "../../fill/entering.js";
import NEXT_PERIODS from "../../../macros/schema/next_periods.json" with { type: "json" };
import { FACT_TYPES } from "../../schema/fact_types.js";

/** @typedef {import("../../schema/fact_types.js").FactTraits} FactTraits */

/** @param {FactTraits} traits */
const isAsked = ({ computed, records }) => !computed && !records;

/** @type {[string, object, (traits: FactTraits) => boolean | undefined][]} where a type has to stand */
const PLACES = [
  ["PARSERS in browser/facts/entries.js", PARSERS, ({ records }) => !records],
  ["STRICT_FORMS in browser/facts/normalise.js", STRICT_FORMS, ({ strict }) => strict],
  ["MAKERS in browser/facts/context.js", MAKERS, ({ fact }) => fact],
  ["CONTROLS in browser/fill/field.js", CONTROLS, (traits) => isAsked(traits) && !traits.chosen],
  ["CHOICES in browser/fill/entering.js", CHOICES, ({ chosen }) => chosen],
  ["READINGS in browser/exchange/changes.js", READINGS, ({ chosen }) => chosen],
];

for (const [place, table, belongs] of PLACES) {
  test(`the types of facts: ${place}`, () => {
    const declared = Object.entries(FACT_TYPES).filter(([, traits]) => belongs(traits));
    assert.deepEqual(Object.keys(table).sort(), declared.map(([name]) => name).sort(), place);
  });
}

test("every type says what becomes of it in the next period", () => {
  assert.deepEqual(Object.keys(NEXT_PERIODS), Object.keys(FACT_TYPES));
  const said = new Set(Object.values(NEXT_PERIODS));
  assert.deepEqual([...said].sort(), Object.keys(IN_NEXT_PERIOD).sort());
});
