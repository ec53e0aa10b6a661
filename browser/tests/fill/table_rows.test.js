// The rows of the table of all indicators.

import assert from "node:assert/strict";
import { test } from "node:test";

import { computedSides } from "../../facts/computed_sides.js";
import { formGroups, inOrder } from "../../fill/form_groups.js";
import { consequences, duePaths, isFarApart, tableGroups, valuesOf } from "../../fill/table_rows.js";
import { Composer } from "../../library/compose.js";
import { Summary } from "../../library/summary.js";
import { ARCHETYPE, FACTS } from "../support/water_quarter.js";

/** @typedef {import("../../schema/types.js").Archetype} Archetype */
/** @typedef {import("../../schema/types.js").FactSpec} FactSpec */
/** @typedef {import("../../schema/types.js").Statement} Statement */

const plain = { hint: "", topic: "" };
const body = /** @type {import("../../schema/types.js").Section} */ (ARCHETYPE.sections["body"]);
/** @type {Record<string, FactSpec>} */
const MORE = {
  passed: { ...plain, label: "合格水样", type: "count", unit: "份", range: ["0", "1000"] },
  pass_rate: { ...plain, label: "合格率", type: "rate", unit: "%", numerator: "passed", denominator: "samples" },
  state: { ...plain, label: "补助", type: "amount", unit: "万元", range: ["0", "100000"] },
  funds: { ...plain, label: "投入", type: "amount", unit: "万元", sum_of: ["paid", "state"] },
};
const COUNT = /** @type {Statement} */ (["=", ["()", "count", "towns"]]);
const NAMES = ["samples", "passed", "pass_rate", "paid", "state", "funds", "measure"];
/** @type {Archetype} */
const WATER = {
  ...ARCHETYPE,
  outline: [{ use: "body" }, { use: "again" }],
  sections: {
    body: {
      ...body,
      places: [{ name: "正文", body: [...NAMES.map((name) => /** @type {Statement} */ (["=", name])), COUNT] }],
      entered: ["samples", "passed", "paid", "state", "measure", "towns"],
    },
    again: { ...body, places: [{ name: "正文", body: [["=", "pass_rate"], ["=", "grade"]] }], entered: ["samples", "grade"] },
  },
  facts: { ...ARCHETYPE.facts, ...MORE },
};
const summary = new Summary(WATER);
const groups = tableGroups(summary, formGroups(summary));
const rows = groups.flatMap((group) => group.rows);
const rowOf = (/** @type {string} */ name) => {
  const found = rows.find((row) => row.name === name);
  assert.ok(found, name);
  return found;
};
const factOf = (/** @type {string} */ name, /** @type {import("../../schema/types.js").Facts} */ facts = FACTS) =>
  valuesOf(WATER.facts, [rowOf(name)], facts).fact(name);

test("texts come first, a computed figure after the last that it is made from, each fact once", () => {
  const [, first, second] = groups.map((group) => group.rows.map(({ name }) => name));
  assert.deepEqual(first, ["measure", "samples", "passed", "pass_rate", "paid", "state", "funds", "towns"]);
  assert.deepEqual(second, ["grade"]);
});

test("a figure has the columns that it is declared with, a rate those where it may be entered, a list none", () => {
  assert.deepEqual(rowOf("paid").paths, { now: "paid.now", last: "paid.last", plan: "paid.plan" });
  assert.deepEqual(rowOf("samples").paths, { now: "samples" });
  assert.deepEqual(rowOf("measure").paths, { now: "measure" });
  assert.deepEqual([rowOf("pass_rate"), rowOf("towns")].map(({ kind, paths }) => [kind, paths]), [
    ["computed", { now: "pass_rate.now" }],
    ["list", {}],
  ]);
});

test("in the form a rate stands after the last figure that it is made from", () => {
  const group = { id: "", name: "", facts: ["samples", "passed", "paid"], rates: ["pass_rate", "unknown_rate"] };
  assert.deepEqual(inOrder(WATER.facts, group), ["samples", "passed", "pass_rate", "paid", "unknown_rate"]);
});

test("a row depends on all that it is made from", () => {
  assert.deepEqual([...rowOf("funds").sources], ["funds", "paid", "state"]);
});

test("a computed figure is shown without its unit, with its formula", () => {
  const { now, last } = computedSides(factOf("pass_rate", { samples: "300", passed: "270" }));
  assert.deepEqual(now, { text: "90", formula: "270 ÷ 300 = 90%" });
  assert.deepEqual(last, { text: "", formula: "" });
  assert.equal(computedSides(factOf("pass_rate", { samples: "0", passed: "0" })).now.text, "");
});

test("a figure is compared with the last period and with its plan", () => {
  const made = (/** @type {Record<string, string>} */ paid) => consequences(factOf("paid", { paid })).map(({ text }) => text);
  assert.deepEqual(made({ now: "1518.20", last: "1236.11", plan: "1500" }), ["增加282.09万元", "增长22.82%", "为计划的101.21%"]);
  assert.deepEqual(made({ now: "5", last: "5" }), ["持平"]);
  assert.deepEqual(made({ now: "5", plan: "0" }), []);
  assert.deepEqual(made({ last: "5", plan: "6" }), []);
});

test("more than twice, or less than half, is far apart; the same is not", () => {
  const apart = (/** @type {string} */ now, /** @type {string} */ last) => isFarApart(factOf("paid", { paid: { now, last } }));
  assert.deepEqual([apart("21", "10"), apart("20", "10"), apart("4.9", "10"), apart("5", "10"), apart("7", "7")], [true, false, true, false, false]);
  assert.equal(isFarApart(factOf("paid", { paid: { now: "1" } })), false);
});

test("what is due is what the text has blanks for and nobody has given", () => {
  const facts = { samples: "300", paid: { now: "1" } };
  const { blocks } = new Composer(WATER).document(facts);
  assert.deepEqual([...duePaths(blocks, facts)].sort(), ["grade", "measure", "passed", "state", "towns"]);
  assert.equal(duePaths(blocks, { ...facts, towns: [] }).has("towns"), false);
});
