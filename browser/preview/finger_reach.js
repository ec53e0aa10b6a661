// A finger is larger than a blank in a line: a tap beside the figures and buttons of the text is for the nearest one.
// Where nothing can be pointed at without pressing it, the paragraph tapped last shows what puts it in other words.

import { all } from "../page/elements.js";

const TOUCHED = "data-touched"; // no class: these are written anew with the text of the paragraph
const PRESSED = `[data-facts], summary, button:not(.copy--paragraph), [${TOUCHED}] button`;
const REACH = 44; // pixels that a finger can be expected to hit, either way

/**
 * Gives the figures and buttons of a text the size of a finger; where these would overlap, the nearest is meant.
 * @param {HTMLElement} document
 */
export function widenForFingers(document) {
  document.addEventListener("click", (event) => {
    const { target, pointerType, clientX, clientY } = /** @type {PointerEvent} */ (event);
    touch(document, target);
    if (pointerType !== "touch" || (target instanceof Element && target.closest(PRESSED))) return;
    nearest(document, clientX, clientY)?.click();
  });
}

/**
 * @param {HTMLElement} document
 * @param {EventTarget | null} target
 */
function touch(document, target) {
  const touched = target instanceof Element ? target.closest("[data-section]") : null;
  if (!touched) return;
  for (const other of all(`[${TOUCHED}]`, document)) other.removeAttribute(TOUCHED);
  touched.setAttribute(TOUCHED, "");
}

/**
 * @param {HTMLElement} document
 * @param {number} x
 * @param {number} y
 */
function nearest(document, x, y) {
  const reached = all(PRESSED, document).flatMap((element) =>
    [...element.getClientRects()].flatMap((box) => {
      const [across, down] = [outside(x, box.left, box.right), outside(y, box.top, box.bottom)];
      const isReached = across <= slack(box.width) && down <= slack(box.height);
      return isReached ? [{ element, distance: Math.hypot(across, down) }] : [];
    }));
  return reached.sort((a, b) => a.distance - b.distance)[0]?.element;
}

/** @param {number} at @param {number} from @param {number} to */
function outside(at, from, to) {
  return Math.max(from - at, at - to, 0);
}

/** @param {number} size */
function slack(size) {
  return Math.max(REACH - size, 0) / 2;
}
