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
  assert.ok(notes(STATE).some((text) => text.startsWith("结转后是同2026年第一季度比。要同上年同期比")));
  assert.ok(!notes(STATE).some((text) => text.startsWith("注意")));
  const empty = { ...STATE, facts: { ...FACTS, paid: { now: "", last: "1", plan: "" } } };
  assert.match(notes(empty)[0] ?? "", /^注意：有1项的本期数还没有填/);
});
