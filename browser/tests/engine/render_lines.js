// Composes documents for the differential tests: JSON lines from standard input to standard output.
//
// A line is {"define": key, "archetype"} or {"use": key, "facts", "choices"}; each use is answered
// by a line {"document", "problems"}.  One composer answers for an archetype, so that what it keeps
// from the document before is tested too.

import { createInterface } from "node:readline";

import { Composer } from "../../engine/compose.js";
import { problems } from "../../engine/consistency.js";

/** @type {Map<string, Composer>} */
const composers = new Map();

for await (const line of createInterface({ input: process.stdin })) {
  /** @type {any} */
  const asked = JSON.parse(line);
  if (asked.define) {
    composers.set(asked.define, new Composer(asked.archetype));
    continue;
  }
  const composer = composers.get(asked.use);
  if (!composer) throw new Error(`not defined: ${String(asked.use)}`);
  const document = composer.document(asked.facts, asked.choices);
  const found = asked.problems ? problems(composer.archetype, asked.facts) : [];
  console.log(JSON.stringify({ document, problems: found }));
}
