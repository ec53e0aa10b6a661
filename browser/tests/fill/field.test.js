// Which periods a form offers.

import assert from "node:assert/strict";
import { test } from "node:test";

import { expectedPeriods } from "../../figures/periods.js";
import { periodChoices } from "../../fill/field.js";

test("the periods of every kind that an archetype has are offered, the latest year first", () => {
  const codes = periodChoices(["half-year", "year"], 2026).map(([code]) => code);
  assert.deepEqual(codes.slice(0, 4), ["2027H2", "2027H1", "2027", "2026H2"]);
});

test("a message names all kinds that are allowed", () => {
  assert.equal(expectedPeriods(["quarter", "year"]), "季度，如 2026Q1；全年，如 2026");
});
