// Days typed without their year.

import assert from "node:assert/strict";
import { test } from "node:test";

import { withYear } from "../../facts/days_typed.js";

/** @type {[string, string, string][]} */
const DAYS = [
  ["3月", "2026Q1", "2026年3月"],
  ["3月5日", "2026", "2026年3月5日"],
  [" 12 月份", "2026H1", "2026年12月"],
  ["9月", "2025-2026T2", "2025年9月"],
  ["3月", "2025-2026T2", "2026年3月"],
  ["3月", "", "3月"],
  ["2025年3月", "2026", "2025年3月"],
  ["13月", "2026", "2026年13月"],
];

for (const [typed, period, expected] of DAYS) {
  test(`${typed} in ${period || "no period"} is ${expected}`, () => {
    assert.equal(withYear(typed, { period }), expected);
  });
}
