// Days typed without their year.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";

import { withYear } from "../../facts/days_typed.js";
import { parsePeriod } from "../../figures/periods.js";

const TYPED = new URL("../../../tests/facts/typed.json", import.meta.url);
const { days: DAYS } = /** @type {{days: [string, string, string][]}} */ (
  JSON.parse(readFileSync(TYPED, "utf8"))
);

for (const [typed, period, expected] of DAYS) {
  test(`${typed} in ${period || "no period"} is ${expected}`, () => {
    assert.equal(withYear(typed, parsePeriod(period)), expected);
  });
}
