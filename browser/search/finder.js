// Full-text search.  Chinese has no spaces between words, so the text is searched for the query as it is:
// nothing is cut into words, and no index has to be built before the first answer.

import { entriesOf } from "./entries.js";
import { excerpt, stretches } from "./excerpt.js";
import { has, having, piecesOf } from "./matches.js";
import { cleaned, isPinyin, periodsOf, wordsOf } from "./query.js";
import { scored } from "./ranking.js";

/** @typedef {import("./entries.js").Entry} Entry */
/** @typedef {import("./entries.js").IndexedPage} IndexedPage */
/** @typedef {import("./excerpt.js").Stretch} Stretch */
/** @typedef {{location: string, title: Stretch[], text: Stretch[], score: number}} Found what is shown */
/** @typedef {{pages: Found[][], isMet: boolean}} Answer `isMet`: what the query names has a page of its own */

const MOST_PAGES = 50; // nobody reads on
const MOST_NEAREST = 3;

/** Searches the pages of a site. */
export class Finder {
  /**
   * @param {IndexedPage[]} pages
   * @param {boolean} [isMaintainer] who searches also on the pages for maintainers
   */
  constructor(pages, isMaintainer = false) {
    this.entries = entriesOf(pages);
    this.main = this.entries.filter(({ page }) => isMaintainer || !page.aside);
    this.heads = new Map(this.entries.map((entry) => [entry.location, entry]));
  }

  /**
   * The pages that a query leads to, best first, each with its parts, best first.
   * @param {string} query
   * @returns {Answer}
   */
  find(query) {
    const name = cleaned(query);
    if (!name) return { pages: [], isMet: true };
    const { terms, best } = this.#best(name);
    const isStandIn = standsIn(best[0]?.[0]?.entry, terms);
    const hasOwn = isStandIn && this.#bringOwnForward(best, [...terms, ...periodsOf(name)]);
    const pages = best.slice(0, MOST_PAGES).map((list) => this.#results(list, terms));
    if (isPinyin(name)) return { pages, isMet: true };
    if (!this.#isAnswered(name)) return { pages: this.#advised(pages, terms), isMet: false };
    return { pages, isMet: hasOwn || !isStandIn };
  }

  /**
   * The entries of each page that answers, and the terms in them, the rarest first.
   * @param {string} name
   */
  #best(name) {
    const hits = this.#hits(name);
    const terms = [...hits].map(([text, { length }]) => ({ text, weight: this.#rarity(length) }));
    terms.sort((a, b) => b.weight - a.weight);
    /** @type {Map<IndexedPage, {entry: Entry, score: number}[]>} */
    const pages = new Map();
    for (const entry of new Set([...hits.values()].flat())) {
      const scores = pages.get(entry.page) ?? [];
      pages.set(entry.page, [...scores, { entry, score: scored(entry, terms, name) }]);
    }
    const best = [...pages.values()].map((list) => list.sort((a, b) => b.score - a.score));
    best.sort((a, b) => (b[0]?.score ?? 0) - (a[0]?.score ?? 0));
    return { terms: terms.map(({ text }) => text), best };
  }

  /**
   * The entries that have the words of a query; those for maintainers only where no other has any.
   * @param {string} name
   */
  #hits(name) {
    const isTitle = this.entries.some(({ folded }) => folded.title.includes(name));
    const hits = this.#search(name, isTitle && !this.#isInMain(name) ? this.entries : this.main);
    return hits.size ? hits : this.#search(name, this.entries);
  }

  /**
   * The entries that have each word of a query.  A word that stands nowhere is replaced by the longest
   * parts of it that do: 本县灭鼠情况 by 灭鼠 and 情况.
   * @param {string} query
   * @param {Entry[]} among
   */
  #search(query, among) {
    /** @type {Map<string, Entry[]>} */
    const hits = new Map();
    for (const word of wordsOf(query)) {
      const terms = having(word, among).length ? [word] : piecesOf(word, this.main);
      for (const term of terms) hits.set(term, having(term, among));
    }
    return hits;
  }

  /** @param {string} name */
  #isInMain(name) {
    const words = wordsOf(name);
    return words.length > 0 && this.main.some((entry) => words.every((word) => has(entry, word)));
  }

  /**
   * Tells whether what a query names stands somewhere as it is, not only in parts; or all its parts in one name.
   * @param {string} name
   */
  #isAnswered(name) {
    const words = wordsOf(name);
    if (words.length === 0) return false;
    if (this.#isInMain(name) || this.entries.some(({ folded }) => folded.title.includes(name))) return true;
    const pieces = words.map((word) => piecesOf(word, this.main));
    if (pieces.some((list, index) => list.join("") !== words[index])) return false;
    const all = pieces.flat();
    return this.main.some(({ folded, facts }) =>
      [folded.title, ...folded.names, ...facts.labels].some((each) => all.every((piece) => each.includes(piece))),
    );
  }

  /**
   * The pages with what helps on between them: after the kinds of summaries whose names are nearest, one that
   * fits all, then the list of kinds.
   * @param {Found[][]} pages
   * @param {string[]} terms
   */
  #advised(pages, terms) {
    const advising = this.main.filter(({ advice }) => advice);
    advising.sort((a, b) => Number(Boolean(b.page.covers)) - Number(Boolean(a.page.covers)));
    const others = pages.filter((list) => !advising.some(({ page }) => page.at === addressOf(list)));
    const nearest = others.filter((list) => this.#isNear(addressOf(list), terms)).slice(0, MOST_NEAREST);
    const rest = others.filter((list) => !nearest.includes(list));
    const advice = advising.map((entry) => [this.#found(entry, 1, [])]);
    return [...nearest, ...advice, ...rest].slice(0, MOST_PAGES);
  }

  /**
   * Tells whether a page is of a kind of summary whose name has one of the terms.
   * @param {string} address
   * @param {string[]} terms
   */
  #isNear(address, terms) {
    const names = this.#namesOfKind(address);
    return terms.some((term) => names.some((name) => name.includes(term)));
  }

  /**
   * Puts a kind of summary whose name has all the words before the others, and tells whether there is one.
   * @param {{entry: Entry, score: number}[][]} best
   * @param {string[]} words
   */
  #bringOwnForward(best, words) {
    const at = best.findIndex(([first]) =>
      this.#namesOfKind(first?.entry.page.at ?? "").some((name) => words.every((word) => name.includes(word))),
    );
    best.unshift(...(at > 0 ? best.splice(at, 1) : []));
    return at >= 0;
  }

  /**
   * What a kind of summary is called, but for the one that takes the place of those that do not exist.
   * @param {string} address
   */
  #namesOfKind(address) {
    const entry = this.heads.get(address);
    return entry?.page.covers && !entry.advice ? [entry.folded.title, ...entry.folded.names] : [];
  }

  /** @param {number} count of the entries that contain a term */
  #rarity(count) {
    return Math.log(1 + this.entries.length / (1 + count));
  }

  /**
   * @param {{entry: Entry, score: number}[]} list
   * @param {string[]} terms
   */
  #results(list, terms) {
    const shown = list.map(({ entry, score }) => this.#found(entry, score, terms));
    const page = list[0] && this.heads.get(list[0].entry.page.at);
    if (page && !list.some(({ entry }) => entry === page)) shown.push(this.#found(page, 0, terms));
    return shown;
  }

  /**
   * @param {Entry} entry
   * @param {number} score
   * @param {string[]} terms
   * @returns {Found}
   */
  #found({ location, title, text, facts, advice }, score, terms) {
    const told = terms.some((term) => text.toLowerCase().includes(term)) || !facts.shown ? text : facts.shown;
    return { location, title: stretches(title, terms), text: excerpt(advice || told, terms), score };
  }
}

/**
 * Tells whether an entry is of the kind for all that has none of their own, and not asked for by its own name.
 * @param {Entry | undefined} entry
 * @param {string[]} terms
 */
function standsIn(entry, terms) {
  const isNamed = terms.some((term) => entry?.folded.names.some((name) => name.includes(term)));
  return Boolean(entry?.advice) && !isNamed;
}

/** @param {Found[]} list */
function addressOf(list) {
  return list[0]?.location.replace(/#.*/, "") ?? "";
}
