// Leads from blank to blank in the order of the text, wherever the reader stands: in the form or the text.

import { all } from "../page/elements.js";
import { valueAt } from "../facts/paths.js";

/** @typedef {import("./page.js").FillPage} FillPage */

let here = ""; // the path where the reader stood last

/**
 * Leads to the blank after the place where the reader stands, after the last one to the first, and says
 * which one it is.
 * @param {FillPage} page
 */
export function nextBlank({ blankStatus, form, store, text }) {
  const places = all("[data-facts]", text.document);
  const order = [...new Set(places.flatMap(pathsOf))];
  const isEmpty = (/** @type {string} */ path) => !valueAt(store.state.facts, path);
  const blanks = [...new Set(places.filter(isBlank).flatMap((blank) => missing(blank, isEmpty)))];
  here = standing(order) || text.focused || here;
  const after = blanks.find((path) => order.indexOf(path) > order.indexOf(here));
  const next = after ?? blanks[0];
  blankStatus.textContent = message(blanks, next, after === undefined);
  if (next === undefined) return;
  form.focus(next);
  here = next; // also where the focus is on a button of its list
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
  return isFromStart ? `后面没有了，从头数：${which}` : which;
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
function pathsOf({ dataset }) {
  return (dataset["facts"] ?? "").split(" ");
}

/** @param {HTMLElement} place */
function isBlank(place) {
  return place.matches(".fact--blank");
}
