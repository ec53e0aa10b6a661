// An own text is read as Python reads it: the shared vectors of tests/vectors/own_text.json.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";

import { readOwnText } from "../../templating/own_text.js";

const FILE = new URL("../../../tests/vectors/own_text.json", import.meta.url);
/** @type {{facts: Record<string, any>, texts: Record<string, any>[]}} */
const { facts, texts } = JSON.parse(readFileSync(FILE, "utf8"));

for (const { text, marked, ...expected } of texts) {
  test(`${JSON.stringify(text).slice(0, 60)}${marked ? ", marked" : ""}`, () => {
    assert.deepEqual(readOwnText(text, facts, marked), expected);
  });
}
