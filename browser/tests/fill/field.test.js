// What a form says of periods.

import assert from "node:assert/strict";
import { test } from "node:test";

import { expectedPeriods } from "../../figures/periods.js";

test("a message names all kinds that are allowed", () => {
  assert.equal(expectedPeriods(["quarter", "year"]), "季度，如 2026Q1；全年，如 2026");
});
