// Rolling a draft forward to the next period.

import assert from "node:assert/strict";
import { test } from "node:test";

import { rollForward, rollNotes } from "../../exchange/roll_forward.js";
import { ARCHETYPE, FACTS, STATE } from "../support/water_quarter.js";

test("rolling forward moves figures, empties days and marks what is carried over", () => {
  const { facts, carried } = rollForward(ARCHETYPE, STATE);
  assert.deepEqual(facts, {
    org: "东县水务站",
    period: "2026Q2",
    last_period: "2026Q1",
    paid: { last: "1518.20" },
    grade: "县级",
    towns: FACTS.towns,
  });
  assert.deepEqual(carried, ["org", "grade", "towns"]);
});

test("an entered rate becomes that of the period before, where its counts have one", () => {
  const { samples, paid } = ARCHETYPE.facts;
  const rate = { label: "率", hint: "", topic: "", type: /** @type {const} */ ("rate") };
  const facts = {
    ...{ samples, paid },
    compared: { ...rate, numerator: "paid", denominator: "paid" },
    single: { ...rate, numerator: "samples", denominator: "paid" },
  };
  const typed = { compared: "98", single: { now: "12" } };
  const state = { ...STATE, facts: typed };
  const next = rollForward({ ...ARCHETYPE, facts: /** @type {any} */ (facts) }, state);
  assert.deepEqual(next.facts, { compared: { last: "98" } });
  assert.deepEqual(next.carried, []);
});

test("before rolling forward it is reported what is compared and what is still empty", () => {
  const notes = (/** @type {typeof STATE} */ state) => rollNotes(ARCHETYPE, state, rollForward(ARCHETYPE, state));
  assert.ok(!notes(STATE).some((text) => text.startsWith("注意")));
  const empty = { ...STATE, facts: { ...FACTS, paid: { now: "", last: "1", plan: "" } } };
  assert.match(notes(empty)[0] ?? "", /^注意：有1项的本期数还没有填/);
});

test("compared with the year before, the figures come from there, or are empty", () => {
  const facts = { org: "东县水务站", period: "2025Q2", paid: { now: "1300", plan: "1" }, nope: "1", samples: "9" };
  const rolled = rollForward(ARCHETYPE, STATE, { earlier: { code: "2025Q2", facts } }).facts;
  assert.deepEqual([rolled["period"], rolled["last_period"], rolled["paid"]], ["2026Q2", "2025Q2", { last: "1300" }]);
  const without = rollForward(ARCHETYPE, STATE, { earlier: { code: "2025Q2", facts: null } }).facts;
  assert.deepEqual([without["last_period"], without["paid"]], ["2025Q2", undefined]);
});

test("plans come back as a list to report on, in a section after the first", () => {
  const plans = [{ title: "换管道", measures: "换", figure: "paid", value: "5" }, { title: "查水源" }];
  const state = { ...STATE, without: ["x"], facts: { ...FACTS, plans: plans, carried_plans: [{ title: "旧" }] } };
  const next = rollForward(ARCHETYPE, state, { outline: [{ use: "body" }, { heading: "组", sections: [{ use: "x" }] }] });
  assert.deepEqual(next.facts["carried_plans"], [
    { title: "换管道", status: "", figure: "paid", result: "", reason: "" },
    { title: "查水源", status: "", figure: "", result: "", reason: "" },
  ]);
  assert.deepEqual(next.content.outline?.map(({ use }) => use), ["body", "carry-over", undefined]);
  assert.deepEqual([next.without, next.carried.includes("carried_plans")], [[], false]);
  const again = rollForward(ARCHETYPE, state, { outline: [{ use: "carry-over" }] });
  assert.equal(again.content.outline, undefined);
});

test("what was set aside in a period is not set aside in the next", () => {
  const content = { marks: { dismissed: { a: "属实" }, as_of: { paid: "2026-03-01" }, emphasis: {} } };
  assert.deepEqual(rollForward(ARCHETYPE, { ...STATE, content }).content, { marks: { emphasis: {} } });
});
