// Leads from blank to blank in the order of the text, wherever the reader stands: in the form or the text.

import { all } from "../page/elements.js";
import { factOf, valueAt } from "../facts/paths.js";
import { pathsOf } from "../preview/live_text.js";

/** @typedef {import("./page.js").FillPage} FillPage */

let here = ""; // the path where the reader stood last

/**
 * Leads to the blank after the place where the reader stands, or the one before it; from the last one to
 * the first; and says which one it is.
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
  const stood = [page.field?.path ?? "", standing(order), text.focused, here];
  const at = stood.map((path) => placeIn(order, path)).find((place) => place >= 0) ?? -1;
  const onward = by > 0 ? blanks : [...blanks].reverse();
  const after = onward.find((path) => (order.indexOf(path) - at) * by > 0);
  const next = after ?? onward[0];
  page.notice.textContent = message(blanks, next, after === undefined);
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
 * @param {string[]} blanks
 * @param {string | undefined} next
 * @param {boolean} isFromStart
 */
function message(blanks, next, isFromStart) {
  if (next === undefined) return "没有空白了";
  const number = blanks.indexOf(next) + 1;
  const which = `第${String(number)}项，共${String(blanks.length)}项待填`;
  return isFromStart ? `到头了，从另一头数：${which}` : which;
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
