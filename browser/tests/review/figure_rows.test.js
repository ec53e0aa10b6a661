// Which figures of a text are offered for a draft, on which side, and what keeps them from being filled in.

import assert from "node:assert/strict";
import test from "node:test";

import { parsePeriod } from "../../figures/periods.js";
import { figureRows, fitOf, isSame, mistakeOf, presentAt, withRows } from "../../review/figure_rows.js";

/** @typedef {import("../../extraction/types.js").StatedFigure} StatedFigure */

const spec = (/** @type {string} */ label, more = {}) =>
  /** @type {import("../../schema/types.js").FactSpec} */ ({ label, unit: "人", hint: "", topic: "", type: "count", range: ["0", "1000"], ...more });
const SPECS = {
  seen: spec("接诊", { series: ["last"] }),
  trained: spec("培训人数"),
  good: spec("规范管理", { series: ["last"] }),
  rate: spec("规范管理率", { type: "rate", unit: "%", numerator: "good", denominator: "seen" }),
};
const DRAFT = { period: "2026Q1", last_period: "2025Q1" };

/**
 * @param {string} path
 * @param {string} typed
 * @param {Partial<StatedFigure>} [more]
 * @returns {StatedFigure}
 */
function figure(path, typed, more = {}) {
  return { start: 0, end: 2, path, typed, sure: true, others: [], derived: false, comparison: "", sentence: "", ...more };
}

/**
 * @param {StatedFigure[]} figures
 * @param {import("../../review/figure_rows.js").Fit} [fit]
 */
function rows(figures, fit = "same") {
  return figureRows(figures, SPECS, DRAFT, fit).map(({ path, typed, chosen }) => `${path}=${typed}${chosen ? "" : "?"}`);
}

test("a text of the draft's period keeps its sides", () => {
  assert.equal(fitOf(parsePeriod("2026Q1") ?? undefined, DRAFT), "same");
  assert.deepEqual(rows([figure("seen.now", "40"), figure("seen.last", "37", { comparison: "year" })]), ["seen.now=40", "seen.last=37"]);
});

test("a text of the period compared with gives the earlier values, and nothing else", () => {
  assert.equal(fitOf(parsePeriod("2025Q1") ?? undefined, DRAFT), "base");
  const figures = [figure("seen.now", "40"), figure("seen.last", "37"), figure("trained", "86")];
  assert.deepEqual(rows(figures, "base"), ["seen.last=40"]);
});

test("nothing is chosen of a text of another period, or compared with another", () => {
  assert.equal(fitOf(parsePeriod("2024Q1") ?? undefined, DRAFT), "other");
  assert.deepEqual(rows([figure("seen.now", "40")], "other"), ["seen.now=40?"]);
  assert.deepEqual(rows([figure("seen.last", "37", { comparison: "period" })]), ["seen.last=37?"]);
});

test("what is not sure is offered, not chosen, with what else it may be", () => {
  const [row] = figureRows([figure("trained", "86", { sure: false, others: ["seen.now"] })], SPECS, DRAFT, "same");
  assert.deepEqual([row?.chosen, row?.paths], [false, ["trained", "seen.now"]]);
});

test("a rate is left out where its counts are there", () => {
  const counts = [figure("good.now", "30"), figure("seen.now", "40")];
  assert.deepEqual(rows([...counts, figure("rate.now", "75")]), ["good.now=30", "seen.now=40"]);
  assert.deepEqual(rows([figure("rate.now", "75")]), ["rate.now=75"]);
});

test("a figure that is said twice is offered once", () => {
  assert.deepEqual(rows([figure("trained", "86", { sure: false }), figure("trained", "86")]), ["trained=86"]);
});

test("an equal value is known in whichever way it is written", () => {
  assert.equal(isSame("40.0", "40"), true);
  assert.equal(isSame("", "0"), false);
});

test("what cannot be entered and what is chosen twice is refused with its name", () => {
  const label = (/** @type {string} */ path) => path;
  assert.match(mistakeOf([{ path: "trained", typed: "86人" }], SPECS, label), /“trained”的“86人”填不进去/);
  assert.match(mistakeOf([{ path: "trained", typed: "86" }, { path: "trained", typed: "88" }], SPECS, label), /勾了两个数：86和88/);
  assert.equal(mistakeOf([{ path: "trained", typed: "86" }], SPECS, label), "");
});

test("the other facts of the draft stay as they are", () => {
  const facts = { ...DRAFT, seen: { last: "37" }, trained: "5" };
  assert.deepEqual(withRows(facts, [{ path: "seen.now", typed: "40" }], SPECS), { ...DRAFT, seen: { last: "37", now: "40" }, trained: "5" });
});

test("a list is filled in as records, and told in words", () => {
  const fields = { name: spec("隐患", { type: "text", unit: undefined }), number: spec("处数", { unit: "处" }) };
  const specs = { ...SPECS, kinds: spec("隐患类别", { type: "list", unit: "类", fields }) };
  const typed = "私接电线41处、安全出口堆物19处";
  const facts = withRows(DRAFT, [{ path: "kinds", typed }], specs);
  assert.deepEqual(facts["kinds"], [{ name: "私接电线", number: "41" }, { name: "安全出口堆物", number: "19" }]);
  assert.equal(presentAt(facts, "kinds", specs), typed);
  assert.equal(mistakeOf([{ path: "kinds", typed }], specs, (path) => path), "");
  assert.match(mistakeOf([{ path: "kinds", typed: "私接电线41" }], specs, (path) => path), /名称＋数＋处/);
  assert.match(mistakeOf([{ path: "kinds", typed: "私接电线41处、堵塞9999处" }], specs, (path) => path), /填不进去/);
});
