// What makes a finding the same one after an edit elsewhere: its rule, its words and what stands beside them.

/** @typedef {import("../checker/types.js").Finding} Finding */

const BESIDE = 8; // characters on each side

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
