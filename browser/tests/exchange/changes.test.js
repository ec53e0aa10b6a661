// What would change is listed place by place.

import assert from "node:assert/strict";
import { test } from "node:test";

import { factChanges, stateChanges } from "../../exchange/changes.js";
import { ARCHETYPE, FACTS, STATE } from "../support/water_quarter.js";

const EDIT = { section: "body", index: 0, generated: "甲", text: "乙" };

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

test("changes are told place by place", () => {
  const after = { ...FACTS, org: "西县", towns: [], samples: "300" };
  assert.deepEqual(
    factChanges(ARCHETYPE.facts, FACTS, after).map(({ label, before, after: now }) => [label, before, now]),
    [
      ["单位", "东县水务站", "西县"],
      ["乡镇第1个·名称", "东镇", ""],
      ["乡镇第1个·投入", "3.5", ""],
      ["乡镇第2个·名称", "西镇", ""],
      ["乡镇", "", "（没有）"],
    ],
  );
});

test("own words are told with tokens, never with braces", () => {
  const own = {
    sections: { "own-a": { name: "供水", text: "检测{{ samples }}。" } },
    texts: { body: { 检测水样: "检测{{ samples }}，{{ compared(paid) }}。" } },
    items: { body: [{ id: "i1", title: "抽检", text: "抽检{{ samples }}。" }] },
  };
  const told = stateChanges(ARCHETYPE, STATE, { ...STATE, content: { own } }).map(({ after }) => after);
  const { samples, paid } = ARCHETYPE.facts;
  const token = `〔${samples?.label ?? ""}〕`;
  assert.deepEqual(told, [
    `检测${token}。`,
    `抽检。抽检${token}。`,
    `检测${token}，〔${paid?.label ?? ""}·与上期比〕。`,
  ]);
});
