// The pages of the search index and their parts, as one list of entries that a query is compared with.

import { fold } from "./query.js";

/**
 * A page as macros/site/search_index.py writes it.  A `boost` below 1 ranks it lower; one that is `aside` is
 * found only where no other is; one with `advice` is offered, with that, where nothing is found.  A kind of
 * summary has what it `covers`; `labels` are the names of a section's facts.
 * @typedef {{at: string, title: string, text?: string, names?: string[], covers?: string[], labels?: string[],
 *   boost?: number, aside?: boolean, advice?: string, parts?: Part[]}} IndexedPage
 */

/**
 * A part of a page, under its anchor; one that is `of` a section has the facts of that section's page.
 * @typedef {{at: string, title: string, text?: string, names?: string[], advice?: string, of?: string}} Part
 */

/** @typedef {{shown: string, folded: string, labels: string[]}} Facts of a section, shared by all that use it */

/**
 * What a query is compared with, in lower case, and what is shown of it.
 * @typedef {object} Entry
 * @property {IndexedPage} page
 * @property {string} location
 * @property {string} title
 * @property {string} text
 * @property {string} advice
 * @property {Facts} facts
 * @property {string} whole all that is folded, in which a text is looked for first
 * @property {{title: string, text: string, names: string[], covers: string[]}} folded
 */

/** @type {Facts} */
const NO_FACTS = { shown: "", folded: "", labels: [] };

/**
 * The entries of all pages, each page before its parts.
 * @param {IndexedPage[]} pages
 * @returns {Entry[]}
 */
export function entriesOf(pages) {
  const facts = new Map(pages.map((page) => [page.at, factsOf(page)]));
  return pages.flatMap((page) => [
    entry(page, { ...page, at: "" }, facts.get(page.at)),
    ...(page.parts ?? []).map((part) => entry(page, part, facts.get(`sections/${part.of ?? ""}.html`))),
  ]);
}

/**
 * @param {IndexedPage} page
 * @returns {Facts}
 */
function factsOf({ labels = [] }) {
  const shown = labels.length ? `数据：${labels.join("、")}` : "";
  return { shown, folded: fold(shown), labels: labels.map(foldedName) };
}

/**
 * @param {IndexedPage} page
 * @param {Part & {covers?: string[]}} what
 * @param {Facts} [facts]
 * @returns {Entry}
 */
function entry(page, { at, title, text = "", names = [], covers = [], advice = "" }, facts = NO_FACTS) {
  const location = at ? `${page.at}#${at}` : page.at;
  const folded = {
    ...{ title: fold(title), text: fold(text) },
    ...{ names: names.map(foldedName), covers: covers.map(foldedName) },
  };
  const whole = [folded.title, folded.text, ...folded.names, ...folded.covers].join("\n");
  return { page, location, title, text, advice, facts, folded, whole };
}

/** @param {string} name */
function foldedName(name) {
  return fold(name.normalize("NFKC"));
}
