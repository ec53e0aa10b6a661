// Days in sheets that have no year.

import assert from "node:assert/strict";
import { test } from "node:test";

import { FactReader } from "../../exchange/sheet_facts.js";
import { withYears } from "../../exchange/sheet_days.js";
import { parsePeriod } from "../../figures/periods.js";

/** @type {Record<string, import("../../schema/types.js").FactSpec>} */
const SPECS = {
  signed: { label: "成文日期", hint: "", topic: "", type: "date" },
  note: { label: "备注", hint: "", topic: "", type: "text" },
  talks: {
    ...{ label: "会议", hint: "", topic: "", type: "list" },
    fields: { day: { label: "日期", hint: "", type: "date" }, name: { label: "名称", hint: "", type: "text" } },
  },
};

test("a day gets the year of the period, in records too, and a text stays", () => {
  const typed = { signed: "4.7", note: "4.7", talks: [{ day: "5月1日", name: "5.1" }, { day: "", name: "甲" }] };
  assert.deepEqual(withYears(typed, SPECS, parsePeriod("2026Q2")), {
    ...{ signed: "2026-04-07", note: "4.7" },
    talks: [{ day: "2026-05-01", name: "5.1" }, { day: "", name: "甲" }],
  });
  assert.deepEqual(withYears(typed, SPECS, null), typed);
});

test("a number is no day: it may have been typed with a zero at its end", () => {
  const head = ["编号", "章节", "指标", "单位", "本期"];
  const facts = (/** @type {string | number} */ cell) =>
    new FactReader(SPECS).read([{ sheet: "数据", data: [head, ["signed", "", "", "", cell]] }]).facts;
  assert.deepEqual(facts("4.3"), { signed: "4.3" });
  assert.deepEqual(facts(4.3), { signed: "数值4.3" });
});
