// Finds what the pattern of a rule describes, with the mended words.

import { spanOf } from "./span_of.js";

/** @typedef {import("./types.js").Remark} Remark */
/** @typedef {import("./types.js").Checker} Checker */
/** @typedef {import("./types.js").Rule} Rule */
/** @typedef {import("../prose/types.js").Prose} Prose */

/** @type {Checker} */
export function patternRemarks(prose, rule) {
  const found = [...prose.text.matchAll(new RegExp(rule.pattern ?? "(?!)", "gmu"))];
  const kept = found.length > 0 ? keeps(prose, rule) : () => false;
  return found.filter((match) => kept(spanOf(match))).map((match) => remark(rule, match));
}

/**
 * @param {Rule} rule
 * @param {RegExpMatchArray & { index: number }} match
 * @returns {Remark}
 */
function remark({ message = "", suggest }, match) {
  const [found] = match;
  const mended = typeof suggest === "object" ? suggest[found] : suggest;
  return {
    ...{ ...spanOf(match), message: expanded(message, match) },
    ...(mended !== undefined && { suggestion: expanded(mended, match) }),
  };
}

/**
 * A template with what was found for $&, and its groups for $1.
 * @param {string} template
 * @param {RegExpMatchArray} match
 */
function expanded(template, match) {
  return template.replace(/\$([0-9&])/g, (_, name) => match[name === "&" ? 0 : Number(name)] ?? "");
}

/**
 * Tells of a place whether the rule looks there: in lines of its kinds, and not between its marks.
 * @param {Prose} prose
 * @param {Rule} rule
 * @returns {(place: { start: number, end: number }) => boolean}
 */
function keeps({ text, lines }, { lines: kinds = [], outside = [] }) {
  const looked = kinds.length > 0 ? lines.filter(({ kind }) => kinds.includes(kind)) : undefined;
  const between = outside.flatMap((pair) => Array.from(text.matchAll(betweenMarks(pair)), (match) => spanOf(match)));
  return ({ start, end }) =>
    (!looked || looked.some((line) => line.start <= start && end <= line.end)) &&
    !between.some((span) => span.start <= start && end <= span.end);
}

/** @param {string} pair */
function betweenMarks(pair) {
  const [first = "", last = ""] = pair;
  return new RegExp(`${first}[^${first}${last}\n]{0,200}${last}`, "g");
}
