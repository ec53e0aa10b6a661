// No text makes a rule search for long: each is fed 100 kB of what it looks for, and of what it nearly finds.

import assert from "node:assert/strict";
import path from "node:path";
import test from "node:test";

import { checkerOf } from "../../checker/checkers.js";
import { patternRemarks } from "../../checker/patterns.js";
import { readProse } from "../../prose/prose.js";
import { readRules } from "../../review/rule_files.js";

const RULES = readRules(path.join(import.meta.dirname, "../../../data/writing"));
const CONTEXT = { checked: () => undefined, unchecked: () => undefined };
const LENGTH = 100_000;
const MOST = 5000; // milliseconds, on a machine that does other things too; what is catastrophic takes minutes
const FILLERS = ["一", "1", "（“《", "，", "全县检查 12家，", "一、检查。\n", "1、"];
const LINE = 600; // characters: the figures of a sentence are held against each other
const BARE = readProse(""); // a pattern only reads the text, where it does not ask for kinds of lines

/**
 * @param {string} text
 */
function filled(text) {
  return text.repeat(Math.ceil(LENGTH / text.length)).slice(0, LENGTH);
}

/**
 * @param {() => unknown} search
 * @param {string} text
 */
function isQuick(search, text) {
  const start = performance.now();
  search();
  assert.ok(performance.now() - start < MOST, text);
}

for (const rule of RULES.filter(({ pattern }) => pattern)) {
  test(`the pattern of ${rule.id} is quick on every text`, () => {
    const [found = "", clean = ""] = [rule.found?.[0], rule.clean?.[0]];
    const cut = [found, clean].map((text) => text.slice(0, Math.ceil(text.length / 2)));
    for (const text of [found, clean, ...cut, ...FILLERS].filter(Boolean)) {
      const prose = { ...BARE, text: filled(text) };
      isQuick(() => patternRemarks(prose, rule, CONTEXT), text);
    }
  });
}

for (const filler of FILLERS) {
  test(`every checker is quick on “${filler.trim()}”`, () => {
    const prose = readProse(filled(filler.repeat(LINE / filler.length) + "\n"));
    for (const rule of RULES.filter(({ checker }) => checker)) {
      isQuick(() => checkerOf(rule.checker ?? "")(prose, rule, CONTEXT), rule.id);
    }
  });
}
