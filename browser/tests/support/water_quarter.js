// A small archetype, facts and a state, for the tests of drafts, exchange, preview and form.

import { EMPTY } from "../../drafts/state.js";

/** @typedef {import("../../schema/types.js").Archetype} Archetype */

const template = { body: [], facts: [], entered: [] };
const example = (/** @type {string} */ name, /** @type {Record<string, string>} */ facts) => ({
  ...{ id: name, name, without: [], headings: {} },
  facts: { org: name, ...facts },
});
const PRINTED = ["org", "period", "paid", "towns", "samples", "grade", "measure", "held"];
/** @type {Archetype} */
export const ARCHETYPE = {
  id: "water-quarter",
  title: "水质季度总结",
  short: "水质季度",
  version: "1.0.0",
  periods: ["quarter"],
  form: "detailed",
  outline: [{ use: "body" }],
  sections: {
    body: {
      facts: [],
      places: [{ name: "正文", body: PRINTED.map((name) => ["=", name]) }],
      entered: ["org", "period", "last_period", "paid", "towns", "samples", "grade", "measure", "held"],
      name: "正文",
      heading: true,
      role: "做法",
      summary: "",
      annotation: { content: "", motive: "", form: "" },
    },
  },
  frame: { title: template, addressee: template, signature: template, date: template, endnote: template },
  facts: {
    org: { label: "单位", hint: "", topic: "", type: "text" },
    period: { label: "时段", hint: "", topic: "", type: "period" },
    last_period: { label: "比较时段", hint: "", topic: "", type: "period", required: false },
    paid: {
      ...{ label: "支出", hint: "", topic: "", unit: "万元" },
      ...{ type: "amount", range: ["0", "100000"], series: ["last", "plan"] },
    },
    samples: { label: "水样", hint: "", topic: "", type: "count", unit: "份", range: ["0", "1000"] },
    held: { label: "检查日期", hint: "", topic: "", type: "date", required: false },
    signed: { label: "成文日期", hint: "", topic: "", type: "date" },
    measure: { label: "措施", hint: "如“由施工单位限期返修”", topic: "", type: "text", required: false },
    grade: { label: "级别", hint: "", topic: "", type: "choice", options: ["县级", "市级"] },
    towns: {
      ...{ label: "乡镇", hint: "", topic: "", type: "list", unit: "个" },
      fields: {
        name: { label: "名称", hint: "", type: "text" },
        cost: { label: "投入", hint: "", type: "amount", unit: "万元", required: false },
      },
    },
  },
  examples: [
    example("某县水务站", { samples: "214", measure: "先查水源再换管道" }),
    example("某市水务站", { samples: "214", measure: "由施工单位限期返修" }),
    example("某区水务站", { measure: "每季度检测一次水质" }),
    example("某乡水务站", { measure: "每季度检测一次水质" }),
  ],
};
export const FACTS = {
  org: "东县水务站",
  period: "2026Q1",
  last_period: "2025Q1",
  paid: { now: "1518.20", last: "1236.11", plan: "1500" },
  samples: "300",
  signed: "2026-04-02",
  grade: "县级",
  towns: [
    { name: "东镇", cost: "3.5" },
    { name: "西镇", cost: "" },
  ],
};
export const STATE = { ...EMPTY, facts: FACTS };
