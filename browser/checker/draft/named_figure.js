// Finds the figure whose name stands before a number.

/** @typedef {import("./known_figures.js").Known} Known */
/** @typedef {import("../../prose/types.js").Statement} Statement */

const ALIKE = 0.6; // of the pairs of characters of a name that must stand there
const SHORTEST = 3; // characters of a name that is not there by chance
const FURTHEST = 8; // characters between a name and its number
const MOVES = ["growth", "difference", "points"];

/**
 * The figure that a statement most likely means: of the sides that it may tell, the one whose name is most like its words.
 * @param {Statement} statement
 * @param {Known[]} all
 * @returns {Known | undefined}
 */
export function nearest({ kind, before, quantity }, all) {
  const isMove = MOVES.includes(kind);
  const suffix = kind === "prior" ? "（上期）" : kind === "plan" ? "（计划）" : "";
  const told = all.filter(({ label, sign, isSide, unit }) => {
    return label !== "" && unit === quantity.unit && (isMove ? sign !== 0 : isSide && label.replace(/^[^（]*/, "") === suffix);
  });
  const alike = told.map((one) => ({ one, share: shareIn(bare(one.label), before) })).sort((a, b) => b.share - a.share);
  return (alike[0]?.share ?? 0) >= ALIKE ? alike[0]?.one : undefined;
}

/**
 * The figure whose whole name stands right before a number.
 * @param {string} clause
 * @param {Known[]} all
 * @returns {Known | undefined}
 */
export function namedFully(clause, all) {
  const named = all.filter(({ label }) => {
    const at = label.length < SHORTEST ? -1 : clause.lastIndexOf(label);
    return at >= 0 && clause.length - at - label.length <= FURTHEST;
  });
  return named.sort((a, b) => b.label.length - a.label.length)[0];
}

/**
 * Whether words name a figure.
 * @param {Known} known
 * @param {string} words
 */
export function isNamed({ label }, words) {
  return label !== "" && shareIn(bare(label), words) >= ALIKE;
}

/** @param {string} label */
function bare(label) {
  return label.replace(/（.*$|(?:增长|增加|提高|上升|下降|减少)$/, "");
}

/**
 * How much of a name stands in words, by its pairs of characters.
 * @param {string} name
 * @param {string} words
 */
function shareIn(name, words) {
  const pairs = Array.from({ length: name.length - 1 }, (_, at) => name.slice(at, at + 2));
  return pairs.filter((pair) => words.includes(pair)).length / Math.max(1, pairs.length);
}
