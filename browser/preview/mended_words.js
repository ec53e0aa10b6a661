// Puts mended words where the writer has typed the wrong ones, if they stand there once.

import { withValueAt } from "../facts/paths.js";

/** @typedef {import("../drafts/state.js").State} State */
/** @typedef {import("../schema/types.js").Content} Content */
/** @typedef {import("./typed_text.js").Way} Way */
/** @typedef {{words: string, by: (state: State) => Partial<State>}} Mending the mended words, and what they change */

/**
 * What takes mended words over; nothing where the wrong ones do not stand as they are, or more than once.
 * @param {Way} way
 * @param {string} typed
 * @param {string} found
 * @param {string} words
 * @returns {Mending | undefined}
 */
export function mend({ path, place }, typed, found, words) {
  if (typed.split(found).length !== 2) return undefined;
  const mended = (/** @type {string} */ text) => text.split(found).join(words);
  if (path !== undefined) return { words, by: ({ facts }) => ({ facts: withValueAt(facts, path, mended(typed)) }) };
  return place && { words, by: ({ content }) => ({ content: mendedContent(content, place, mended) }) };
}

/**
 * @param {Content} content
 * @param {{section: string, name: string}} place a section of the writer's own has no name there
 * @param {(text: string) => string} mended
 * @returns {Content}
 */
function mendedContent(content, { section, name }, mended) {
  const { own = {} } = content;
  const { sections = {}, items = {}, texts = {} } = own;
  const written = sections[section];
  if (written) return withOwn(content, { sections: { ...sections, [section]: { name: mended(written.name), text: mended(written.text) } } });
  const rows = items[section] ?? [];
  if (rows.some(({ id }) => id === name)) {
    const others = rows.map((row) => (row.id === name ? mendedItem(row, mended) : row));
    return withOwn(content, { items: { ...items, [section]: others } });
  }
  const places = texts[section] ?? {};
  return withOwn(content, { texts: { ...texts, [section]: { ...places, [name]: mended(places[name] ?? "") } } });
}

/**
 * @param {Content} content
 * @param {import("../schema/types.js").Own} more
 * @returns {Content}
 */
function withOwn(content, more) {
  return { ...content, own: { ...content.own, ...more } };
}

/**
 * @param {import("../schema/types.js").OwnItem} item
 * @param {(text: string) => string} mended
 */
function mendedItem({ title, text, ...item }, mended) {
  return { ...item, ...(title !== undefined && { title: mended(title) }), ...(text !== undefined && { text: mended(text) }) };
}
