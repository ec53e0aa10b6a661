// What is remembered of a text changes nothing: after any edits the findings are those of a check of the whole.

import assert from "node:assert/strict";
import test from "node:test";

import { check, Memory } from "../../checker/check.js";
import { LineMemory } from "../../prose/line_memory.js";
import { readProse } from "../../prose/prose.js";
import { drawing } from "../support/arithmetic_mutants.js";
import { CLEAN, RULES } from "../support/review_corpus.js";

const TEXTS = 12;
const EDITS = 25;
const TYPED = ["1", "0", "9", "12.5%", "人", "其中", "，", "。", "\n", "（", "）", "增加", "合计", "占", "一、", "\t", ""];

/**
 * @param {string} text
 * @param {(low: number, high: number) => number} draw
 */
function edited(text, draw) {
  const at = draw(0, text.length);
  const typed = TYPED[draw(0, TYPED.length - 1)] ?? "";
  const piece = draw(1, 5) === 1 ? text.slice(at, at + draw(0, 60)) : typed; // also what is copied
  return text.slice(0, at) + piece + text.slice(at + draw(0, 3));
}

test("an edit of a remembered text is found as in a new one", () => {
  const draw = drawing(7);
  for (const { name, text } of CLEAN.slice(-TEXTS)) {
    const memory = new Memory();
    let now = text;
    for (let edit = 0; edit < EDITS; edit += 1) {
      assert.deepEqual(check(now, RULES, {}, memory), check(now, RULES), `${name}\n${now}`);
      now = edited(now, draw);
    }
  }
});

test("lines are read alike from memory, wherever they stand", () => {
  const memory = new LineMemory();
  for (const { text } of CLEAN) {
    readProse(text, memory);
    assert.deepEqual(readProse(`${text}\n\n${text}`, memory), readProse(`${text}\n\n${text}`));
  }
});
