// A collection sheet changes only what it fills in.

import assert from "node:assert/strict";
import { test } from "node:test";

import { withSheetFacts } from "../../exchange/combine.js";
import { FACTS } from "../support/water_quarter.js";

test("a sheet changes nothing where it is empty", () => {
  assert.deepEqual(withSheetFacts(FACTS, { paid: { now: "1600" }, samples: "7", towns: [] }), {
    ...FACTS,
    ...{ paid: { ...FACTS.paid, now: "1600" }, samples: "7", towns: [] },
  });
});
