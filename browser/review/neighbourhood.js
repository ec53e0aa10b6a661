// What makes a finding the same one after an edit elsewhere: its rule, its words and what stands beside them.

/** @typedef {import("../checker/types.js").Finding} Finding */

const BESIDE = 8; // characters on each side
const [SEED, OTHER] = [0xdeadbeef, 0x41c6ce57];
const [FIRST, SECOND] = [2654435761, 1597334677];

/**
 * The words of a finding with what stands beside them in their line, without spaces.
 * @param {Finding} finding
 * @param {string} text
 */
export function placeKey({ rule, start, end, found }, text) {
  const before = text.slice(Math.max(0, start - BESIDE), start).split("\n").pop() ?? "";
  const after = text.slice(end, end + BESIDE).split("\n")[0] ?? "";
  return `${rule}|${`${before}[${found}]${after}`.replace(/\s+/g, "")}`;
}

/**
 * A number of 53 bits for a text, by which it is known again and from which it cannot be read.
 * @param {string} text
 */
export function fingerprint(text) {
  let [one, two] = [SEED, OTHER];
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    one = Math.imul(one ^ code, FIRST);
    two = Math.imul(two ^ code, SECOND);
  }
  one = Math.imul(one ^ (one >>> 16), 2246822507) ^ Math.imul(two ^ (two >>> 13), 3266489909);
  two = Math.imul(two ^ (two >>> 16), 2246822507) ^ Math.imul(one ^ (one >>> 13), 3266489909);
  return (4294967296 * (2097151 & two) + (one >>> 0)).toString(36);
}
