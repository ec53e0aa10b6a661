// Excerpts of a text, cut at the search terms, which are to be marked.

const BEFORE = 20; // characters
const SHOWN = 90;

/** @typedef {{text: string, isTerm: boolean}} Stretch */

/**
 * The text cut into stretches, of which some are terms.
 * @param {string} text
 * @param {string[]} terms in lower case
 * @returns {Stretch[]}
 */
export function stretches(text, terms) {
  const longest = [...terms].sort((a, b) => b.length - a.length).map(quoted);
  if (longest.length === 0) return [{ text, isTerm: false }];
  return text
    .split(new RegExp(`(${longest.join("|")})`, "giu"))
    .map((part, index) => ({ text: part, isTerm: index % 2 === 1 }))
    .filter((part) => part.text);
}

/**
 * The part of a text around the first of the terms that it contains, else its beginning.
 * @param {string} text
 * @param {string[]} terms in lower case, the most important first
 */
export function excerpt(text, terms) {
  const lower = text.toLowerCase();
  const term = terms.find((each) => lower.includes(each)) ?? "";
  const start = Math.max(0, lower.indexOf(term) - BEFORE);
  const stretch = text.slice(start, start + SHOWN).replace(/^[\p{P}\s]+/u, "");
  const more = start + SHOWN < text.length ? "…" : "";
  return stretches(`${start ? "…" : ""}${stretch}${more}`, terms);
}

/** @param {string} text */
function quoted(text) {
  return text.replace(/[$()*+.?[\\\]^{|}]/g, "\\$&");
}
