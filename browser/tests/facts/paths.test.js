// Reading, replacing and naming values at their paths.

import assert from "node:assert/strict";
import { test } from "node:test";

import { labelAt, valueAt, withValueAt } from "../../facts/paths.js";
import { ARCHETYPE, FACTS } from "../support/water_quarter.js";

test("what is written can be read and replaced at every kind of path", () => {
  for (const path of ["org", "paid.last", "towns[1].name"]) {
    const facts = withValueAt(FACTS, path, "新");
    assert.equal(valueAt(facts, path), "新");
    assert.notEqual(valueAt(FACTS, path), "新");
  }
  assert.equal(valueAt(FACTS, "nothing.now"), "");
  assert.equal(valueAt(FACTS, "towns[7].name"), "");
});

test("what is emptied is left out, but a record keeps its fields", () => {
  assert.equal("org" in withValueAt(FACTS, "org", ""), false);
  assert.deepEqual(withValueAt(FACTS, "paid.plan", "")["paid"], { now: "1518.20", last: "1236.11" });
  assert.equal("paid" in withValueAt({ paid: { now: "1" } }, "paid.now", ""), false);
  const towns = withValueAt(FACTS, "towns[0].cost", "")["towns"];
  assert.deepEqual(towns, [
    { name: "东镇", cost: "" },
    { name: "西镇", cost: "" },
  ]);
});

test("a path has a name for people", () => {
  assert.equal(labelAt(ARCHETYPE.facts, "paid.last"), "支出（上期）");
  assert.equal(labelAt(ARCHETYPE.facts, "towns[1].cost"), "乡镇第2个·投入");
  assert.equal(labelAt(ARCHETYPE.facts, "org"), "单位");
});
