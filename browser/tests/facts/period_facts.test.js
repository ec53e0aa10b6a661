// The period of a new summary, what it is compared with, and days typed without their year.

import assert from "node:assert/strict";
import { test } from "node:test";

import { firstFacts, withPeriod, withYear } from "../../facts/period_facts.js";

/** @typedef {import("../../figures/periods.js").PeriodKind} PeriodKind */

/** @type {[PeriodKind[], string, string, string][]} the kinds, the day, the period and what it is compared with */
const FIRST = [
  [["quarter"], "2026-04-01", "2026Q1", "2025Q1"],
  [["quarter"], "2026-03-31", "2025Q4", "2024Q4"],
  [["half-year"], "2026-07-10", "2026H1", "2025H1"],
  [["year"], "2026-12-31", "2025", "2024"],
  [["year"], "2027-01-01", "2026", "2025"],
  [["term"], "2026-07-31", "2025-2026T1", "2024-2025T1"],
  [["term"], "2026-08-01", "2025-2026T2", "2024-2025T2"],
  [["term"], "2026-02-01", "2025-2026T1", "2024-2025T1"],
  [["quarter", "half-year", "year"], "2027-01-05", "2026", "2025"],
  [["quarter", "half-year", "year"], "2026-11-28", "2026Q3", "2025Q3"],
];

for (const [kinds, day, period, last] of FIRST) {
  test(`begun on ${day}, a summary of ${kinds.join("/")} is about ${period}`, () => {
    const archetype = { periods: kinds, facts: { period: {} } };
    assert.deepEqual(firstFacts(archetype, new Date(`${day}T12:00:00`)), { period, last_period: last });
  });
}

test("without a period nothing is set", () => {
  assert.deepEqual(firstFacts({ periods: ["year"], facts: {} }, new Date()), {});
});

/** @type {[string, string, string, string][]} the period to compare with before and after */
const ALONG = [
  ["2026Q1", "2025Q1", "2026Q2", "2025Q2"],
  ["2026Q2", "2026Q1", "2026Q3", "2026Q2"],
  ["2026Q2", "2024Q1", "2026Q3", "2024Q1"],
  ["", "", "2026H1", "2025H1"],
  ["2026", "2025", "2027", "2026"],
  ["2026Q1", "2025Q1", "", "2025Q1"],
];

for (const [period, last, next, expected] of ALONG) {
  test(`${period || "no period"} to ${next || "none"}: ${last} becomes ${expected}`, () => {
    assert.equal(withPeriod({ period, last_period: last }, next)["last_period"], expected);
  });
}

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
