// Rolling a draft forward to the next period; tests/differential/test_roll_forward.py compares with Python.

import assert from "node:assert/strict";
import { test } from "node:test";

import { withoutChanged } from "../../drafts/carried_words.js";
import { confirmed } from "../../drafts/list_records.js";
import { Store } from "../../drafts/state.js";
import { misfit, usualBase } from "../../exchange/comparison.js";
import { rollForward } from "../../exchange/roll_forward.js";
import { parsePeriod } from "../../figures/periods.js";
import { Summary } from "../../library/summary.js";
import { ARCHETYPE, FACTS, STATE } from "../support/water_quarter.js";

const SUMMARY = new Summary(ARCHETYPE);

test("rolling forward moves figures, empties days and marks what is carried over", () => {
  const { facts, carried, content } = rollForward(SUMMARY, STATE);
  assert.deepEqual(facts, {
    org: "东县水务站",
    period: "2026Q2",
    last_period: "2026Q1",
    paid: { last: "1518.20" },
    grade: "县级",
    towns: FACTS.towns,
  });
  assert.deepEqual(carried, ["org", "grade", "towns"]);
  assert.deepEqual(content, { marks: { rolled_from: "2026Q1" } });
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
  const summary = new Summary({ ...ARCHETYPE, facts: /** @type {any} */ (facts) });
  const next = rollForward(summary, { ...STATE, facts: typed });
  assert.deepEqual(next.facts, { compared: { last: "98" } });
  assert.deepEqual(next.carried, []);
});

test("figures of another period do not become the last; those of its draft do", () => {
  const alone = rollForward(SUMMARY, STATE, { base: "year-before" });
  assert.equal(alone.facts["last_period"], "2025Q2");
  assert.equal(alone.facts["paid"], undefined);
  const source = { facts: { paid: { now: "7", last: "6" } }, content: {} };
  const compared = rollForward(SUMMARY, STATE, { base: "year-before", source });
  assert.deepEqual(compared.facts["paid"], { last: "7" });
});

test("a draft is compared with one of its unit and period", () => {
  const wanted = parsePeriod("2025Q2");
  assert.ok(wanted);
  assert.equal(misfit(FACTS, { ...FACTS, period: "2025Q2" }, wanted), "");
  assert.equal(misfit(FACTS, FACTS, wanted), "是2026年第一季度的，要比的是2025年第二季度");
  assert.equal(misfit(FACTS, { org: "$&" }, wanted), "是“$&”的，这一份是“东县水务站”的");
  assert.equal(misfit(FACTS, { org: FACTS.org }, wanted), "没有填总结时段");
  assert.equal(usualBase(FACTS), "year-before");
  assert.equal(usualBase({ period: "2026Q1" }), "previous");
});

test("own words that are carried over are confirmed by an edit or by their key", () => {
  const own = { texts: { body: { 正文: "甲" } }, sections: { "own-a": { name: "乙", text: "丙" } } };
  const carried = ["org", "own.texts/body/正文", "own.sections/own-a"];
  const store = new Store({ ...STATE, content: { own }, carried });
  const changed = { own: { ...own, texts: { body: { 正文: "丁" } } } };
  store.change("text", { content: changed });
  assert.deepEqual(store.state.carried, ["org", "own.sections/own-a"]);
  assert.deepEqual(confirmed(store.state, "own.sections/own-a"), { carried: ["org"] });
  store.undo();
  assert.deepEqual(store.state.carried, carried);
  assert.equal(withoutChanged(carried, { own }, { own }).length, 3);
});
