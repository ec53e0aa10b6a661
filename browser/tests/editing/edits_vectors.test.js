// Paragraphs edited by hand in older drafts become the same content as in Python: the shared vectors of
// tests/vectors/edits.json, over the library of own_content.json.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";

import { withConvertedEdits } from "../../editing/converted_edits.js";
import { Composer } from "../../library/compose.js";
import { ownTools } from "../../library/own_tools.js";
import { STATE } from "../support/water_quarter.js";

/**
 * @param {string} name
 * @returns {any}
 */
const read = (name) => JSON.parse(readFileSync(new URL(`../../../tests/vectors/${name}.json`, import.meta.url), "utf8"));
/** @type {{archetype: any, library: any}} */
const { archetype, library } = read("own_content");
/** @type {{facts: Record<string, any>, cases: Record<string, any>[]}} */
const { facts, cases } = read("edits");

for (const { name, edits, content, headings = {} } of cases) {
  test(`converted: ${String(name)}`, () => {
    const composer = new Composer(archetype, ownTools(library));
    const state = withConvertedEdits(composer, { ...STATE, facts, content: {}, headings: {}, without: [], edits });
    assert.deepEqual(state.content, content);
    assert.deepEqual(state.headings, headings);
  });
}
