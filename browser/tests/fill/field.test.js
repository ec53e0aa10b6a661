// Which periods a form offers.

import assert from "node:assert/strict";
import { test } from "node:test";

import { expectedPeriods } from "../../figures/periods.js";
import { periodChoices } from "../../fill/field.js";

test("the periods of every kind that have begun are offered, the latest first", () => {
  const codes = periodChoices(["half-year", "year"], new Date("2026-08-01T12:00:00")).map(([code]) => code);
  assert.deepEqual(codes.slice(0, 5), ["2026", "2026H2", "2026H1", "2025", "2025H2"]);
});

test("a message names all kinds that are allowed", () => {
  assert.equal(expectedPeriods(["quarter", "year"]), "季度，如 2026Q1；全年，如 2026");
});
