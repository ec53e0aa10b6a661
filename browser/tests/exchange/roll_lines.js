// Rolls drafts forward for tests/differential/test_roll_forward.py: a JSON line for each, read and answered.

import { createInterface } from "node:readline";

import { rollForward } from "../../exchange/roll_forward.js";
import { wordsOfOldPeriod } from "../../library/old_period.js";
import { ownTools } from "../../library/own_tools.js";
import { Summary } from "../../library/summary.js";
import { citedFunction } from "../../templating/cited_functions.js";
import { readFunctionsBy } from "../../templating/citations.js";

readFunctionsBy(citedFunction);

/**
 * @typedef {object} Line
 * @property {import("../../schema/types.js").Library} [define]
 * @property {import("../../schema/types.js").Archetype} archetype
 * @property {import("../../drafts/state.js").State} state
 * @property {import("../../exchange/roll_forward.js").NextPeriod} begins
 */

/** @type {import("../../schema/types.js").Library} */
let library = { sections: {}, facts: {} };
/**
 * @param {string} line
 * @returns {Line}
 */
function read(line) {
  /** @type {unknown} */
  const data = JSON.parse(line);
  return /** @type {Line} */ (data);
}

for await (const line of createInterface({ input: process.stdin })) {
  const { define, archetype, state, begins } = read(line);
  if (define) {
    library = define;
    continue;
  }
  const tools = ownTools(library);
  const next = rollForward(new Summary(archetype, state, tools), state, begins);
  const words = wordsOfOldPeriod(new Summary(archetype, next, tools), next.facts, next.headings);
  const said = words.map(({ where, words: found, key }) => [where, found, key]);
  console.log(JSON.stringify({ ...next, words: said }));
}
