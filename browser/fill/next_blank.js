// Leads onward from blank to blank in the order of the text, and back to the figure before, filled in or not,
// wherever the reader stands: in the form or the text.

import { all } from "../page/elements.js";
import { factOf, valueAt } from "../facts/paths.js";
import { pathsOf } from "../preview/live_text.js";

/** @typedef {import("./page.js").FillPage} FillPage */

let here = ""; // the path where the reader stood last

/**
 * Leads to the blank after the place where the reader stands, from the last one to the first; or back to the
 * figure before, which may be mended; and says how many blanks there are.
 * @param {FillPage} page
 * @param {-1 | 1} by
 */
export function nextBlank(page, by) {
  const { store, text } = page;
  const places = all("[data-facts]", text.document);
  const paths = (/** @type {string[]} */ some) => [...new Set(some.map((path) => page.field?.firstIn(path) ?? path))];
  const order = paths(places.flatMap(pathsOf));
  const isEmpty = (/** @type {string} */ path) => !valueAt(store.state.facts, path);
  const blanks = paths(places.filter(isBlank).flatMap((blank) => missing(blank, isEmpty)));
  const stood = [page.field?.standing ?? "", standing(order), text.focused, here];
  const at = stood.map((path) => placeIn(order, path)).find((place) => place >= 0) ?? -1;
  const before = order.slice(0, Math.max(at, 0)).reverse();
  const found = by > 0 ? blanks.find((path) => order.indexOf(path) > at) : before.find((path) => page.field?.takes(path));
  const next = found ?? (by > 0 ? blanks[0] : undefined);
  page.notice.textContent = message(page.live.blanks, by, found !== undefined);
  page.field?.close();
  if (next === undefined) return;
  page.goTo(next);
  here = next; // also where the focus is on a button of its list
}

/**
 * Where a path stands in the text; where it does not itself, as a row of a list that is told as a whole, its fact.
 * @param {string[]} order of the paths in the text
 * @param {string} path
 */
function placeIn(order, path) {
  const at = order.indexOf(path);
  return at < 0 ? order.findIndex((other) => path !== "" && factOf(other) === factOf(path)) : at;
}

/**
 * @param {number} blanks how many the text has
 * @param {-1 | 1} by
 * @param {boolean} isFound whether there is one on this side
 */
function message(blanks, by, isFound) {
  const left = blanks === 0 ? "没有空白了" : `还有${String(blanks)}处空白`;
  if (isFound) return left;
  if (by < 0) return `前面没有可填的了，${left}`;
  return blanks === 0 ? left : `到头了，从开头找：${left}`;
}

/**
 * What a blank waits for: a computed one may have some of its figures already.
 * @param {HTMLElement} blank
 * @param {(path: string) => boolean} isEmpty
 */
function missing(blank, isEmpty) {
  const paths = pathsOf(blank);
  const empty = paths.filter(isEmpty);
  return empty.length > 0 ? empty : paths.slice(0, 1);
}

/**
 * The path of the figure that has the focus, if one has.
 * @param {string[]} order of the paths in the text
 */
function standing(order) {
  const focused = document.activeElement;
  const [path = ""] = focused instanceof HTMLElement ? pathsOf(focused) : [];
  return order.includes(path) ? path : "";
}

/** @param {HTMLElement} place */
function isBlank(place) {
  return place.matches(".fact--blank");
}
