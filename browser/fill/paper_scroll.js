// Keeps what is being filled in where it is seen well: in the upper middle of the paper's column.

import { NARROW } from "../page/narrow.js";

/** @typedef {import("./page.js").FillPage} FillPage */

const LOWEST = 0.6; // of the column's height: what ends above this stays where it is
const PLACE = 0.35; // of the room that can be seen: where all else is brought

/**
 * Brings a figure with its field to the upper middle, unless both stand there.
 * @param {FillPage} page
 * @param {HTMLElement} figure
 * @param {HTMLElement} field
 */
export function bringUp({ paper }, figure, field) {
  const [line = figure.getBoundingClientRect()] = figure.getClientRects();
  const isNarrow = window.matchMedia(NARROW).matches;
  const { top, bottom, lowest } = isNarrow ? roomAbove(field) : roomOf(paper);
  const box = isNarrow ? line : field.getBoundingClientRect(); // the sheet at the bottom does not move
  if (box.top >= top && box.bottom <= lowest) return;
  const start = Math.max(line.top, box.top); // a further record stands below the one before
  const by = start - top - PLACE * (bottom - top);
  if (isNarrow) window.scrollBy(0, by);
  else paper.scrollTop += by;
}

/**
 * Follows a field that the text has moved, as far as it is out of sight.
 * @param {FillPage} page
 * @param {HTMLElement} field
 * @param {number} by
 */
export function followDown({ paper }, field, by) {
  const [box, { top, bottom }] = [field.getBoundingClientRect(), roomOf(paper)];
  if (box.top < top || box.bottom > bottom) paper.scrollTop += by;
}

/**
 * The part of the column below its head, and how far down a field stays where it is.
 * @param {HTMLElement} paper
 */
function roomOf(paper) {
  const [box, head] = [paper.getBoundingClientRect(), paper.firstElementChild?.getBoundingClientRect()];
  return { top: head?.bottom ?? box.top, bottom: box.bottom, lowest: box.top + LOWEST * box.height };
}

/**
 * The part of a narrow page between the site's header and the sheet.
 * @param {HTMLElement} sheet
 */
function roomAbove(sheet) {
  const top = document.querySelector(".md-header")?.getBoundingClientRect().bottom ?? 0;
  const { top: bottom } = sheet.getBoundingClientRect();
  return { top, bottom, lowest: top + LOWEST * (bottom - top) };
}
