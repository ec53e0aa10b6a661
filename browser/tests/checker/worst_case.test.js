// No text makes a rule search for long: each is fed 100 kB of what it looks for, and of what it nearly finds.

import assert from "node:assert/strict";
import path from "node:path";
import test from "node:test";

import { check } from "../../checker/check.js";
import { readRules } from "../../review/rule_files.js";

const RULES = readRules(path.join(import.meta.dirname, "../../../data/writing"));
const LENGTH = 100_000;
const MOST = 3000; // milliseconds, on a machine that does other things too; what is catastrophic takes minutes
const FILLERS = ["一", "1", "（", "“", " ", "，", "a", "[", "*", "全县检查", "1、", "。"];

/** @param {string} text */
function filled(text) {
  return text.repeat(Math.ceil(LENGTH / text.length)).slice(0, LENGTH);
}

for (const rule of RULES) {
  test(`${rule.id} is quick on every text`, () => {
    const examples = [...(rule.found ?? []), ...(rule.clean ?? [])];
    const cut = examples.map((text) => text.slice(0, Math.ceil(text.length / 2)));
    for (const text of [...examples, ...cut, ...FILLERS]) {
      const start = performance.now();
      check(filled(text), [rule]);
      assert.ok(performance.now() - start < MOST, text.slice(0, 40));
    }
  });
}
