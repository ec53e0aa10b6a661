// A draft's structure as it is handed down: with a gap for each number that its writer has typed; mirrors
// `summaries outline`.

import { EMPTY } from "../drafts/state.js";
import { withGaps } from "../library/typed_numbers.js";
import { structureOf } from "./structure.js";

/** @typedef {import("../schema/types.js").Content} Content */
/** @typedef {import("../schema/types.js").OutlineEntry} OutlineEntry */
/** @typedef {import("../drafts/state.js").State} State */
/** @typedef {import("../drafts/state.js").StoredState} StoredState */

/**
 * A structure to be handed down: the numbers that its writer has typed are gaps in it.
 * @param {StoredState} state
 * @returns {State}
 */
export function handedDown(state) {
  const { without, headings, content } = structureOf(state);
  return { ...EMPTY, without, headings: mapped(headings, withGaps), content: gapped(content) };
}

/**
 * @param {Content} content
 * @returns {Content}
 */
function gapped({ outline, own, ...rest }) {
  return { ...(outline && { outline: outline.map(gappedEntry) }), ...rest, ...(own && { own: gappedOwn(own) }) };
}

/**
 * @param {import("../schema/types.js").Own} own
 * @returns {import("../schema/types.js").Own}
 */
function gappedOwn(own) {
  const { sections, items, texts } = own;
  return {
    ...own,
    ...(sections && { sections: mapped(sections, ({ name, text }) => ({ name: withGaps(name), text: withGaps(text) })) }),
    ...(items && { items: mapped(items, (rows) => rows.map(gappedItem)) }),
    ...(texts && { texts: mapped(texts, (places) => mapped(places, withGaps)) }),
  };
}

/**
 * @param {import("../schema/types.js").OwnItem} item
 * @returns {import("../schema/types.js").OwnItem}
 */
function gappedItem({ title, text, ...rest }) {
  return {
    ...rest,
    ...(title === undefined ? {} : { title: withGaps(title) }),
    ...(text === undefined ? {} : { text: withGaps(text) }),
  };
}

/**
 * @param {OutlineEntry} entry
 * @returns {OutlineEntry}
 */
function gappedEntry(entry) {
  const { heading, sections } = entry;
  return {
    ...entry,
    ...(heading === undefined ? {} : { heading: withGaps(heading) }),
    ...(sections && { sections: sections.map(gappedEntry) }),
  };
}

/**
 * @template T
 * @param {Record<string, T>} record
 * @param {(value: T) => T} change
 * @returns {Record<string, T>}
 */
function mapped(record, change) {
  return Object.fromEntries(Object.entries(record).map(([key, value]) => [key, change(value)]));
}
