// Facts are read, computed and checked as Python does: the shared vectors of tests/vectors/facts.json.

import { citedFunction } from "../../templating/cited_functions.js";
import { readFunctionsBy } from "../../templating/citations.js";
import { readWordsBy } from "../../templating/own_words.js";
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";

import { checkConsistency } from "../../facts/consistency.js";
import { Context } from "../../facts/context.js";
import { readEntries } from "../../facts/entry_reader.js";
import { stated } from "../../figures/comparisons.js";
import { Series } from "../../figures/values.js";
import { isComputed } from "../../schema/fact_types.js";
import { readOwnText } from "../../templating/own_text.js";
import { render, Table } from "../../templating/render.js";

const FILE = new URL("../../../tests/vectors/facts.json", import.meta.url);
/** @type {{facts: Record<string, any>, cases: Record<string, any>[]}} */
const { facts: FACTS, cases: CASES } = JSON.parse(readFileSync(FILE, "utf8"));
/** @type {Record<string, import("../../schema/types.js").FactSpec>} */
const SPECS = Object.fromEntries(
  Object.entries(FACTS).map(([name, spec]) => [name, { label: name, hint: "—", topic: "", ...spec }]),
);
const ENTERED = Object.entries(SPECS).flatMap(([name, spec]) => (isComputed(spec) ? [] : [name]));
readFunctionsBy(citedFunction);
readWordsBy(readOwnText);
const ASKED = { archetype: /** @type {any} */ ({ periods: ["quarter"] }), specs: SPECS, entered: ENTERED };

/** @param {any} value */
function shown(value) {
  if (typeof value === "string") return value;
  if (value instanceof Table) return { table: value.facts };
  const { text, facts, formula, known } = value instanceof Series ? value.now : value;
  return { text, facts, formula, known };
}

/**
 * What the first record cites, and how that is stated in a sentence.
 * @param {any} rows
 */
function cited({ rows: [row] }) {
  return [[shown(row.figure), shown(stated(row.figure))]];
}

for (const { facts, as_of: asOf, text, body: whole, printed, problems } of CASES) {
  test(`${JSON.stringify(facts).slice(0, 120)} ${String(text ?? "")}`, () => {
    const { entries } = readEntries(SPECS, Object.keys(SPECS), facts);
    const context = new Context(SPECS, entries, asOf);
    const scope = (/** @type {string} */ name) => context.fact(name);
    const { lines } = readOwnText(text ?? "", SPECS, false);
    const bodies = whole ? [whole] : lines.map(({ body }) => body);
    const given = bodies.map((body) => render(body, scope).map(shown));
    const isCited = text === undefined && whole === undefined;
    assert.deepEqual(isCited ? cited(scope("problems")) : given, printed);
    const found = checkConsistency(ASKED, facts).map(({ what, expected }) => [what, expected]);
    assert.deepEqual(found.sort(), problems);
  });
}
