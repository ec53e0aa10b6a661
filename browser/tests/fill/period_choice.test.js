// Which periods are offered, which one a new draft has, and what writers call them.

import assert from "node:assert/strict";
import { test } from "node:test";

import { spokenPeriod } from "../../exchange/spoken_periods.js";
import { parsePeriod } from "../../figures/periods.js";
import { monthOf } from "../../figures/recent_periods.js";
import { ARCHETYPE } from "../support/water_quarter.js";
import { freshState, MORE, periodChoices, withPeriod } from "../../fill/period_choice.js";

/** @typedef {import("../../figures/periods.js").PeriodKind} PeriodKind */

const TODAY = new Date(2026, 10, 28);

test("the periods that have begun are offered, the newest first", () => {
  const codes = periodChoices(["half-year", "year"], TODAY).map(([code]) => code);
  assert.deepEqual(codes.slice(0, 5), ["2026", "2026H2", "2026H1", "2025", "2025H2"]);
  assert.equal(codes.at(-1), MORE);
  const terms = periodChoices(["term"], new Date(2026, 0, 10)).map(([code]) => code);
  assert.deepEqual(terms.slice(0, 2), ["2025-2026T1", "2024-2025T2"]);
});

test("a new draft is of the period that has just ended, compared with the year before", () => {
  const facts = (/** @type {PeriodKind[]} */ periods, today = TODAY) =>
    freshState({ ...ARCHETYPE, periods }, today).facts;
  assert.deepEqual(facts(["quarter"]), { period: "2026Q3", last_period: "2025Q3" });
  assert.deepEqual(facts(["year"], new Date(2027, 0, 3)), { period: "2026", last_period: "2025" });
  assert.deepEqual(facts(["term"], new Date(2026, 7, 3)), { period: "2025-2026T2", last_period: "2024-2025T2" });
  const general = facts(["quarter", "half-year", "year", "term"], new Date(2026, 6, 5));
  assert.equal(general["period"], "2026Q2");
});

test("the period compared with follows, unless it was chosen otherwise", () => {
  const last = (/** @type {string} */ period, /** @type {string} */ compared, /** @type {string} */ next) =>
    withPeriod({ period, last_period: compared }, next)["last_period"];
  assert.equal(last("2026Q1", "2025Q1", "2026Q2"), "2025Q2");
  assert.equal(last("2026Q1", "2025Q4", "2026Q2"), "2026Q1");
  assert.equal(last("2026Q1", "2020Q1", "2026Q2"), "2020Q1");
  assert.equal(last("2026", "2025", "2024"), "2023");
  assert.deepEqual(withPeriod({ period: "2026Q1", last_period: "2025Q1" }, ""), { last_period: "2025Q1" });
});

for (const [words, kinds, code] of /** @type {[string, PeriodKind[], string | undefined][]} */ ([
  ["3月", ["quarter"], "2026Q1"],
  ["１２月", ["quarter"], "2025Q4"],
  ["3月份", ["half-year"], "2026H1"],
  ["1-9月", ["quarter"], "2026Q3"],
  ["3月", ["term"], "2025-2026T2"],
  ["去年12月", ["quarter"], "2025Q4"],
  ["一季度", ["quarter"], "2026Q1"],
  ["去年第四季度", ["quarter"], "2025Q4"],
  ["上半年", ["half-year", "year"], "2026H1"],
  ["2019年上半年", ["half-year"], "2019H1"],
  ["去年", ["half-year", "year"], "2025"],
  ["前年度", ["year"], "2024"],
  ["今年", ["year"], "2026"],
  ["2025-2026学年第一学期", ["term"], "2025-2026T1"],
  ["2026q2", ["quarter"], "2026Q2"],
  ["2026", ["quarter"], undefined],
  ["去年", ["quarter"], undefined],
  ["13月", ["quarter"], undefined],
  ["0月", ["quarter"], undefined],
  ["明年", ["year"], undefined],
  ["2030年", ["year"], undefined],
  ["", ["year"], undefined],
  ["constructor", ["year"], undefined],
])) {
  test(`a writer who says “${words}” of ${kinds.join()} means ${code ?? "nothing known"}`, () => {
    assert.equal(spokenPeriod(words, kinds, monthOf(TODAY))?.code, code);
    if (code) assert.ok(parsePeriod(code));
  });
}
