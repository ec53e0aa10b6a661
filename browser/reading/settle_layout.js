// Lays out what the styles leave for when it comes into sight, once the page stands.

import { all } from "../page/elements.js";
import { later } from "../page/later.js";

const BOXES = ".section, .reference-text, .contrast, .kinds > ul, .front-picture, .sheet, .sheet > .document > *, .facts, .facts > *, .comparison-part, .outline-column";
const MOST = 60; // elements that are laid out in one task, unless there are more in a box

/**
 * Lays out the boxes from the top, some in each task: from then on nothing moves any more, be it that the
 * reader scrolls, follows a link to a place or presses a button.
 * @param {HTMLElement[]} [boxes]
 */
export function settleLayout(boxes = all(BOXES)) {
  const [first] = boxes;
  for (let elements = 0; boxes[0] && elements < MOST;) {
    const box = /** @type {HTMLElement} */ (boxes.shift());
    box.style.contentVisibility = "visible";
    elements += box.getElementsByTagName("*").length;
  }
  first?.getBoundingClientRect();
  if (boxes.length > 0) later(() => { settleLayout(boxes); });
}
