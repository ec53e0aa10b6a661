// Reads and writes sheets for tests/differential/test_sheets.py: a JSON line for each draft, read and answered.

import { createInterface } from "node:readline";

import { EMPTY } from "../../drafts/state.js";
import { readDraft } from "../../exchange/draft_reader.js";
import { handedDown } from "../../exchange/handed_down.js";
import { partsOf } from "../../exchange/sheet_layout.js";
import { openSheet } from "../../exchange/sheet_reader.js";
import { asSheet } from "../../exchange/sheet_writer.js";
import { pieces } from "../../exchange/structure.js";
import { ownTools } from "../../library/own_tools.js";
import { Summary } from "../../library/summary.js";

/**
 * @typedef {object} Line
 * @property {import("../../schema/types.js").Library} [define]
 * @property {import("../../schema/types.js").Archetype} archetype
 * @property {import("../../drafts/state.js").State} state
 * @property {string} sheet in base 64
 */

/** @type {import("../../schema/types.js").Library} */
let library = { sections: {}, facts: {} };

for await (const text of createInterface({ input: process.stdin })) {
  /** @type {unknown} */
  const data = JSON.parse(text);
  const { define, archetype, state, sheet } = /** @type {Line} */ (data);
  if (define) {
    library = define;
    continue;
  }
  const summary = new Summary(archetype, state, ownTools(library));
  const opened = await openSheet(new Uint8Array(Buffer.from(sheet, "base64")));
  const structure = opened.structure ? readDraft(archetype, opened.structure, EMPTY, library).state : EMPTY;
  const { without, headings, content } = handedDown(state);
  const written = await asSheet(summary, state.facts, pieces(archetype, "", state));
  const answer = {
    parts: partsOf(summary, state.facts).map(({ key, name, facts }) => [key, name, facts]),
    read: opened.read(summary.specs),
    structure: { without: structure.without, headings: structure.headings, content: structure.content },
    handed: { without, headings, content },
    sheet: Buffer.from(await written.arrayBuffer()).toString("base64"),
  };
  console.log(JSON.stringify(answer));
}
