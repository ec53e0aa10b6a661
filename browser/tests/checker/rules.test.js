// Each rule finds what its examples say, and nothing in those that are clean.

import assert from "node:assert/strict";
import path from "node:path";
import test from "node:test";

import { check } from "../../checker/check.js";
import { readRules } from "../../review/rule_files.js";

const RULES = readRules(path.join(import.meta.dirname, "../../../data/writing/rules"));

for (const rule of RULES) {
  const { id, found = [], clean = [] } = /** @type {typeof rule & { found?: string[], clean?: string[] }} */ (rule);
  test(`${id} finds its examples`, () => {
    for (const text of found) assert.ok(check(text, [rule]).findings.length > 0, text);
  });
  test(`${id} leaves clean texts alone`, () => {
    for (const text of clean) assert.deepEqual(check(text, [rule]).findings, [], text);
  });
}
