// Writes a draft as a JSON file, which draft_reader.js and `summaries render --facts` read.

/** @typedef {import("../schema/types.js").Archetype} Archetype */
/** @typedef {import("../drafts/state.js").State} State */

export const SCHEMA = "2";

/**
 * A draft as the text of a file; with an outline of its own it has no choices about the archetype's.
 * @param {Archetype} archetype
 * @param {string} name
 * @param {State} state
 */
export function draftText({ id, version, title }, name, state) {
  const { facts, without, headings, content, carried } = state;
  const head = { schema: SCHEMA, archetype: id, title, version, name };
  const choices = content.outline ? {} : { without, headings };
  return JSON.stringify({ ...head, ...choices, ...content, carried, facts }, null, 2) + "\n";
}
