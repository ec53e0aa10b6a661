// Draft files: written, read again, and refused when they are invalid.

import assert from "node:assert/strict";
import { test } from "node:test";

import { draftText } from "../../exchange/draft_file.js";
import { readDraft } from "../../exchange/draft_reader.js";
import { FileError } from "../../exchange/file_texts.js";
import { ARCHETYPE, FACTS, STATE } from "../support/water_quarter.js";

test("a draft written to a file and read again is the same", () => {
  const state = {
    ...STATE,
    without: ["body"],
    headings: { body: "自拟标题" },
    carried: ["grade", "towns[1]"],
  };
  const read = readDraft(ARCHETYPE, draftText(ARCHETYPE, "我的草稿", state));
  assert.deepEqual(read, { state, name: "我的草稿", ignored: [], version: "1.0.0" });
});

test("what a file does not speak of stays as it is, what it leaves out goes", () => {
  const present = { ...STATE, without: ["body"], headings: { body: "甲" } };
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
  assert.equal(state.edits?.[0]?.index, 2);
  assert.deepEqual(ignored, []);
});

test("a file with earlier names is read with those of today", () => {
  const renamed = { facts: { turnout: "paid" }, sections: { text: "body" }, retired: { gone: "旧节" } };
  const today = { ...ARCHETYPE, was: ["old-quarter"], renamed };
  const facts = { org: "甲", turnout: { now: "3" } };
  const file = JSON.stringify({ archetype: "old-quarter", facts, without: ["text"], headings: { text: "乙" } });
  const { state, ignored } = readDraft(today, file);
  assert.deepEqual(state.facts, { org: "甲", paid: { now: "3" } });
  assert.deepEqual([state.without, state.headings, ignored], [["body"], { body: "乙" }, []]);
  assert.throws(() => readDraft({ ...today, was: [] }, file), /这是另一个范本的文件/);
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
  ["a newer schema without quotes", { schema: 99, archetype: "water-quarter", facts: {} }, /更新的版本/],
  ["a schema that is no number", { schema: "x", archetype: "water-quarter" }, /“schema”的值不对，应为2/],
  ["a schema that is not whole", { schema: 1.5, archetype: "water-quarter" }, /“schema”的值不对/],
  ["a schema that is nothing", { schema: null, archetype: "water-quarter" }, /“schema”的值不对/],
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

test("null is told, not ignored, wherever a fact is written", () => {
  const facts = {
    ...{ org: null, grade: null, paid: null, towns: [null, { name: null, cost: "1" }], x: null },
    ...{ samples: "null", measure: "null" },
  };
  const data = { archetype: "water-quarter", facts: { ...facts, held: "" } };
  const { state, ignored } = readDraft(ARCHETYPE, JSON.stringify(data));
  assert.deepEqual(state.facts, {
    ...{ samples: "null", measure: "null" },
    towns: [
      { name: "", cost: "" },
      { name: "", cost: "1" },
    ],
  });
  const why = "“null”是空值，没有就留空";
  assert.deepEqual(ignored, [
    `“单位”（${why}）`,
    `“级别”（${why}）`,
    `“支出”（${why}）`,
    `“乡镇第1条”的“名称”（${why}）`,
    `“乡镇第2条”的“名称”（${why}）`,
    "“x”（这个范本没有这一项）",
  ]);
  const sides = { archetype: "water-quarter", facts: { paid: { now: null, last: "1" } } };
  const read = readDraft(ARCHETYPE, JSON.stringify(sides));
  assert.deepEqual(read.state.facts, { paid: { last: "1" } });
  assert.deepEqual(read.ignored, [`“支出”的“本期”（${why}）`]);
});

test("what does not belong in a file is left out and named with the reason", () => {
  const facts = JSON.stringify({
    ...{ constructor: "2", paid: "5", samples: true, grade: "", x: "1" },
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

// --- content of the writer's own ---

const CONTENT = {
  outline: [{ use: "body" }, { own: "own-union" }],
  skip: { body: ["正文"] },
  own: {
    facts: { own_n: { label: "巡查", type: "amount", unit: "次", decimals: "1", series: ["last"] } },
    sections: { "own-union": { name: "工会", text: "巡查{{ own_n }}。" } },
  },
  marks: { as_of: { own_n: "2026-03-25" }, later: { x: ["1"] } },
};
const OWN = /** @type {import("../../schema/types.js").Content} */ (/** @type {unknown} */ (CONTENT));
const LIBRARY = { sections: ARCHETYPE.sections, facts: ARCHETYPE.facts };
/** @param {object} data @param {import("../../drafts/state.js").State} [present] */
const readOwn = (data, present) =>
  readDraft(ARCHETYPE, JSON.stringify({ schema: 2, archetype: "water-quarter", facts: {}, ...data }), present, LIBRARY);

test("a draft's own content comes back as it was written, with facts of its own", () => {
  const content = OWN;
  const facts = { ...FACTS, own_n: { now: "1.5", last: "2" } };
  const written = draftText(ARCHETYPE, "草稿", { ...STATE, content, facts });
  assert.match(written, /"schema": "2"/);
  const { state, ignored } = readDraft(ARCHETYPE, written, STATE, LIBRARY);
  assert.deepEqual(state, { ...STATE, content, facts });
  assert.deepEqual(ignored, []);
});

test("a file of either schema replaces the content, facts alone leave it", () => {
  const present = { ...STATE, content: OWN };
  assert.deepEqual(readOwn({}, present).state.content, {});
  assert.deepEqual(readOwn({ schema: 1 }, present).state.content, {});
  assert.deepEqual(readOwn({ schema: undefined }, present).state.content, CONTENT);
});

test("an outline goes without choices about the archetype's", () => {
  const data = { ...CONTENT, without: [] };
  assert.throws(() => readOwn(data), /写了 outline，就不写“without”，应为：在 outline 里不写这一节/);
  const present = { ...STATE, without: ["body"], headings: { body: "甲" } };
  const { without, headings } = readOwn(CONTENT, present).state;
  assert.deepEqual([without, headings], [[], {}]);
});

test("content of another shape is refused with its place, null is told", () => {
  assert.throws(() => readOwn({ own: { items: { body: {} } } }), /^FileError|自拟内容 own\.items\.body 的格式不对/);
  assert.throws(() => readOwn({ skip: null }), /自拟内容 skip 的格式不对：“null”是空值/);
});
