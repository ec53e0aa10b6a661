// Full-text search.  Chinese has no spaces between words, so the text is searched for the query as it is:
// nothing is cut into words, and no index has to be built before the first answer.

import { excerpt, marked } from "./excerpt.js";

/**
 * A page or a section; a `boost` below 1 ranks it lower.  What has an `advice` is offered, with that, where
 * nothing is found that a query names.
 * @typedef {{location: string, title: string, text: string, names?: string[], boost?: number,
 *   advice?: string}} Entry
 */
/** @typedef {{entry: Entry, title: string, text: string, names: string[]}} Folded in lower case */
/** @typedef {Entry & {score: number, terms: Record<string, boolean>}} Found with what to show */
/** @typedef {{text: string, weight: number}} Term a rare term weighs more */

const WORK = /工作(?=总结)/g; // names are the same with and without it
// what a word begins or ends with in the query for any summary
const COMMON = /^[本全][市县区镇乡街校院局]|(?:(?:工作|年度|半年|季度|学期)*总结|工作|情况)$/gu;
const BETWEEN = /[^\p{L}\p{N}.%]+|\.(?!\d)/u; // but not the point within a number: 1518.20
const HAN = /(\p{sc=Han}+)/u;
const PINYIN = /^[a-z' ]+$/; // still being composed into characters: no query to advise on
const THOUSANDS = /(?<=\d),(?=\d{3})/g; // 1,518.20 is 1518.20
const ASIDE = 0.2; // a boost: pages for maintainers are no answer where only a part of a word stands there
const FILLER = /怎么写|怎样写|如何写|范文|情况汇报|汇报材料|\d{4}年/g; // words that every query may have
const SHORTEST = 2; // characters of a term: a single one is in every text
const LONGEST = 100; // characters of a query; the rest of a longer one is ignored
const MOST_PAGES = 50; // nobody reads on
const NAMED = 100; // points where the query is a name of the page
const PARTLY_NAMED = 30; // points where the query is part of one
const WHOLE_PAGE = 1.5; // the factor of a page against a section
const IN_NAME = 3;
const IN_TITLE = 3;

/** Searches the pages of a site. */
export class Finder {
  /** @param {Entry[]} entries */
  constructor(entries) {
    this.folded = entries.map((entry) => ({
      entry,
      title: fold(entry.title),
      text: fold(entry.text),
      names: (entry.names ?? []).map((name) => fold(name.normalize("NFKC"))),
    }));
    this.main = this.folded.filter(({ entry: { boost = 1 } }) => boost > ASIDE);
    this.pages = new Map(this.folded.map(({ entry }) => [entry.location, entry]));
  }

  /**
   * The pages that a query leads to, best first, each with its sections, best first.
   * @param {string} query
   * @returns {Found[][]}
   */
  find(query) {
    const name = cleaned(query);
    if (!name) return [];
    const { hits, missing } = this.#search(name);
    const terms = [...hits].map(([text, { length }]) => ({ text, weight: this.#rarity(length) }));
    terms.sort((a, b) => b.weight - a.weight);
    /** @type {Map<string, [Folded, number][]>} */
    const pages = new Map();
    for (const folded of new Set([...hits.values()].flat())) {
      const page = pageOf(folded.entry);
      pages.set(page, [...(pages.get(page) ?? []), [folded, scored(folded, terms, name)]]);
    }
    const best = [...pages.values()].map((list) => list.sort((a, b) => b[1] - a[1]));
    best.sort((a, b) => (b[0]?.[1] ?? 0) - (a[0]?.[1] ?? 0));
    const texts = terms.map(({ text }) => text);
    const found = best.slice(0, MOST_PAGES).map((list) => this.#results(list, texts, missing));
    return this.#isAnswered(name) || PINYIN.test(name) ? found : [...this.#advice(), ...found];
  }

  /**
   * Tells whether what a query names stands somewhere as it is, not only in parts.
   * @param {string} query
   */
  #isAnswered(query) {
    const words = wordsOf(query);
    if (words.length === 0) return false;
    const inTitle = this.folded.some(({ title }) => title.includes(query));
    return inTitle || this.main.some((folded) => words.every((word) => this.#has(word, [folded]).length));
  }

  /** What helps a reader on who finds nothing: a kind of summary that fits all, before lists of kinds. */
  #advice() {
    const entries = this.main.map(({ entry }) => entry).filter(({ advice }) => advice);
    entries.sort((a, b) => Number(Boolean(b.names)) - Number(Boolean(a.names)));
    return entries.map(({ location, title, advice = "" }) => [
      { location, title: marked(title, []), text: `<p>${excerpt(advice, [])}</p>`, score: 1, terms: {} },
    ]);
  }

  /**
   * The entries that contain each word of a query, and the words that are found nowhere.  Such a word
   * is replaced by the longest parts of it that are found: 本县灭鼠情况 by 灭鼠 and 情况.
   * @param {string} query
   */
  #search(query) {
    /** @type {Map<string, Folded[]>} */
    const hits = new Map();
    /** @type {string[]} */
    const missing = [];
    for (const word of wordsOf(query)) {
      const whole = this.#has(word, this.folded);
      const pieces = whole.length ? [] : this.#piecesOf(word);
      if (whole.length) hits.set(word, whole);
      else if (pieces.length === 0) missing.push(word);
      for (const piece of pieces) hits.set(piece, this.#has(piece, this.main));
    }
    return { hits, missing };
  }

  /** @param {string} word */
  #piecesOf(word) {
    const pieces = [];
    for (const run of word.split(HAN).filter(Boolean)) {
      if (!HAN.test(run)) {
        if (this.#has(run, this.main).length) pieces.push(run);
        continue;
      }
      for (let rest = run; rest; ) {
        const piece = this.#longest(rest);
        if (piece) pieces.push(piece);
        rest = rest.slice(piece.length || 1);
      }
    }
    return pieces;
  }

  /** @param {string} run */
  #longest(run) {
    let left = this.main;
    for (let size = SHORTEST; size <= run.length; size += 1) {
      left = this.#has(run.slice(0, size), left);
      if (left.length === 0) return size > SHORTEST ? run.slice(0, size - 1) : "";
    }
    return run.length < SHORTEST ? "" : run;
  }

  /**
   * @param {string} text
   * @param {Folded[]} among
   */
  #has(text, among) {
    return among.filter(
      (folded) =>
        folded.text.includes(text) ||
        folded.title.includes(text) ||
        folded.names.some((name) => name.includes(text)),
    );
  }

  /** @param {number} count of the entries that contain a term */
  #rarity(count) {
    return Math.log(1 + this.folded.length / (1 + count));
  }

  /**
   * @param {[Folded, number][]} list
   * @param {string[]} terms
   * @param {string[]} missing
   */
  #results(list, terms, missing) {
    /** @type {Found[]} */
    const shown = list.map(([{ entry, title, text, names }, score]) => {
      const all = [title, text, ...names].join("\n");
      const met = [...terms, ...missing].map((term) => /** @type {const} */ ([term, all.includes(term)]));
      return {
        location: entry.location,
        title: marked(entry.title, terms),
        text: `<p>${excerpt(entry.text, terms)}</p>`,
        score,
        terms: Object.fromEntries(met),
      };
    });
    const first = list[0]?.[0].entry;
    const page = first && this.pages.get(pageOf(first));
    if (page && !list.some(([{ entry }]) => entry === page)) {
      shown.push({ ...page, title: marked(page.title, terms), text: "", score: 0, terms: {} });
    }
    return shown;
  }
}

/**
 * The query to search for: cut to a sensible length, without filler words.
 * @param {string} query
 */
function cleaned(query) {
  const folded = fold(query.slice(0, LONGEST).normalize("NFKC")).replace(THOUSANDS, "").trim();
  return folded.replace(FILLER, " ").trim() || folded;
}

/**
 * The words of a query, without what the query for any summary may have.
 * @param {string} query
 */
function wordsOf(query) {
  const words = query.split(BETWEEN).map((word) => word.replace(COMMON, "") || word);
  return words.filter(isSearchable);
}

/**
 * Tells whether a word is worth searching for: a single letter or digit is on every page.
 * @param {string} word
 */
function isSearchable(word) {
  return word.length >= SHORTEST || HAN.test(word);
}

/** @param {Entry} entry */
function pageOf(entry) {
  return entry.location.replace(/#.*/, "");
}

/**
 * How well an entry answers the query.
 * @param {Folded} folded
 * @param {Term[]} terms
 * @param {string} name the whole query
 */
function scored({ entry, title, text, names }, terms, name) {
  const bare = names.map((each) => each.replace(WORK, ""));
  const called = name.replace(WORK, "");
  const isPart = bare.some((each) => each.includes(called));
  let score = names.includes(name) || bare.includes(called) ? NAMED : isPart ? PARTLY_NAMED : 0;
  let [met, all] = [0, 0]; // weights of the terms: a rare one counts for more than two common ones
  for (const term of terms) {
    const times = text.split(term.text).length - 1;
    const points =
      (names.some((each) => each.includes(term.text)) ? IN_NAME : 0) +
      (title.includes(term.text) ? IN_TITLE : 0) +
      (times ? 1 + Math.log(times) : 0);
    if (points) met += term.weight;
    all += term.weight;
    score += term.weight * points;
  }
  const whole = entry.location.includes("#") ? 1 : WHOLE_PAGE;
  return score * (met / all) ** 2 * whole * (entry.boost ?? 1);
}

/**
 * The text in lower case, unless that moves characters.
 * @param {string} text
 */
function fold(text) {
  const lower = text.toLowerCase();
  return lower.length === text.length ? lower : text;
}
