// Finds what tells of a single person in words that were typed; mirrors macros/library/personal_data.py.

import table from "../../macros/library/personal_data.json" with { type: "json" };

const KINDS = table.kinds.map(({ name, pattern }) => ({ name, pattern: new RegExp(pattern, "g") }));

/**
 * The kinds of personal data in a text, each with the words and where they stand.
 * @param {string} text
 */
export function personalData(text) {
  return KINDS.flatMap(({ name, pattern }) => Array.from(text.matchAll(pattern), (match) => ({ name, words: match[0], at: match.index })));
}
