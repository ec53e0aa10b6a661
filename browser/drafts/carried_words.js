// The own words that were carried over from the last period, and confirmed by an edit.

import { wordsByKey } from "../facts/words_by_key.js";

/** @typedef {import("../schema/types.js").Content} Content */

/**
 * Tells whether a mark in `carried` is the key of own words.
 * @param {string} mark
 */
export function isWordsKey(mark) {
  return mark.startsWith("own.");
}

/**
 * The own words that are still to be confirmed.
 * @param {string[]} carried
 * @param {Content} content
 */
export function carriedWords(carried, content) {
  const marks = carried.filter(isWordsKey);
  const words = marks.length > 0 ? wordsByKey(content) : {};
  return marks.filter((key) => Object.hasOwn(words, key));
}

/**
 * The marks without those of own words that are not as they were.
 * @param {string[]} carried
 * @param {Content} before
 * @param {Content} after
 */
export function withoutChanged(carried, before, after) {
  if (before === after || !carried.some(isWordsKey)) return carried;
  const [old, fresh] = [wordsByKey(before), wordsByKey(after)];
  return carried.filter((mark) => !isWordsKey(mark) || old[mark] === fresh[mark]);
}
