// Does the rule of rooms see a wrong import?

import assert from "node:assert/strict";
import path from "node:path";
import { test } from "node:test";

import { Linter } from "eslint";

import rooms from "../../../tools/eslint_rooms.js";

const ROOT = path.join(import.meta.dirname, "..", "..", "..");

/**
 * What the rule reports of a module that stands in browser/.
 * @param {string} name
 * @param {string} text
 */
function said(name, text) {
  const linter = new Linter({ cwd: ROOT });
  /** @type {import("eslint").Linter.Config} */
  const config = { plugins: { house: { rules: { rooms } } }, rules: { "house/rooms": "error" } };
  const filename = path.join(ROOT, "browser", name);
  return linter.verify(text, config, { filename }).map((found) => found.message);
}

const UPWARDS = /^(\w+) must not import from (\w+):/;

for (const [from, to, text] of /** @type {const} */ ([
  ["figures", "facts", 'import { x } from "../facts/entries.js";'],
  ["figures", "facts", 'export { x } from "../facts/entries.js";'],
  ["figures", "facts", 'import {\n  x,\n} from "../facts/entries.js";'],
  ["facts", "drafts", '/** @param {import("../drafts/state.js").State} x */\nfunction f(x) { return x; }'],
  ["reading", "preview", 'import "../preview/live_text.js";'],
  ["preview", "reading", 'import "../reading/office_switch.js";'],
  ["search", "reading", 'import { x } from "../reading/copying.js";'],
  ["page", "search", 'import "../search/finder.js";'],
  ["fill", "tests", 'import "../tests/figures/vectors.js";'],
  ["fill", "bench", 'import "../bench/docx_package.js";'],
  ["figures", "facts", 'import table from "../../macros/facts/entries.json" with { type: "json" };'],
  ["attic", "page", 'import "../page/elements.js";'],
])) {
  test(`${from} must not import ${to}: ${text}`, () => {
    const found = said(`${from}/planted.js`, text).map((message) => UPWARDS.exec(message)?.slice(1));
    assert.deepEqual(found, [[from, to]]);
  });
}

test("a room imports from below, from itself and from packages; tests import everything", () => {
  assert.deepEqual(said("fill/planted.js", 'import "../page/elements.js";\nimport "./form.js";'), []);
  assert.deepEqual(said("figures/planted.js", 'import Big from "big.js";'), []);
  const table = 'import table from "../../macros/figures/periods.json" with { type: "json" };';
  assert.deepEqual(said("figures/planted.js", table), []);
  assert.deepEqual(said("tests/fill/planted.js", 'import "../../search/finder.js";'), []);
});

test("an import of what is not there is left to tsc", () => {
  assert.deepEqual(said("figures/planted.js", 'import "./gone.js";'), []);
});

test("a circle is seen, also a long one", () => {
  const circle = ["This import closes a circle"];
  assert.deepEqual(said("figures/numerals.js", 'import "./values.js";'), circle);
  assert.deepEqual(said("figures/numerals.js", 'import "./conditions.js";'), circle);
});
