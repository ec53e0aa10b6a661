// A text as the checker reads it: one sign for the end of a line, no byte order mark.

/** @param {string} text */
export function normalised(text) {
  return text.replace(/^\uFEFF/, "").replace(/\r\n?/g, "\n");
}
