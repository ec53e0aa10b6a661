// Tells, one JSON object a line, what is found in the typed words of each example of the archetypes that it reads.

import { readFileSync } from "node:fs";

import { rulesOf } from "../../checker/rule_data.js";
import { EMPTY } from "../../drafts/state.js";
import { Composer } from "../../library/compose.js";
import { ownTools } from "../../library/own_tools.js";
import { CheckedWords } from "../../preview/checked_words.js";
import { liveDocument } from "../../preview/live_document.js";
import { findings } from "../../preview/review.js";
import { typedText } from "../../preview/typed_text.js";
import { citedFunction } from "../../templating/cited_functions.js";
import { readFunctionsBy } from "../../templating/citations.js";
import { readOwnText } from "../../templating/own_text.js";
import { readWordsBy } from "../../templating/own_words.js";

readFunctionsBy(citedFunction);
readWordsBy(readOwnText);

/** @typedef {import("../../schema/types.js").Archetype} Archetype */
/** @typedef {import("../../schema/types.js").Library} Library */
/** @typedef {{rules: import("../../checker/rule_data.js").RuleData, archetypes: {archetype: Archetype, library: Library}[]}} Asked */

const asked = /** @type {unknown} */ (JSON.parse(readFileSync(0, "utf8")));
const { rules, archetypes } = /** @type {Asked} */ (asked);
const words = new CheckedWords(rulesOf(rules));
for (const { archetype, library } of archetypes) {
  for (const { id, facts, headings, without, content = {} } of archetype.examples) {
    const state = { ...EMPTY, facts, headings, without, content };
    const composer = new Composer(archetype, ownTools(library));
    const live = liveDocument(composer, state, { layout: { numbers: ["一、", "（一）", "1.", "（1）"] }, appendix: false });
    const typedIn = composer.typedIn.bind(composer);
    const { spans } = typedText(live, state, typedIn);
    const typed = spans.map(({ source }) => source.typed);
    const found = words.findings(state, live, typedIn, findings(state, live));
    console.log(JSON.stringify({ example: id, typed, found }));
  }
}
