// Faults of arithmetic, in the words of summaries, are found at their place; the right figures are left alone.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import path from "node:path";
import test from "node:test";
import { parse } from "yaml";

import { check } from "../../checker/check.js";
import { readRules } from "../../review/rule_files.js";

const ROOT = path.join(import.meta.dirname, "../../..");
const FOLDER = path.join(ROOT, "data/writing/rules");
/**
 * @param {string} file
 * @returns {unknown}
 */
const read = (file) => parse(readFileSync(file, "utf-8"));
const own = /** @type {{ rules: object }} */ (read(path.join(FOLDER, "arithmetic.yml")));
const RULES = readRules(path.join(ROOT, "data/writing")).filter(({ id }) => id in own.rules);
const CHOICE = /\{([^|}]*)\|([^}]*)\}/;
const corpus = /** @type {Record<string, string[]>} */ (read(path.join(ROOT, "tests/review/arithmetic.yml")));

for (const [rule, texts] of Object.entries(corpus)) {
  test(`faults of ${rule} are found`, () => {
    for (const text of texts) {
      const [whole = "", wrong = ""] = CHOICE.exec(text) ?? [];
      const start = text.indexOf(whole);
      const { findings } = check(text.replace(whole, wrong), RULES);
      const at = findings.filter((one) => one.start < start + wrong.length && one.end > start);
      assert.ok(at.some((one) => one.rule === rule), text);
    }
  });
  test(`right figures of ${rule} are left alone`, () => {
    for (const text of texts) {
      const [whole = "", , right = ""] = CHOICE.exec(text) ?? [];
      assert.deepEqual(check(text.replace(whole, right), RULES).findings, [], text);
    }
  });
}
