// In which line of a text a place is.

/**
 * The number of the line, counted from one.
 * @param {string} text
 * @param {number} offset
 */
export function lineAt(text, offset) {
  return text.slice(0, offset).split("\n").length;
}
