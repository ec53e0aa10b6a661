// Headings without what the text adds to them.

import { ORDINAL } from "../facts/entries.js";

const CHAPTER = "第(?:[一二三四五六七八九十]+|[0-9]{1,2})[章节]|[⑴-⒛㈠-㈩]"; // only before headings
const ORDINALS = new RegExp(`^(?:(?:${ORDINAL}|${CHAPTER})、?\\s*)+`);
const LAST_MARK = /[。．.；;，,、：:\s]+$/;

/**
 * A heading without the number before it, which the text adds, and without punctuation at its end.
 * @param {string} text
 */
export function bareHeading(text) {
  return text.trim().replace(ORDINALS, "").replace(LAST_MARK, "");
}
