// Where signature and date stand; mirrors macros/layout.py.

/** @typedef {import("./types.js").Block} Block */

/**
 * How far from the right edge signature and date end, in half characters (7.3.5.2): the date
 * begins two characters right of the signature; the longer of both ends two from the edge.
 * @param {Block[]} blocks
 * @returns {Partial<Record<Block["type"], number>>}
 */
export function rightIndents(blocks) {
  const [signature, date] = ["signature", "date"].map((type) => blocks.find((b) => b.type === type));
  if (!signature || !date) return {};
  const over = width(signature.text) - width(date.text);
  return { signature: 4 + Math.max(4 - over, 0), date: Math.max(over, 4) };
}

/**
 * The width in half characters.
 * @param {string} text
 */
function width(text) {
  return Array.from(text).reduce((sum, character) => sum + (character < "\x7f" ? 1 : 2), 0);
}
