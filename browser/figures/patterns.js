// Patterns of the shared tables, as Python's fullmatch and match take them.

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
