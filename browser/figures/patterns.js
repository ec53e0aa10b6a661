// Patterns of the shared tables, as Python's fullmatch and match take them.

// what Python strips; JavaScript strips other characters
export const SPACE = "[\\t-\\r\\x1c-\\x20\\x85\\xa0\\u1680\\u2000-\\u200a\\u2028\\u2029\\u202f\\u205f\\u3000]";

/**
 * A pattern that takes the whole of a text.
 * @param {string} pattern
 */
export function whole(pattern) {
  return new RegExp(`^(?:${pattern})$`);
}

/**
 * A pattern that takes the start of a text.
 * @param {string} pattern
 */
export function start(pattern) {
  return new RegExp(`^(?:${pattern})`);
}

/**
 * A text without some characters at its end; a pattern like / +$/ would try every run of them.
 * @param {string} text
 * @param {string} characters
 */
export function withoutEnd(text, characters) {
  let end = text.length;
  while (end > 0 && characters.includes(text.charAt(end - 1))) end -= 1;
  return text.slice(0, end);
}
