// The parts of the form that need no page: paths, pastes, edits, files, changes, rolling forward.

import assert from "node:assert/strict";
import { test } from "node:test";

import { figureLines } from "../../engine/figure_table.js";
import { changesOf } from "../../fill/changes.js";
import { draftText, FileError, readDraft } from "../../fill/draft_file.js";
import { applyEdits, withEdit } from "../../fill/edits.js";
import { markdown, plainText } from "../../fill/live.js";
import { cellsOf, filled, isBlock } from "../../fill/paste.js";
import { labelAt, withWritten, writtenAt } from "../../fill/paths.js";
import { warnings } from "../../fill/review.js";
import { rolled } from "../../fill/roll.js";
import { EMPTY } from "../../fill/state.js";

/** @typedef {import("../../engine/types.js").Archetype} Archetype */
/** @typedef {import("../../fill/edits.js").Shown} Shown */

const template = { body: [], facts: [], entered: [] };
/** @type {Archetype} */
const ARCHETYPE = {
  id: "water-quarter",
  title: "水质季度总结",
  short: "水质季度",
  version: "1.0.0",
  period: "quarter",
  form: "brief",
  outline: [{ use: "body" }],
  sections: {
    body: {
      ...template,
      entered: ["org", "period", "last_period", "paid", "towns", "samples", "grade"],
      name: "正文",
      heading: true,
      role: "做法",
      summary: "",
      annotation: { content: "", motive: "", form: "" },
    },
  },
  frame: { title: template, signature: template, date: template },
  facts: {
    org: { label: "单位", hint: "", topic: "", type: "text" },
    period: { label: "时段", hint: "", topic: "", type: "period" },
    last_period: { label: "比较时段", hint: "", topic: "", type: "period", required: false },
    paid: {
      ...{ label: "支出", hint: "", topic: "", unit: "万元" },
      ...{ type: "amount", range: ["0", "100000"], series: ["last", "plan"] },
    },
    samples: { label: "水样", hint: "", topic: "", type: "count", unit: "份", range: ["0", "1000"] },
    signed: { label: "成文日期", hint: "", topic: "", type: "date" },
    grade: { label: "级别", hint: "", topic: "", type: "choice", options: ["县级", "市级"] },
    towns: {
      ...{ label: "乡镇", hint: "", topic: "", type: "list", unit: "个" },
      fields: {
        name: { label: "名称", hint: "", type: "text" },
        cost: { label: "投入", hint: "", type: "amount", unit: "万元", required: false },
      },
    },
  },
  examples: [{ id: "x", name: "某县水务站", without: [], facts: { org: "某县水务站", samples: "214" } }],
};
const FACTS = {
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
const STATE = { ...EMPTY, facts: FACTS };

// --- paths ---

test("what is written can be read and replaced at every kind of path", () => {
  for (const path of ["org", "paid.last", "towns[1].name"]) {
    const facts = withWritten(FACTS, path, "新");
    assert.equal(writtenAt(facts, path), "新");
    assert.notEqual(writtenAt(FACTS, path), "新");
  }
  assert.equal(writtenAt(FACTS, "nothing.now"), "");
  assert.equal(writtenAt(FACTS, "towns[7].name"), "");
});

test("what is emptied is left out, but a record keeps its fields", () => {
  assert.equal("org" in withWritten(FACTS, "org", ""), false);
  assert.deepEqual(withWritten(FACTS, "paid.plan", "")["paid"], { now: "1518.20", last: "1236.11" });
  assert.equal("paid" in withWritten({ paid: { now: "1" } }, "paid.now", ""), false);
  const towns = withWritten(FACTS, "towns[0].cost", "")["towns"];
  assert.deepEqual(towns, [
    { name: "东镇", cost: "" },
    { name: "西镇", cost: "" },
  ]);
});

test("a path has a name for people", () => {
  assert.equal(labelAt(ARCHETYPE, "paid.last"), "支出（上期）");
  assert.equal(labelAt(ARCHETYPE, "towns[1].cost"), "乡镇第2个·投入");
  assert.equal(labelAt(ARCHETYPE, "org"), "单位");
});

// --- pasting ---

test("the cells of a spreadsheet, with quotes and line ends in them", () => {
  assert.deepEqual(cellsOf("1\t2\r\n3\t4\r\n"), [
    ["1", "2"],
    ["3", "4"],
  ]);
  assert.deepEqual(cellsOf('"一\n二"\t"说""好"""'), [["一\n二", '说"好"']]);
  assert.equal(isBlock(cellsOf("只有一格")), false);
  assert.equal(isBlock(cellsOf("1\n2")), true);
});

test("rows go down the facts, columns across the sides", () => {
  const paths = ["org", "paid.now", "paid.last", "paid.plan", "samples"];
  const cells = [["1", "2"], ["3"]];
  assert.deepEqual(filled(cells, paths, "paid.now"), [
    { path: "paid.now", text: "1" },
    { path: "paid.last", text: "2" },
    { path: "samples", text: "3" },
  ]);
  assert.deepEqual(filled([["9", "8", "7"]], paths, "paid.last"), [
    { path: "paid.last", text: "9" },
    { path: "paid.plan", text: "8" },
  ]);
});

// --- edits ---

/** @param {string[]} texts */
function blocks(...texts) {
  return texts.map((text) => ({
    ...{ type: /** @type {const} */ ("paragraph"), level: 0, number: "", section: "body", text },
    runs: [{ text }],
  }));
}

test("an edit survives changes elsewhere and is stale when its own text changes", () => {
  const [, second] = applyEdits(blocks("甲", "乙"), []).blocks;
  const edits = withEdit([], /** @type {Shown} */ (second), "改");
  const texts = (/** @type {string[]} */ ...all) =>
    applyEdits(blocks(...all), edits).blocks.map(({ text, stale }) => [text, stale ?? null]);
  assert.deepEqual(texts("变", "乙"), [["变", null], ["改", false]]);
  assert.deepEqual(texts("新", "甲", "乙"), [["新", null], ["甲", null], ["改", false]]);
  assert.deepEqual(texts("甲", "丙"), [["甲", null], ["改", true]]);
});

test("marks that turn the direction are taken out of an edit", () => {
  const [first] = applyEdits(blocks("甲"), []).blocks;
  const edits = withEdit([], /** @type {Shown} */ (first), "乙\u202e丙\u200f\u061c丁");
  const [edited] = applyEdits(blocks("甲"), edits).blocks;
  assert.equal(edited?.text, "乙丙丁");
  assert.deepEqual(edited.runs, [{ text: "乙丙丁" }]);
});

test("an edit whose paragraph is gone is not lost", () => {
  const [first] = applyEdits(blocks("甲"), []).blocks;
  const edits = withEdit([], /** @type {Shown} */ (first), "改");
  assert.deepEqual(applyEdits([], edits).lost, edits);
});

test("putting the generated text back takes the edit away", () => {
  const [first] = applyEdits(blocks("甲"), []).blocks;
  const edits = withEdit([], /** @type {Shown} */ (first), "改");
  const [edited] = applyEdits(blocks("甲"), edits).blocks;
  assert.deepEqual(withEdit(edits, /** @type {Shown} */ (edited), "甲"), []);
});

test("a draft says so in its first line, a final text does not", () => {
  const { blocks: shown } = applyEdits(blocks("甲*"), []);
  assert.equal(plainText(shown, []), "　　甲*");
  assert.equal(plainText(shown, ["3处空白"]).split("\n")[0], "【草稿：3处空白，不得作为正式稿使用】");
  assert.equal(markdown(shown, []), "甲\\*\n");
});

// --- files ---

test("a draft written to a file and read again is the same", () => {
  const state = {
    ...STATE,
    without: ["body"],
    headings: { body: "自拟标题" },
    edits: [{ section: "body", index: 0, generated: "甲", text: "乙" }],
    carried: ["grade"],
  };
  const read = readDraft(ARCHETYPE, draftText(ARCHETYPE, "我的草稿", state));
  assert.deepEqual(read, { state, name: "我的草稿", ignored: [] });
});

/** @type {[string, unknown, RegExp][]} */
const REFUSED = [
  ["no JSON", "PK\u0003\u0004", /读不懂这个文件/],
  ["a truncated file", draftText(ARCHETYPE, "x", STATE).slice(0, -40), /读不懂这个文件/],
  ["another archetype", { archetype: "other", facts: {} }, /这是“other”范本的文件/],
  ["a newer schema", { schema: "9", archetype: "water-quarter", facts: {} }, /更新的版本/],
  ["no facts", { archetype: "water-quarter" }, /没有填写的内容/],
  ["a list", [1, 2], /不是一份草稿/],
  ["an endless text", { archetype: "water-quarter", facts: { org: "长".repeat(200001) } }, /太长/],
  ["too many rows", { archetype: "water-quarter", facts: { towns: Array(501).fill("镇") } }, /超过500条/],
  ["a huge file", "x".repeat(2_000_001), /太大/],
];

for (const [name, data, message] of REFUSED) {
  test(`a file is refused whole: ${name}`, () => {
    const text = typeof data === "string" ? data : JSON.stringify(data);
    assert.throws(() => readDraft(ARCHETYPE, text), (error) => {
      assert.ok(error instanceof FileError);
      assert.match(error.message, message);
      return true;
    });
  });
}

test("what does not belong in a file is left out and named", () => {
  const facts = '{"org": "甲\\u0000", "__proto__": {"x": "1"}, "constructor": "2", "paid": "5", "x": "1"}';
  const { state, ignored } = readDraft(ARCHETYPE, `{"archetype": "water-quarter", "facts": ${facts}}`);
  assert.deepEqual(state.facts, { org: "甲" });
  assert.deepEqual(ignored, ["__proto__", "constructor", "paid", "x"]);
  assert.equal(Object.getPrototypeOf(state.facts), Object.prototype);
});

test("changes are told place by place", () => {
  const after = { ...FACTS, org: "西县", towns: [], samples: "300" };
  assert.deepEqual(
    changesOf(ARCHETYPE, FACTS, after).map(({ label, before, after: now }) => [label, before, now]),
    [
      ["单位", "东县水务站", "西县"],
      ["乡镇第1个·名称", "东镇", ""],
      ["乡镇第1个·投入", "3.5", ""],
      ["乡镇第2个·名称", "西镇", ""],
      ["乡镇", "", "（没有）"],
    ],
  );
});

// --- the next period ---

test("rolling forward moves figures, empties days and marks what is carried over", () => {
  const { facts, carried, edits } = rolled(ARCHETYPE, STATE);
  assert.deepEqual(facts, {
    org: "东县水务站",
    period: "2026Q2",
    last_period: "2026Q1",
    paid: { last: "1518.20" },
    grade: "县级",
    towns: FACTS.towns,
  });
  assert.deepEqual(carried, ["org", "grade", "towns"]);
  assert.deepEqual(edits, []);
});

// --- 核对 ---

test("every figure is listed with its change", () => {
  const [paid] = figureLines(ARCHETYPE, STATE.facts, STATE.without);
  assert.deepEqual(paid, {
    path: "paid",
    label: "支出",
    unit: "万元",
    last: "1236.11万元",
    now: "1518.20万元",
    plan: "1500万元",
    change: "增加282.09万元",
    comparedWith: "上年同期",
    formula: "",
    listed: true,
  });
});

/** @type {[string, Partial<typeof FACTS>, string[], RegExp][]} */
const DOUBTS = [
  ["a jump", { paid: { now: "5000", last: "1", plan: "" } }, [], /变化超过2倍/],
  ["no change at all", { paid: { now: "7", last: "7", plan: "" } }, [], /两期相同/],
  ["an example's figure", { samples: "214" }, [], /仍是示例里的“214”/],
  ["an example's name", { org: "某县水务站" }, [], /示例单位的名称/],
  ["a figure typed by hand", {}, ["共检查999次，水样300份"], /没有的数：999$/],
  ["a wrong figure", { samples: "5000" }, [], /超出合理范围/],
];

for (const [name, facts, edited, message] of DOUBTS) {
  test(`what looks wrong is said: ${name}`, () => {
    const state = { ...STATE, facts: { ...FACTS, ...facts } };
    const found = warnings(ARCHETYPE, state, edited).map(({ what }) => what);
    assert.ok(found.some((what) => message.test(what)), found.join("\n"));
  });
}

test("sound facts raise no doubts", () => {
  assert.deepEqual(warnings(ARCHETYPE, STATE, ["支出1518.20万元"]), []);
});
