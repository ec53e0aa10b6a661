// Rolling a draft forward to the next period.

import assert from "node:assert/strict";
import { test } from "node:test";

import { rollForward, rollNotes } from "../../exchange/roll_forward.js";
import { ARCHETYPE, FACTS, STATE } from "../support/water_quarter.js";

test("rolling forward moves figures, empties days and marks what is carried over", () => {
  const { facts, carried, edits } = rollForward(ARCHETYPE, STATE);
  assert.deepEqual(facts, {
    org: "东县水务站",
    period: "2026Q2",
    last_period: "2026Q1",
    paid: { last: "1518.20" },
    grade: "县级",
    towns: FACTS.towns,
  });
  assert.deepEqual(carried, ["org", "grade", "towns"]);
  assert.deepEqual(edits, []);
});

test("before rolling forward it is reported what is compared and what is still empty", () => {
  const notes = (/** @type {typeof STATE} */ state) => rollNotes(ARCHETYPE, state, rollForward(ARCHETYPE, state));
  assert.ok(notes(STATE).some((text) => text.startsWith("结转后是同2026年第一季度比。要同上年同期比")));
  assert.ok(!notes(STATE).some((text) => text.startsWith("注意")));
  const empty = { ...STATE, facts: { ...FACTS, paid: { now: "", last: "1", plan: "" } } };
  assert.match(notes(empty)[0] ?? "", /^注意：有1项的本期数还没有填/);
});
