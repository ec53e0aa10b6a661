// Confirming, moving and adding the records of a list.

import assert from "node:assert/strict";
import { test } from "node:test";

import { carriedFacts, confirmed, isCarried, reordered, withRecord } from "../../drafts/list_records.js";
import { STATE } from "../support/water_quarter.js";

const CARRIED = { ...STATE, carried: ["org", "towns"] };

test("a record is confirmed by itself, a list by its own button", () => {
  const state = { ...CARRIED, ...confirmed(CARRIED, "towns[0].name") };
  assert.deepEqual(state.carried, ["org", "towns[1]"]);
  assert.equal(isCarried(state.carried, "towns[0].name"), false);
  assert.equal(isCarried(state.carried, "towns[1].cost"), true);
  assert.equal(isCarried(state.carried, "towns"), true);
  assert.deepEqual(confirmed(state, "towns").carried, ["org"]);
  assert.deepEqual(confirmed(CARRIED, "towns").carried, ["org"]);
  assert.deepEqual(confirmed(state, "samples"), {});
});

test("moving confirms nothing, and the marks go with their records", () => {
  const state = { ...CARRIED, ...confirmed(CARRIED, "towns[0].name") };
  assert.deepEqual(reordered(state, "towns", [1, 0]).carried, ["org", "towns[0]"]);
  assert.deepEqual(reordered(CARRIED, "towns", [1, 0]).carried, ["org", "towns"]);
  assert.deepEqual(reordered(state, "towns", [0]).carried, ["org"]);
  assert.deepEqual(withRecord(CARRIED, "towns", { name: "" }).carried, ["org", "towns[0]", "towns[1]"]);
});

test("a list without its last record is unfilled: its own button states that there is none", () => {
  const change = reordered(CARRIED, "towns", []);
  assert.equal("towns" in (change.facts ?? {}), false);
  assert.deepEqual(change.carried, ["org"]);
});

test("what is carried counts once a fact, and only where the text asks for it", () => {
  assert.deepEqual(carriedFacts(["org", "towns[0]", "towns[1]", "constructor"], ["org", "towns"]), [
    "org",
    "towns",
  ]);
});
