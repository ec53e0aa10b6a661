// The own words of a list's records; what reads them is loaded with own content.

/** @typedef {import("./own_text.js").OwnText} OwnText */
/** @typedef {import("./expression_kinds.js").Specs} Specs */
/** @typedef {(text: string, specs: Specs, marked: boolean) => OwnText} Reader */

/** @type {Reader} as typed, until what reads expressions is loaded */
let reader = (text) => ({ lines: [{ mark: "", body: [text] }], mistakes: [] });

/** @param {Reader} loaded */
export function readWordsBy(loaded) {
  reader = loaded;
}

/**
 * The lines of a record's own words, in which no mark is read.
 * @param {string} text
 * @param {Specs} specs
 */
export function readWords(text, specs) {
  return reader(text, specs, false);
}
