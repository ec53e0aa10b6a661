// The browser has exactly the words of the templates that Python has: each of them has vectors.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";

import { FUNCTIONS } from "../../templating/language.js";

const FIGURES = new URL("../../../tests/vectors/figures.json", import.meta.url);
const COMPUTED = ["rate", "summed", "base"]; // what computed facts are made with; no template has them

test("the words of the templates", () => {
  /** @type {unknown} */
  const parsed = JSON.parse(readFileSync(FIGURES, "utf8"));
  const calls = new Set(/** @type {{call: string}[]} */ (parsed).map(({ call }) => call));
  const words = [...calls].filter((call) => !COMPUTED.includes(call));
  assert.deepEqual(Object.keys(FUNCTIONS).sort(), words.sort());
});
