// Texts held against the parts of their kind of summary.

import assert from "node:assert/strict";
import path from "node:path";
import test from "node:test";

import { check } from "../../checker/check.js";
import { guessStructure } from "../../checker/content/structure.js";
import { readProse } from "../../prose/prose.js";
import { readStructures } from "../../review/structure_files.js";
import { CLEAN, EXAMPLES, RULES } from "../support/review_corpus.js";

const STRUCTURES = readStructures(path.join(import.meta.dirname, "../../../data"));
const OF_KIND = RULES.filter(({ id }) => ["section-missing", "no-problems", "no-plans"].includes(id));

/**
 * @param {string} text
 * @param {string} [id] of the kind that is chosen
 */
function told(text, id) {
  const structure = STRUCTURES.find((one) => one.id === id) ?? guessStructure(readProse(text), STRUCTURES);
  const held = structure && { structure, chosen: id !== undefined };
  return check(text, OF_KIND, { held }).findings.map(({ message }) => message);
}

for (const { name, text } of [...CLEAN, ...EXAMPLES]) {
  test(`${name} is told of no missing section where nobody has chosen a kind`, () => {
    assert.deepEqual(told(text).filter((message) => message.startsWith("没有写到")), []);
  });
}

test("most examples are known for what they are", () => {
  const known = EXAMPLES.filter(({ text }) => guessStructure(readProse(text), STRUCTURES));
  assert.ok(known.length > EXAMPLES.length * 0.7, String(known.length));
});

const NURSING = EXAMPLES.find(({ name }) => name === "qinglan-nursing-2025.txt")?.text ?? assert.fail();

test("an example has all parts of its kind, and lacks one that is taken out", () => {
  assert.equal(guessStructure(readProse(NURSING), STRUCTURES)?.id, "nursing-year");
  assert.deepEqual(told(NURSING, "nursing-year"), []);
  const part = STRUCTURES.find(({ id }) => id === "nursing-year")?.parts.find(({ name }) => name.includes("优质"));
  assert.ok(part);
  const without = NURSING.split("\n").filter((line) => !/优质|护理服务|病区|随访|出院|门诊|上门/.test(line)).join("\n");
  assert.ok(told(without, "nursing-year").some((message) => message.includes(part.name)), told(without, "nursing-year").join());
});

test("a kind that is chosen asks for problems and plans also of a short text", () => {
  const messages = told("各科室护理工作\n全年培训12次，考核720人次。", "nursing-year");
  assert.ok(messages.includes("全文没有写存在问题") && messages.includes("全文没有写下一步打算"), messages.join());
});

test("a text that is like no kind is held against none", () => {
  assert.equal(guessStructure(readProse("关于召开会议的通知\n请各单位派1人参加。"), STRUCTURES), undefined);
});

test("a part that is told under another name is not missing", () => {
  const texts = [
    ["school-hygiene-brief", "组织领导", "校长亲自抓，教导处配合。"],
    ["mental-health-half-year", "重点时段管理", "加强节日期间的看护。"],
    ["school-environment-term", "工作体会", "一学期下来，最大的启示是把任务讲清。"],
  ];
  for (const [id = "", part = "", words = ""] of texts) {
    assert.ok(told("全校打扫。", id).some((message) => message.includes(part)), part);
    assert.ok(!told(words, id).some((message) => message.includes(part)), part);
  }
});
