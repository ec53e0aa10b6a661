// Composes documents for the differential tests: JSON lines from standard input to standard output.
//
// A line is {"define": key, "archetype"}, with "library" where own content asks for more of it,
// {"numbers"} of a layout, {"shell", "sealed"} of Word files,
// or {"use": key, "facts", "choices", "draft"}; each use is answered by a line {"document", "problems"},
// with {"advice": true} also {"advice", "efforts"},
// with a shell also {"word", "markdown", "text"}: the checksum of the Word file with its table, the
// Markdown and the plain text.  One composer answers for an archetype, so that what it keeps from the
// document before is tested too.

import { createHash } from "node:crypto";

import { createInterface } from "node:readline";

import { citedFunction } from "../../templating/cited_functions.js";
import { readFunctionsBy } from "../../templating/citations.js";
import { readOwnText } from "../../templating/own_text.js";
import { readWordsBy } from "../../templating/own_words.js";
import { Composer } from "../../library/compose.js";
import { ownTools } from "../../library/own_tools.js";
import { checkConsistency } from "../../facts/consistency.js";
import { contextOf } from "../../facts/archetype_context.js";
import { advice, efforts } from "../../library/advice.js";
import { figureLines, withAppendix } from "../../output/appendix.js";
import { numbered } from "../../document/numbering.js";
import { asText } from "../../document/document.js";
import { asMarkdown } from "../../output/formats.js";
import { docx } from "../../output/word.js";

readFunctionsBy(citedFunction);
readWordsBy(readOwnText);

/** @type {Map<string, Composer>} */
const composers = new Map();
/** @type {string[] | undefined} */
let numbers;
/** @type {import("../../output/word.js").Shell | undefined} */
let shell;
let sealed = false;

/**
 * The checksum of a document's Word file, and the document as Markdown and as plain text.
 * @param {Composer} composer
 * @param {import("../../schema/types.js").Facts} facts
 * @param {import("../../schema/types.js").Block[]} blocks
 * @param {boolean} draft
 */
function files({ summary }, facts, blocks, draft) {
  const whole = withAppendix(blocks, figureLines(summary, facts));
  const word = docx(whole, { draft, sealed }, shell ?? {});
  const checksum = createHash("sha256").update(word).digest("hex");
  return { word: checksum, markdown: asMarkdown(whole, []), text: asText(whole, []) };
}

/**
 * What a reader will miss, and what the targets take.
 * @param {import("../../library/summary.js").Summary} summary
 * @param {import("../../schema/types.js").Facts} facts
 * @param {import("../../schema/types.js").Block[]} blocks
 */
function advisedOf(summary, facts, blocks) {
  const { context } = contextOf(summary, facts);
  const found = advice(summary, context, blocks).map(({ key, path, what }) => [key, path, what]);
  return { advice: found, efforts: efforts(summary, context).map(({ text }) => text) };
}

/**
 * Only the page needs to know which places a block was made from.
 * @param {string} key
 * @param {unknown} value
 */
function withoutPlaces(key, value) {
  return key === "places" ? undefined : value;
}

for await (const line of createInterface({ input: process.stdin })) {
  /** @type {any} */
  const asked = JSON.parse(line);
  if (asked.define) {
    composers.set(asked.define, new Composer(asked.archetype, ownTools(asked.library ?? asked.archetype)));
    continue;
  }
  if (asked.numbers) {
    numbers = asked.numbers;
    continue;
  }
  if (asked.shell) {
    ({ shell, sealed } = asked);
    continue;
  }
  const composer = composers.get(asked.use);
  if (!composer) throw new Error(`not defined: ${String(asked.use)}`);
  const document = composer.document(asked.facts, asked.choices);
  if (numbers) document.blocks = numbered(document.blocks, numbers);
  const whole = composer.summary.with({ content: asked.choices.content }, composer.tools);
  const found = asked.problems ? checkConsistency(whole, asked.facts) : [];
  const told = asked.advice ? advisedOf(composer.summary, asked.facts, document.blocks) : {};
  const { draft } = asked;
  const made = shell && files(composer, asked.facts, document.blocks, draft);
  const answer = { document: { ...document, draft }, draft, problems: found, ...told, ...made };
  console.log(JSON.stringify(answer, withoutPlaces));
}
