// The parts of the form that need no page: paths, pastes, edits, files, changes, rolling forward.

import assert from "node:assert/strict";
import { test } from "node:test";

import { figureLines } from "../../output/appendix.js";
import { factChanges, stateChanges } from "../../exchange/changes.js";
import { draftText, readDraft } from "../../exchange/draft_file.js";
import { FileError } from "../../exchange/file_values.js";
import { applyEdits, withEdit } from "../../drafts/edits.js";
import { withSheetFacts } from "../../fill/import_file.js";
import { asText } from "../../document/document.js";
import { asMarkdown } from "../../output/formats.js";
import { cellsOf, isBlock, pasted } from "../../exchange/paste.js";
import { carriedFacts, confirmed, isCarried, reordered, withRecord } from "../../drafts/records.js";
import { labelAt, withValueAt, valueAt } from "../../facts/paths.js";
import { warnings } from "../../preview/review.js";
import { rollForward, rollNotes } from "../../exchange/roll_forward.js";
import { bareHeading } from "../../fill/section_tools.js";
import { EMPTY } from "../../drafts/state.js";

/** @typedef {import("../../schema/types.js").Archetype} Archetype */
/** @typedef {import("../../drafts/edits.js").ShownBlock} ShownBlock */

const template = { body: [], facts: [], entered: [] };
const example = (/** @type {string} */ name, /** @type {Record<string, string>} */ facts) => ({
  ...{ id: name, name, without: [], headings: {} },
  facts: { org: name, ...facts },
});
/** @type {Archetype} */
const ARCHETYPE = {
  id: "water-quarter",
  title: "水质季度总结",
  short: "水质季度",
  version: "1.0.0",
  period: "quarter",
  outline: [{ use: "body" }],
  sections: {
    body: {
      ...template,
      entered: ["org", "period", "last_period", "paid", "towns", "samples", "grade", "measure", "held"],
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
const EDIT = { section: "body", index: 0, generated: "甲", text: "乙" };
const STATE = { ...EMPTY, facts: FACTS };

// --- paths ---

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
  assert.deepEqual(cellsOf("1\n\n3\n\n\t\n"), [["1"], [""], ["3"]]);
});

test("lines are cells among figures and in a list, but paragraphs in a text", () => {
  const block = (/** @type {string} */ text, /** @type {string} */ start) =>
    isBlock(cellsOf(text), ARCHETYPE, start);
  assert.equal(block("只有一格", "samples"), false);
  assert.equal(block("1\n2", "samples"), true);
  assert.equal(block("甲\n乙", "org"), false);
  assert.equal(block("甲\t乙", "org"), true);
  assert.equal(block("甲\n乙", "towns[0].name"), true);
});

const PATHS = ["org", "towns[0].name", "towns[0].cost", "paid.now", "paid.last", "paid.plan", "samples"];

/** @param {string} text @param {string} start @param {import("../../drafts/state.js").State} [state] */
function paste(text, start, state = { ...EMPTY, facts: { towns: [{ name: "", cost: "" }] } }) {
  const { state: next, remarks } = pasted(ARCHETYPE, state, cellsOf(text), PATHS, start);
  return { ...next.facts, carried: next.carried, remarks };
}

const NOTHING = { towns: [{ name: "", cost: "" }], carried: [], remarks: [] };

test("rows go down the facts, columns across the sides; an empty row keeps its place", () => {
  const paid = { now: "1", last: "2" };
  assert.deepEqual(paste("1\t2\n3", "paid.now"), { ...NOTHING, paid, samples: "3" });
  assert.deepEqual(paste("\n3", "paid.now"), { ...NOTHING, samples: "3" });
  assert.deepEqual(paste("1\t\t3", "paid.now"), { ...NOTHING, paid: { now: "1", plan: "3" } });
});

test("what finds no place or does not fit is counted and said", () => {
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

// --- edits ---

/** @param {string} text */
function block(text) {
  const type = /** @type {const} */ ("paragraph");
  return { type, level: 0, number: "", section: "body", text, runs: [{ text }] };
}

/** @param {string[]} texts */
function blocks(...texts) {
  return texts.map(block);
}

test("an edit survives changes elsewhere and is stale when its own text changes", () => {
  const [, second] = applyEdits(blocks("甲", "乙"), []).blocks;
  const edits = withEdit([], /** @type {ShownBlock} */ (second), "改");
  const texts = (/** @type {string[]} */ ...all) =>
    applyEdits(blocks(...all), edits).blocks.map(({ text, stale }) => [text, stale ?? null]);
  assert.deepEqual(texts("变", "乙"), [["变", null], ["改", false]]);
  assert.deepEqual(texts("新", "甲", "乙"), [["新", null], ["甲", null], ["改", false]]);
  assert.deepEqual(texts("甲", "丙"), [["甲", null], ["改", true]]);
});

test("marks that turn the direction are taken out of an edit", () => {
  const [first] = applyEdits(blocks("甲"), []).blocks;
  const edits = withEdit([], /** @type {ShownBlock} */ (first), "乙\u202e丙\u200f\u061c丁");
  const [edited] = applyEdits(blocks("甲"), edits).blocks;
  assert.equal(edited?.text, "乙丙丁");
  assert.deepEqual(edited.runs, [{ text: "乙丙丁" }]);
});

test("an edit whose paragraph is gone is not lost", () => {
  const [first] = applyEdits(blocks("甲"), []).blocks;
  const edits = withEdit([], /** @type {ShownBlock} */ (first), "改");
  assert.deepEqual(applyEdits([], edits).orphaned, edits);
});

/** @param {string[]} names the names in a list, a paragraph each */
function perRecord(...names) {
  return names.map((name, row) => {
    const runs = [{ text: "抓好" }, { text: name, facts: [`towns[${String(row)}].name`] }];
    return { ...block(`抓好${name}`), runs };
  });
}

test("an edit goes with its record, and is never put over another one", () => {
  const [, second] = applyEdits(perRecord("甲", "乙", "丙"), []).blocks;
  const edits = withEdit([], /** @type {ShownBlock} */ (second), "改");
  const facts = { towns: [{ name: "甲" }, { name: "乙" }, { name: "丙" }] };
  const shown = (/** @type {number[]} */ order, /** @type {string[]} */ ...names) => {
    const change = reordered({ ...EMPTY, facts, edits }, "towns", order);
    const { blocks, orphaned } = applyEdits(perRecord(...names), change.edits ?? []);
    return [blocks.map(({ text }) => text), orphaned.map(({ text }) => text)];
  };
  assert.deepEqual(shown([1, 2], "乙", "丙"), [["改", "抓好丙"], []]);
  assert.deepEqual(shown([2, 1, 0], "丙", "乙新", "甲"), [["抓好丙", "改", "抓好甲"], []]);
  assert.deepEqual(shown([0, 2], "甲", "丙"), [["抓好甲", "抓好丙"], ["改"]]);
  assert.deepEqual(shown([0, 2], "甲", "丙", "丁"), [["抓好甲", "抓好丙", "抓好丁"], ["改"]]);
});

test("of two paragraphs that read the same, the edited one is edited", () => {
  const [, second] = applyEdits(perRecord("", ""), []).blocks;
  const edits = withEdit([], /** @type {ShownBlock} */ (second), "改");
  const shown = applyEdits(perRecord("", ""), edits).blocks;
  assert.deepEqual(shown.map(({ text }) => text), ["抓好", "改"]);
});

test("a gap left in a text written by hand is a gap, and leads to its field", () => {
  const runs = [{ text: "共" }, { text: "＿＿＿＿人", facts: ["samples"], blank: true }, { text: "。" }];
  const generated = { ...block("共＿＿＿＿人。"), runs };
  const [shown] = applyEdits([generated], []).blocks;
  const runsOf = (/** @type {string} */ text) =>
    applyEdits([generated], withEdit([], /** @type {ShownBlock} */ (shown), text)).blocks[0]?.runs;
  const [gap, own] = [{ text: "＿＿＿＿", facts: ["samples"], blank: true }, { text: "＿", blank: true }];
  assert.deepEqual(runsOf("补。共＿＿＿＿人。"), [{ text: "补。共" }, gap, { text: "人。" }]);
  assert.deepEqual(runsOf("共＿人，＿＿＿＿"), [
    { text: "共" },
    own,
    { text: "人，" },
    { text: "＿＿＿＿", blank: true },
  ]);
});

test("putting the generated text back takes the edit away", () => {
  const [first] = applyEdits(blocks("甲"), []).blocks;
  const edits = withEdit([], /** @type {ShownBlock} */ (first), "改");
  const [edited] = applyEdits(blocks("甲"), edits).blocks;
  assert.deepEqual(withEdit(edits, /** @type {ShownBlock} */ (edited), "甲"), []);
});

test("a draft says so in its first line, a final text does not", () => {
  const { blocks: shown } = applyEdits(blocks("甲*"), []);
  assert.equal(asText(shown, []), "　　甲*");
  assert.equal(asText(shown, ["3处空白"]).split("\n")[0], "【草稿：3处空白，不得作为正式稿使用】");
  assert.equal(asMarkdown(shown, []), "甲\\*\n");
});

// --- own headings ---

const NUMBERED = "一、 （一） (一) 十二、 1. 1． 1、 （1） (1) 第一章 第3节 ① ⑴ ㈠ 一、（一）";
const NO_NUMBERS = ["12345热线", "3项重点工作", "三、四季度工作", "1、2号楼", "1.5万人健康档案", "第一季度", "（2026）年度"];

test("a number before a heading and a mark after it are taken away", () => {
  for (const number of NUMBERED.split(" ")) {
    assert.equal(bareHeading(`${number}公共卫生服务`), "公共卫生服务");
    assert.equal(bareHeading(` ${number}\u300012345热线。`), "12345热线");
  }
  assert.equal(bareHeading("公共卫生服务：；"), "公共卫生服务");
});

for (const text of NO_NUMBERS) {
  test(`a heading's own words stay: ${text}`, () => {
    assert.equal(bareHeading(text), text);
  });
}

// --- records ---

const CARRIED = { ...STATE, carried: ["org", "towns"] };

test("a record is confirmed by itself, a list by its own button", () => {
  const state = { ...CARRIED, ...confirmed(CARRIED, "towns[0].name") };
  assert.deepEqual(state.carried, ["org", "towns[1]"]);
  assert.equal(isCarried(state.carried, "towns[0].name"), false);
  assert.equal(isCarried(state.carried, "towns[1].cost"), true);
  assert.equal(isCarried(state.carried, "towns"), true);
  assert.deepEqual(confirmed(state, "towns").carried, ["org"]);
  assert.deepEqual(confirmed(CARRIED, "towns").carried, ["org"]);
  assert.deepEqual(confirmed(state, "samples"), {});
});

test("moving confirms nothing, and the marks go with their records", () => {
  const state = { ...CARRIED, ...confirmed(CARRIED, "towns[0].name") };
  assert.deepEqual(reordered(state, "towns", [1, 0]).carried, ["org", "towns[0]"]);
  assert.deepEqual(reordered(CARRIED, "towns", [1, 0]).carried, ["org", "towns"]);
  assert.deepEqual(reordered(state, "towns", [0]).carried, ["org"]);
  assert.deepEqual(withRecord(CARRIED, "towns", { name: "" }).carried, ["org", "towns[0]", "towns[1]"]);
});

test("a list without its last record is unfilled: that there is none is said by its own button", () => {
  const change = reordered(CARRIED, "towns", []);
  assert.equal("towns" in (change.facts ?? {}), false);
  assert.deepEqual(change.carried, ["org"]);
});

test("what is carried counts once a fact, and only where the text asks for it", () => {
  assert.deepEqual(carriedFacts(["org", "towns[0]", "towns[1]", "constructor"], ["org", "towns"]), [
    "org",
    "towns",
  ]);
});

// --- files ---

test("a draft written to a file and read again is the same", () => {
  const state = {
    ...STATE,
    without: ["body"],
    headings: { body: "自拟标题" },
    edits: [
      EDIT,
      { section: "body", index: 1, generated: "丙", text: "丁", facts: ["towns[-1].name"] },
    ],
    carried: ["grade", "towns[1]"],
  };
  const read = readDraft(ARCHETYPE, draftText(ARCHETYPE, "我的草稿", state));
  assert.deepEqual(read, { state, name: "我的草稿", ignored: [], version: "1.0.0" });
});

test("what a file does not speak of stays as it is, what it leaves out goes", () => {
  const present = { ...STATE, without: ["body"], headings: { body: "甲" }, edits: [EDIT] };
  const read = (/** @type {object} */ data) =>
    readDraft(ARCHETYPE, JSON.stringify({ archetype: "water-quarter", ...data }), present).state;
  assert.deepEqual(read({ facts: { org: "乙" } }), { ...present, facts: { org: "乙" } });
  assert.deepEqual(read({ facts: FACTS, edits: [], headings: {}, without: [] }), STATE);
});

test("numbers without quotes are the texts they are", () => {
  const facts = '{"paid": {"now": 1518.20, "last": -3}, "org": "1\\"2", "samples": 540}';
  const file = `{"schema": 1, "archetype": "water-quarter", "edits": [{"section": "body", "index": 2}], "facts": ${facts}}`;
  const { state, ignored } = readDraft(ARCHETYPE, file);
  assert.deepEqual(state.facts, { paid: { now: "1518.20", last: "-3" }, org: '1"2', samples: "540" });
  assert.equal(state.edits[0]?.index, 2);
  assert.deepEqual(ignored, []);
});

test("a text that never ends takes no time", () => {
  const begun = process.cpuUsage();
  assert.throws(() => readDraft(ARCHETYPE, '"' + '\\"'.repeat(900_000)), FileError);
  assert.throws(() => readDraft(ARCHETYPE, '"'.repeat(1_900_000)), FileError);
  assert.ok(process.cpuUsage(begun).user < 1_000_000);
});

/** @type {[string, unknown, RegExp][]} */
const REFUSED = [
  ["no JSON", "PK\u0003\u0004", /读不懂这个文件/],
  ["a truncated file", draftText(ARCHETYPE, "x", STATE).slice(0, -40), /读不懂这个文件/],
  ["another archetype", { archetype: "other", facts: {} }, /这是另一个范本的文件/],
  ["another one with a title", { archetype: "other", title: "年度总结", facts: {} }, /这是“年度总结”范本的文件/],
  ["an empty file", " \n", /文件是空的/],
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

test("what does not belong in a file is left out and named with the reason", () => {
  const facts = JSON.stringify({
    ...{ constructor: "2", paid: "5", samples: true, grade: null, x: "1" },
    ...{ towns: [{ name: "东镇", size: "9", cost: {} }] },
  });
  const withProto = facts.replace("{", '{"org": "甲\\u0000", "__proto__": {"x": "1"}, ');
  const { state, ignored } = readDraft(ARCHETYPE, `{"archetype": "water-quarter", "facts": ${withProto}}`);
  assert.deepEqual(state.facts, { org: "甲", towns: [{ name: "东镇", cost: "" }] });
  assert.deepEqual(ignored, [
    "“__proto__”（这个范本没有这一项）",
    "“constructor”（这个范本没有这一项）",
    "“支出”（应分本期、上期等填写）",
    "“水样”（应写成带引号的文字）",
    "“x”（这个范本没有这一项）",
    "“乡镇第1条”的“size”（没有这一格）",
    "“乡镇第1条”的“投入”（应写成带引号的文字）",
  ]);
  assert.equal(Object.getPrototypeOf(state.facts), Object.prototype);
});

test("everything that an import changes is told, in words", () => {
  const before = { ...STATE, without: ["body"], headings: { body: "甲" }, edits: [EDIT], carried: ["grade"] };
  const after = { ...STATE, facts: { ...FACTS, period: "2026Q2" } };
  assert.deepEqual(
    stateChanges(ARCHETYPE, before, after).map(({ label, before: old, after: now }) => [label, old, now]),
    [
      ["时段", "2026年第一季度", "2026年第二季度"],
      ["“正文”一节", "不写", "写"],
      ["自拟标题：正文", "甲", ""],
      ["手改的段落：正文第1段", "乙", ""],
      ["沿用未核对的项", "级别", ""],
    ],
  );
  assert.deepEqual(stateChanges(ARCHETYPE, before, before), []);
});

test("a sheet changes nothing where it is empty", () => {
  assert.deepEqual(withSheetFacts(FACTS, { paid: { now: "1600" }, samples: "7", towns: [] }), {
    ...FACTS,
    ...{ paid: { ...FACTS.paid, now: "1600" }, samples: "7", towns: [] },
  });
});

test("changes are told place by place", () => {
  const after = { ...FACTS, org: "西县", towns: [], samples: "300" };
  assert.deepEqual(
    factChanges(ARCHETYPE, FACTS, after).map(({ label, before, after: now }) => [label, before, now]),
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
  const { facts, carried, edits } = rollForward(ARCHETYPE, STATE);
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

test("before rolling forward it is said what is compared and what is still empty", () => {
  const told = (/** @type {typeof STATE} */ state) => rollNotes(ARCHETYPE, state, rollForward(ARCHETYPE, state));
  assert.ok(told(STATE).some((text) => text.startsWith("结转后是同2026年第一季度比。要同上年同期比")));
  assert.ok(!told(STATE).some((text) => text.startsWith("注意")));
  const empty = { ...STATE, facts: { ...FACTS, paid: { now: "", last: "1", plan: "" } } };
  assert.match(told(empty)[0] ?? "", /^注意：有1项的本期数还没有填/);
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

/** @type {[string, Partial<typeof FACTS & {measure: string, held: string}>, RegExp][]} */
const DOUBTS = [
  ["a jump", { paid: { now: "5000", last: "1", plan: "" } }, /超过上期的2倍/],
  ["a fall", { paid: { now: "1", last: "5000", plan: "" } }, /不到上期的一半/],
  ["no change at all", { paid: { now: "7", last: "7", plan: "" } }, /两期相同/],
  ["an example's figure", { samples: "214" }, /仍是示例里的“214”/],
  ["an example's name", { org: "某县水务站" }, /示例单位的名称/],
  ["an example's words", { measure: "先查水源再换管道" }, /“措施”仍是示例里的“先查水源再换管道”/],
  ["a date of another year", { held: "2025-03" }, /“检查日期”是2025年3月，与总结时段不在一年/],
  ["a wrong figure", { samples: "5000" }, /超出合理范围/],
];

/**
 * @param {Partial<typeof FACTS & {measure: string, held: string}>} [facts]
 * @param {import("../../preview/review.js").Edited[]} edited
 */
function doubts(facts, ...edited) {
  const state = { ...STATE, facts: { ...FACTS, ...facts } };
  return warnings(ARCHETYPE, state, edited).map(({ what }) => what);
}

for (const [name, facts, message] of DOUBTS) {
  test(`what looks wrong is said once: ${name}`, () => {
    const found = doubts(facts);
    assert.equal(found.filter((what) => message.test(what)).length, 1, found.join("\n"));
  });
}

test("sound facts raise no doubts", () => {
  assert.deepEqual(doubts(), []);
});

test("words that a field proposes, or that two examples share, are nobody's leftovers", () => {
  assert.deepEqual(doubts({ measure: "由施工单位限期返修" }), []);
  assert.deepEqual(doubts({ measure: "每季度检测一次水质" }), []);
});

const GENERATED = "2026年第一季度支出1,518.20万元，水样合格率94.25%，不合格69份。";

/** @type {[string, string, string][]} what a hand has made of it, and the numbers that are warned of */
const BY_HAND = [
  ["numbers of the generated text are known", "2026年一季度支出１５１８.20万元，69份不合格（94.25％）。", ""],
  ["figures and facts of elsewhere are known", "比上年同期增加282.09万元，计划1500万元，东镇3.5万元。", ""],
  ["a part of a number is another number", "支出151万元，合格率94.2%，不合格6份。", "151、94.2、6"],
  ["a digit too many is another number", "支出11518.20万元，不合格69份。", "11518.20"],
];

for (const [name, text, numbers] of BY_HAND) {
  test(`in a text put by hand, ${name}`, () => {
    const begin = Array.from(text).slice(0, 12).join("");
    const what = `手改的段落“${begin}……”里，有生成的文字和填写的内容中都没有的数：${numbers}`;
    assert.deepEqual(doubts({}, { text, generated: GENERATED }), numbers ? [what] : []);
  });
}

test("a section left out vouches for no number", () => {
  const archetype = { ...ARCHETYPE, outline: [{ use: "body", optional: true }] };
  const state = { ...STATE, without: ["body"] };
  const [found] = warnings(archetype, state, [{ text: "水样300份", generated: "水样" }]);
  assert.match(found?.what ?? "", /“水样300份”.*：300$/);
});
