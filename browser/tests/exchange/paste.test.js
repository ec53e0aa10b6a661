// Pasting cells from a spreadsheet.

import assert from "node:assert/strict";
import { test } from "node:test";

import { EMPTY } from "../../drafts/state.js";
import { linesOf, pasted } from "../../exchange/paste.js";
import { cellsOf, isBlock } from "../../exchange/pasted_cells.js";
import { ARCHETYPE, FACTS } from "../support/water_quarter.js";

test("the cells of a spreadsheet, with quotes and line ends in them", () => {
  assert.deepEqual(cellsOf("1\t2\r\n3\t4\r\n"), [
    ["1", "2"],
    ["3", "4"],
  ]);
  assert.deepEqual(cellsOf('"一\n二"\t"说""好"""'), [["一\n二", '说"好"']]);
  assert.deepEqual(cellsOf("1\n\n3\n\n\t\n"), [["1"], [""], ["3"]]);
});

test("lines are cells among figures and in a list, but paragraphs in a text", () => {
  const block = (/** @type {string} */ text, /** @type {string} */ start) =>
    isBlock(cellsOf(text), ARCHETYPE.facts, start);
  assert.equal(block("只有一格", "samples"), false);
  assert.equal(block("1\n2", "samples"), true);
  assert.equal(block("甲\n乙", "org"), false);
  assert.equal(block("甲\t乙", "org"), true);
  assert.equal(block("甲\n乙", "towns[0].name"), true);
});

const LINES = linesOf(["org", "towns[0].name", "towns[0].cost", "paid.now", "paid.last", "paid.plan", "samples"]);

/** @param {string} text @param {string} start @param {import("../../drafts/state.js").State} [state] */
function paste(text, start, state = { ...EMPTY, facts: { towns: [{ name: "", cost: "" }] } }) {
  const { state: next, remarks } = pasted(ARCHETYPE.facts, state, cellsOf(text), LINES, start);
  return { ...next.facts, carried: next.carried, remarks };
}

const NOTHING = { towns: [{ name: "", cost: "" }], carried: [], remarks: [] };

test("rows go down the facts, columns across the sides; an empty row keeps its place", () => {
  const paid = { now: "1", last: "2" };
  assert.deepEqual(paste("1\t2\n3", "paid.now"), { ...NOTHING, paid, samples: "3" });
  assert.deepEqual(paste("\n3", "paid.now"), { ...NOTHING, samples: "3" });
  assert.deepEqual(paste("1\t\t3", "paid.now"), { ...NOTHING, paid: { now: "1", plan: "3" } });
});

test("the columns of a table stay where a line has no cell in one of them", () => {
  const lines = [["paid.last", "paid.now", "paid.plan"], ["", "samples", ""]];
  const { state, remarks } = pasted(ARCHETYPE.facts, EMPTY, cellsOf("1\t2\n3\t4"), lines, "paid.last");
  assert.deepEqual(state.facts, { paid: { last: "1", now: "2" }, samples: "4" });
  assert.deepEqual(remarks, ["有1格没有地方放，没有填入。"]);
});

test("what finds no place or does not fit is counted and reported", () => {
  assert.deepEqual(paste("9\t8\t7\t6\n甲\n1", "paid.now").remarks, [
    "有2格没有地方放，没有填入。",
    "有1格与所填的栏不合，填入后要改：甲。",
  ]);
});

test("a paste into a list stays in it and adds records", () => {
  const records = (/** @type {[string, string][]} */ ...all) => all.map(([name, cost]) => ({ name, cost }));
  const three = paste("甲\n乙\n丙", "towns[0].name");
  assert.deepEqual(three, { ...NOTHING, towns: records(["甲", ""], ["乙", ""], ["丙", ""]) });
  const two = paste("甲\t1\n\n丙\t3", "towns[0].name");
  assert.deepEqual(two, { ...NOTHING, towns: records(["甲", "1"], ["丙", "3"]) });
  const state = { ...EMPTY, facts: { towns: FACTS.towns }, carried: ["towns"] };
  const towns = records(["东镇", "1"], ["西镇", ""], ["", "3"]);
  assert.deepEqual(paste("1\n\n3", "towns[0].cost", state), { ...NOTHING, towns, carried: ["towns[1]"] });
  assert.deepEqual(paste("甲\t1\t多", "towns[0].name").remarks, ["有1格没有地方放，没有填入。"]);
});

test("cells without heads go into the columns that stand on the page", () => {
  const { facts } = ARCHETYPE;
  const { state, remarks } = pasted(facts, EMPTY, cellsOf("1\t甲\n2"), LINES, "towns[0].cost", ["cost"]);
  assert.deepEqual(state.facts, { towns: [{ name: "", cost: "1" }, { name: "", cost: "2" }] });
  assert.deepEqual(remarks, ["有1格没有地方放，没有填入。"]);
  const headed = pasted(facts, EMPTY, cellsOf("投入\t名称\n1\t甲"), LINES, "towns[0].cost", ["cost"]);
  assert.deepEqual(headed.state.facts, { towns: [{ name: "甲", cost: "1" }] });
});

test("a list takes its columns by their heads", () => {
  const towns = [{ name: "甲", cost: "1" }, { name: "乙", cost: "2" }];
  assert.deepEqual(paste("投入（万元）\t名称\n1\t甲\n2\t乙", "towns[0].cost"), { ...NOTHING, towns });
  assert.deepEqual(paste("名称\t备注\t投入\n甲\t好\t1\n乙\t\t2", "towns[0].name"), {
    ...{ ...NOTHING, towns, remarks: ["有1格没有地方放，没有填入。"] },
  });
});
