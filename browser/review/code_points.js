// Turns places in UTF-16 into places in code points, as other programs count them.

const LOW = /[\uDC00-\uDFFF]/;

/**
 * A function that tells the code points before an offset of a text.
 * @param {string} text
 * @returns {(offset: number) => number}
 */
export function codePoints(text) {
  if (!LOW.test(text)) return (offset) => offset;
  const before = new Uint32Array(text.length + 1);
  for (let at = 0; at < text.length; at += 1) {
    before[at + 1] = (before[at] ?? 0) + (LOW.test(text.charAt(at)) ? 0 : 1);
  }
  return (offset) => before[offset] ?? 0;
}
