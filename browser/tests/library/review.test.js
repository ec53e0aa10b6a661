// What is given but not stated, and values that are hardly right, are as in Python: the shared vectors of
// tests/vectors/review.json, over the library of own_content.json.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";

import { contextOf } from "../../facts/archetype_context.js";
import { labelAt } from "../../facts/paths.js";
import { Composer } from "../../library/compose.js";
import { ownTools } from "../../library/own_tools.js";
import { unlikelyRelations } from "../../library/unlikely_relations.js";
import { otherYears, unlikelyChanges } from "../../library/unlikely_values.js";
import { reasonUnused } from "../../library/unused.js";

/**
 * @param {string} name
 * @returns {any}
 */
const read = (name) => JSON.parse(readFileSync(new URL(`../../../tests/vectors/${name}.json`, import.meta.url), "utf8"));
/** @type {{archetype: any, library: any}} */
const { archetype, library } = read("own_content");
/** @type {{facts: Record<string, any>, cases: Record<string, any>[]}} */
const { facts: common, cases } = read("review");

for (const { name, content = {}, facts = {}, unused, unlikely } of cases) {
  test(`looked at: ${String(name)}`, () => {
    const composer = new Composer(archetype, ownTools(library));
    const given = { ...common, ...facts };
    const document = composer.document(given, { content });
    const { summary } = composer;
    const { context, shown } = contextOf(summary, given);
    const told = document.unused.map((path) => [
      ...[path, labelAt(summary.specs, path)],
      reasonUnused(summary, path, (fact) => context.fact(fact)),
    ]);
    assert.deepEqual(told, unused);
    const finders = [unlikelyChanges, otherYears, unlikelyRelations];
    const found = finders.flatMap((find) => find(summary, context, shown));
    const aside = content.marks?.dismissed ?? {};
    const standing = found.filter(({ key }) => !Object.hasOwn(aside, key));
    assert.deepEqual(standing.map(({ path, what }) => [path, what]), unlikely);
  });
}
