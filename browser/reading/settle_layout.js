// Lays out what the styles leave for when it comes into sight, once the page stands.

import { all } from "../page/elements.js";
import { later } from "../page/later.js";

/**
 * Lays out the boxes from the top, each in a task of its own: from then on nothing moves any more, be it
 * that the reader scrolls, follows a link to a place or presses a button.
 * @param {HTMLElement[]} [boxes]
 */
export function settleLayout(boxes = all(".section, .sheet, .facts")) {
  const [next, ...others] = boxes;
  if (!next) return;
  next.style.contentVisibility = "visible";
  next.getBoundingClientRect();
  later(() => { settleLayout(others); });
}
