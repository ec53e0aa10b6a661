// The bundle that answers queries, loaded when someone is about to search.

import { Finder } from "./finder.js";
import { requestPanel } from "./request.js";
import { resultItem } from "./results.js";

/** @typedef {import("./entries.js").IndexedPage} IndexedPage */
/** @typedef {{told: string, items: HTMLElement[], request: HTMLElement}} Shown */
/** @typedef {{answering: typeof answering}} AnswersBundle */

/**
 * What answers queries from an index, with links relative to the site's home.
 * @param {IndexedPage[]} index
 * @param {URL} home
 * @param {boolean} isMaintainer
 */
function answering(index, home, isMaintainer) {
  const finder = new Finder(index, isMaintainer);
  const addressOf = (/** @type {string} */ location) => new URL(location, home).href;
  /**
   * @param {string} query
   * @returns {Shown}
   */
  return (query) => {
    const { pages, isMet } = finder.find(query);
    const items = pages.map((list) => resultItem(list, addressOf));
    return { told: told(query, pages.length, isMet), items, request: requestPanel(query, !isMet) };
  };
}

/**
 * @param {string} query
 * @param {number} count
 * @param {boolean} isMet
 */
function told(query, count, isMet) {
  if (isMet) return count ? `找到${String(count)}页` : "没有找到";
  return `没有“${query.trim()}”的专门范本，先看下面这些`;
}

Object.assign(window, { summariesSearch: { answering } });
