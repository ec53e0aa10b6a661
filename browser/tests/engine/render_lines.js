// Composes documents for the differential tests: JSON lines from standard input to standard output.
//
// A line is {"define": key, "archetype"}, {"numbers"} of a layout, {"shell", "sealed"} of Word files,
// or {"use": key, "facts", "choices"}; each use is answered by a line {"document", "problems", "word"}:
// with a shell, the checksum of the Word file with its table.  One composer answers for an archetype,
// so that what it keeps from the document before is tested too.

import { createHash } from "node:crypto";

import { createInterface } from "node:readline";

import { Composer } from "../../engine/compose.js";
import { problems } from "../../engine/consistency.js";
import { figureLines, withAppendix } from "../../engine/figure_table.js";
import { numbered } from "../../engine/numbering.js";
import { docx } from "../../word/docx.js";

/** @type {Map<string, Composer>} */
const composers = new Map();
/** @type {string[] | undefined} */
let numbers;
/** @type {import("../../word/docx.js").Shell | undefined} */
let shell;
let sealed = false;

/**
 * The checksum of a document's Word file.
 * @param {Composer} composer
 * @param {import("../../engine/types.js").Facts} facts
 * @param {import("../../engine/types.js").Document} document
 */
function word({ archetype, choices }, facts, { blocks, draft }) {
  const whole = withAppendix(blocks, figureLines(archetype, facts, choices.without));
  return createHash("sha256").update(docx(whole, { draft, sealed }, shell ?? {})).digest("hex");
}

for await (const line of createInterface({ input: process.stdin })) {
  /** @type {any} */
  const asked = JSON.parse(line);
  if (asked.define) {
    composers.set(asked.define, new Composer(asked.archetype));
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
  const found = asked.problems ? problems(composer.archetype, asked.facts) : [];
  const file = shell && word(composer, asked.facts, document);
  console.log(JSON.stringify({ document, problems: found, word: file }));
}
