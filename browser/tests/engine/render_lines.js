// Composes documents for the differential tests: JSON lines from standard input to standard output.
//
// A line is {"define": key, "archetype"} or {"use": key, "facts", "choices"}; each use is answered
// by a line {"document", "problems"}.

import { createInterface } from "node:readline";

import { compose } from "../../engine/compose.js";
import { problems } from "../../engine/consistency.js";

/** @type {Map<string, import("../../engine/types.js").Archetype>} */
const archetypes = new Map();

for await (const line of createInterface({ input: process.stdin })) {
  /** @type {any} */
  const asked = JSON.parse(line);
  if (asked.define) {
    archetypes.set(asked.define, asked.archetype);
    continue;
  }
  const archetype = archetypes.get(asked.use);
  if (!archetype) throw new Error(`not defined: ${String(asked.use)}`);
  const document = compose(archetype, asked.facts, asked.choices);
  const found = asked.problems ? problems(archetype, asked.facts) : [];
  console.log(JSON.stringify({ document, problems: found }));
}
