// Finds terms in a text that have been replaced, except where the old one stands rightly; mirrors
// macros/document/replaced_terms.py.

/**
 * @typedef {{
 *   old: string[], new: string, since?: string, kind: string, source?: string, why?: string, after?: string,
 *   beside?: string[], unless?: string[], in_titles?: boolean | string,
 * }} Term
 * @typedef {{ before?: string, reach?: string | number, brackets?: string[] }} Exceptions
 * @typedef {{ exceptions?: Exceptions, terms: Record<string, Term> }} Terms
 * @typedef {{ id: string, term: Term, start: number, end: number }} ReplacedTerm
 * @typedef {[number, number]} Span
 */

const YEAR = /(?:19|20)[0-9]{2}(?=年)/g;
const SENTENCE_END = "。！？；\n";
const CLAUSE_END = "，。！？；：、\n";
const FAR = 200; // characters: no sentence is longer, and a text without marks is not read again and again

/**
 * The replaced terms of a text in order.
 * @param {string} text
 * @param {Terms} terms
 * @param {{ lastDay?: string, names?: Iterable<string> }} [about] the last day of the time it is about, and names that stand as they are
 * @returns {ReplacedTerm[]}
 */
export function replacedTerms(text, terms, { lastDay = "", names = [] } = {}) {
  const pairs = Object.entries(terms.terms).flatMap(([id, term]) => term.old.map((old) => ({ old, id, term })));
  const present = pairs.filter(({ old }) => text.includes(old)).sort((a, b) => b.old.length - a.old.length);
  if (present.length === 0) return [];
  const finder = makeFinder(text, terms.exceptions ?? {}, names);
  const current = present.filter(({ term }) => !lastDay || lastDay >= firstDay(term));
  return current.flatMap((one) => foundOf(finder, one)).sort((a, b) => a.start - b.start);
}

/**
 * A text with what is covered in it: by names and by terms that were found, and by titles.
 * @typedef {{ text: string, taken: Uint8Array, titles: Uint8Array, earlier: RegExp, reach: number }} Finder
 */

/**
 * @param {string} text
 * @param {Exceptions} exceptions
 * @param {Iterable<string>} names
 * @returns {Finder}
 */
function makeFinder(text, { before = "", reach = 0, brackets = [] }, names) {
  const taken = cover(text, [...names].flatMap((name) => spans(name, text)));
  const titles = cover(text, brackets.flatMap((pair) => between(pair, text)));
  return { text, taken, titles, earlier: new RegExp(before || "(?!)"), reach: Number(reach) };
}

/**
 * @param {Finder} finder
 * @param {{ old: string, id: string, term: Term }} one
 * @returns {ReplacedTerm[]}
 */
function foundOf(finder, { old, id, term }) {
  const { text, taken, titles } = finder;
  const longer = cover(text, [term.new, ...(term.unless ?? [])].flatMap((word) => spans(word, text)));
  const kept = [taken, longer, ...(String(term.in_titles) === "true" ? [] : [titles])];
  return spans(old, text).flatMap(([start, end]) => {
    if (kept.some((covered) => isCovered(covered, start, end)) || isRight(finder, term, start, end)) return [];
    taken.fill(1, start, end);
    return [{ id, term, start, end }];
  });
}

/**
 * @param {Finder} finder
 * @param {Term} term
 * @param {number} start
 * @param {number} end
 */
function isRight(finder, term, start, end) {
  const { text } = finder;
  return (
    !follows(term.after, text.slice(end, end + FAR)) ||
    lacksNeighbour(text, term, start) ||
    isSaidToBeOld(finder, start) ||
    isOfEarlierYear(text, term, start)
  );
}

/**
 * @param {string} text
 * @param {Span[]} covered
 */
function cover(text, covered) {
  const array = new Uint8Array(text.length);
  for (const [start, end] of covered) array.fill(1, start, end);
  return array;
}

/**
 * @param {Uint8Array} covered
 * @param {number} start
 * @param {number} end
 */
function isCovered(covered, start, end) {
  return covered.subarray(start, end).every(Boolean);
}

/**
 * @param {string | undefined} pattern
 * @param {string} rest
 */
function follows(pattern, rest) {
  return !pattern || new RegExp(`^(?:${pattern})`).test(rest);
}

/**
 * @param {string} text
 * @param {Term} term
 * @param {number} at
 */
function lacksNeighbour(text, { beside = [] }, at) {
  if (beside.length === 0) return false;
  const sentence = text.slice(...around(text, at, SENTENCE_END));
  return !beside.some((word) => sentence.includes(word));
}

/**
 * @param {Finder} finder
 * @param {number} at
 */
function isSaidToBeOld({ text, earlier: words, reach }, at) {
  const first = around(text, at, CLAUSE_END, reach)[0];
  return words.test(text.slice(first, at));
}

/**
 * @param {string} text
 * @param {Term} term
 * @param {number} at
 */
function isOfEarlierYear(text, term, at) {
  const years = text.slice(around(text, at, SENTENCE_END)[0], at).match(YEAR) ?? [];
  const last = years.at(-1);
  return last !== undefined && last < firstDay(term).slice(0, 4);
}

/**
 * The day since when a new term is used; nothing if nobody knows.
 * @param {Term} term
 */
function firstDay({ since }) {
  return since ? `${since}-01-01`.slice(0, "2022-02-01".length) : "";
}

/**
 * Since when a new term is used, as 2022年2月.
 * @param {Term} term
 */
export function sinceText({ since = "" }) {
  const units = ["年", "月", "日"];
  return since ? since.split("-").map((part, index) => `${String(Number(part))}${units[index] ?? ""}`).join("") : "";
}

/**
 * Where a word stands in a text.
 * @param {string} word
 * @param {string} text
 * @returns {Span[]}
 */
function spans(word, text) {
  /** @type {Span[]} */
  const found = [];
  for (let at = word ? text.indexOf(word) : -1; at >= 0; at = text.indexOf(word, at + word.length)) {
    found.push([at, at + word.length]);
  }
  return found;
}

/**
 * Where a text stands between two marks, the marks included.
 * @param {string} pair
 * @param {string} text
 * @returns {Span[]}
 */
function between([first = "", last = ""], text) {
  const pattern = new RegExp(`${first}[^${first}${last}\n]*${last}`, "g");
  return [...text.matchAll(pattern)].map((match) => [match.index, match.index + match[0].length]);
}

/**
 * Where the sentence, or the clause, that a place is in starts and ends.
 * @param {string} text
 * @param {number} at
 * @param {string} ends
 * @param {number} [far] as far as it is looked for
 * @returns {Span}
 */
function around(text, at, ends, far = FAR) {
  let first = at;
  while (first > Math.max(0, at - far) && !ends.includes(text.charAt(first - 1))) first -= 1;
  let last = at;
  while (last < Math.min(text.length, at + far) && !ends.includes(text.charAt(last))) last += 1;
  return [first, last];
}
