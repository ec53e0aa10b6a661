// What the page knows of a text without a browser: marks by line, places after an edit, the document for Word.

import assert from "node:assert/strict";
import test from "node:test";

import { Dismissals } from "../../review/dismissals.js";
import { draftDocument } from "../../review/draft_document.js";
import { markedLines } from "../../review/marked_lines.js";
import { movedFindings } from "../../review/moved_findings.js";

/** @typedef {import("../../checker/types.js").Finding} Finding */

/**
 * @param {string} text
 * @param {string} found
 * @param {Partial<Finding>} [more]
 * @returns {Finding}
 */
function finding(text, found, more = {}) {
  const start = text.indexOf(found);
  return { rule: "r", topic: "类", level: "error", start, end: start + found.length, found, message: "错", why: "因", ...more };
}

test("marks are cut at the ends of lines, and the heavier shows where two overlap", () => {
  const text = "甲乙丙\n\n丁戊";
  const findings = [finding(text, "乙丙\n\n丁", { level: "hint" }), finding(text, "丙")];
  const levels = markedLines(text, findings, findings[1]).map((line) => line.map((one) => [one.text, one.level, one.current]));
  assert.deepEqual(levels, [
    [["甲", "", false], ["乙", "hint", false], ["丙", "error", true]],
    [],
    [["丁", "hint", false], ["戊", "", false]],
  ]);
});

test("an edit moves what follows it, and drops what it changes", () => {
  const before = "前截止后，中××间，再截止。";
  const after = "前截止后，中间字，再截止。";
  const findings = [finding(before, "截止"), finding(before, "××"), { ...finding(before, "截止"), start: 11, end: 13 }];
  const moved = movedFindings(findings, before, after);
  assert.deepEqual(moved.map(({ start, end }) => after.slice(start, end)), ["截止", "截止"]);
  assert.deepEqual(movedFindings(findings, before, before), findings);
});

test("what is set aside is known again by its words and neighbourhood, in its own text", () => {
  const dismissals = new Dismissals();
  const text = "总结\n本县截止6月底，检查26家。再截止7月。";
  dismissals.open(text);
  const first = finding(text, "截止");
  const second = { ...first, start: text.lastIndexOf("截止"), end: text.lastIndexOf("截止") + 2 };
  dismissals.add("place", first, text);
  assert.equal(dismissals.scopeOf(first, text), "place");
  assert.equal(dismissals.scopeOf(second, text), undefined);
  const longer = text.replace("总结\n", "总结\n先写一段话。\n\n");
  assert.equal(dismissals.scopeOf({ ...first, start: first.start + 8, end: first.end + 8 }, longer), "place");
  dismissals.add("text", first, text);
  assert.equal(dismissals.scopeOf(second, text), "text");
  dismissals.follow(`上半年${text}`, ["r"]);
  assert.equal(dismissals.scopeOf(second, text), "text", "its first line was changed");
  dismissals.open("另一份\n截止6月底");
  assert.equal(dismissals.scopeOf(second, text), undefined);
  dismissals.add("rule", first, text);
  assert.equal(dismissals.scopeOf(second, text), "rule");
  dismissals.remove("rule", first, text);
  assert.equal(dismissals.scopeOf(second, text), undefined);
});

test("a text becomes a document: title, addressee, headings, tables, signature", () => {
  const text = "关于上半年工作的总结\n\n县政府：\n一、主要工作\n（一）检查。共检查26家。\n指标\t数\t单位\n检查\t26\n二、打算\n继续检查。\n青禾县卫生局\n2026年7月1日";
  const blocks = draftDocument(text);
  const types = ["title", "addressee", "heading", "paragraph", "table", "heading", "paragraph", "signature", "date"];
  assert.deepEqual(blocks.map(({ type }) => type), types);
  assert.deepEqual(blocks[4]?.rows?.map((row) => row.length), [3, 3]);
});
