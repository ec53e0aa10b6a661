// A collection sheet changes only what it fills in; several are put together.

import assert from "node:assert/strict";
import { test } from "node:test";

import { combined, withSheetFacts, withValue } from "../../exchange/combine.js";
import { FACTS } from "../support/water_quarter.js";

test("a sheet changes nothing where it is empty", () => {
  assert.deepEqual(withSheetFacts(FACTS, { paid: { now: "1600" }, samples: "7", towns: [] }), {
    ...FACTS,
    ...{ paid: { ...FACTS.paid, now: "1600" }, samples: "7", towns: [] },
  });
});

test("sheets are put together; what two of them state differently is left open", () => {
  const sheets = [
    { name: "甲", facts: { org: "东县", paid: { now: "1" }, towns: [{ name: "东镇" }] } },
    { name: "乙", facts: { org: "东县", paid: { now: "2", last: "3" }, towns: [] } },
    { name: "丙", facts: { paid: { now: "1" } } },
  ];
  const { facts, conflicts } = combined(sheets);
  assert.deepEqual(facts, { org: "东县", paid: { last: "3" } });
  assert.deepEqual(conflicts, [
    { fact: "paid", side: "now", given: [{ value: "1", names: ["甲", "丙"] }, { value: "2", names: ["乙"] }] },
    { fact: "towns", side: "", given: [{ value: [{ name: "东镇" }], names: ["甲"] }, { value: [], names: ["乙"] }] },
  ]);
  assert.deepEqual(withValue(facts, { fact: "paid", side: "now" }, "2")["paid"], { now: "2", last: "3" });
  assert.deepEqual(withValue(facts, { fact: "towns", side: "" }, [])["towns"], []);
});
