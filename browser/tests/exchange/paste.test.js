// Pasting cells from a spreadsheet.

import assert from "node:assert/strict";
import { test } from "node:test";

import { EMPTY } from "../../drafts/state.js";
import { cellsOf, isBlock, pasted } from "../../exchange/paste.js";
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

const PATHS = ["org", "towns[0].name", "towns[0].cost", "paid.now", "paid.last", "paid.plan", "samples"];

/** @param {string} text @param {string} start @param {import("../../drafts/state.js").State} [state] */
function paste(text, start, state = { ...EMPTY, facts: { towns: [{ name: "", cost: "" }] } }) {
  const { state: next, remarks } = pasted(ARCHETYPE.facts, state, cellsOf(text), PATHS, start);
  return { ...next.facts, carried: next.carried, remarks };
}

const NOTHING = { towns: [{ name: "", cost: "" }], carried: [], remarks: [] };

test("rows go down the facts, columns across the sides; an empty row keeps its place", () => {
  const paid = { now: "1", last: "2" };
  assert.deepEqual(paste("1\t2\n3", "paid.now"), { ...NOTHING, paid, samples: "3" });
  assert.deepEqual(paste("\n3", "paid.now"), { ...NOTHING, samples: "3" });
  assert.deepEqual(paste("1\t\t3", "paid.now"), { ...NOTHING, paid: { now: "1", plan: "3" } });
});

test("what finds no place or does not fit is counted and reported", () => {
  assert.deepEqual(paste("9\t8\t7\t6\n甲\n1", "paid.now").remarks, [
    "有2格没有地方放，没有填入。",
    "有1格与所填的栏不合，填入后要改：甲。",
  ]);
});

test("the titles of columns and rows do not shift the figures", () => {
  const remarks = ["表头和左边的说明栏不是数，没有填入。"];
  const wanted = { ...NOTHING, paid: { now: "1", last: "2" }, samples: "3", remarks };
  assert.deepEqual(paste("本期\t上期\n1\t2\n3", "paid.now"), wanted);
  assert.deepEqual(paste("指标\t2026年\t上期\n支出\t1\t2\n水样\t3", "paid.now"), wanted);
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
