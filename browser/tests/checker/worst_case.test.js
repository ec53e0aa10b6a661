// No text makes a rule search for long: each is fed 100 kB of what it looks for, and of what it nearly finds.

import assert from "node:assert/strict";
import path from "node:path";
import test from "node:test";

import { checkProse } from "../../checker/check.js";
import { readProse } from "../../prose/prose.js";
import { readRules } from "../../review/rule_files.js";

const RULES = readRules(path.join(import.meta.dirname, "../../../data/writing"));
const LENGTH = 100_000;
const MOST = 3000; // milliseconds, on a machine that does other things too; what is catastrophic takes minutes
const FILLERS = ["一", "1", "（", "“", " ", "，", "a", "[", "*", "全县检查", "1、", "。"];

/** @param {string} text */
function filled(text) {
  return text.repeat(Math.ceil(LENGTH / text.length)).slice(0, LENGTH);
}

/**
 * @param {string} text
 * @param {() => void} search
 */
function isQuick(text, search) {
  const start = performance.now();
  search();
  assert.ok(performance.now() - start < MOST, text.slice(0, 40));
}

for (const filler of FILLERS) {
  test(`all rules are quick on ${filler} and again ${filler}`, () => {
    const prose = readProse(filled(filler));
    for (const rule of RULES) isQuick(rule.id, () => checkProse(prose, [rule]));
  });
}

for (const { id, pattern, found = [], clean = [] } of RULES) {
  if (pattern === undefined) continue;
  test(`${id} is quick on what it looks for and nearly finds`, () => {
    const cut = [...found, ...clean].map((text) => text.slice(0, Math.ceil(text.length / 2)));
    for (const text of [...found, ...clean, ...cut]) {
      isQuick(text, () => Array.from(filled(text).matchAll(new RegExp(pattern, "gmu"))));
    }
  });
}

for (const rule of RULES) {
  const [example] = rule.found ?? [];
  if (rule.checker === undefined || !example) continue;
  test(`${rule.id} is quick on what it looks for`, () => {
    const prose = readProse(filled(`${example}\n`));
    isQuick(example, () => checkProse(prose, [rule]));
  });
}
