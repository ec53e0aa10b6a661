// Words that name a period which is over: the shared vectors of tests/vectors/period_words.json.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";

import { oldWords } from "../../figures/period_words.js";
import { parsePeriod } from "../../figures/periods.js";

/** @typedef {import("../../figures/periods.js").Period} Period */

const FILE = new URL("../../../tests/vectors/period_words.json", import.meta.url);
/** @type {{old: string, new: string, text: string, words: string[]}[]} */
const cases = JSON.parse(readFileSync(FILE, "utf8"));

for (const { old, new: fresh, text, words } of cases) {
  test(`${old} is over: ${text}`, () => {
    const [before, after] = /** @type {[Period, Period]} */ ([parsePeriod(old), parsePeriod(fresh)]);
    assert.ok(before.following.equals(after) && after.preceding.equals(before));
    assert.deepEqual(oldWords(text, before, after), words);
  });
}
