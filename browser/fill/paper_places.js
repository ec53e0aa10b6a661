// Finds the paragraph of the paper that something is about, and leads there.

import { all } from "../page/elements.js";
import { placePrinting } from "../library/printing_place.js";

/** @typedef {import("./page.js").FillPage} FillPage */
/** @typedef {import("../library/questions.js").Question} Question */

const HERE = "block--here";

/**
 * The paragraph where a question can be answered; none where the text does not print what it is about.
 * @param {FillPage} page
 * @param {Question} question
 */
export function placeOfQuestion({ live, text }, { subject, path }) {
  const [figure] = text.figuresOf(path || subject);
  if (figure) return blocks(text).find((block) => block.contains(figure));
  const place = path ? undefined : placePrinting(live.summary, subject);
  return place && text.paragraphOf(place.section, place.name);
}

/**
 * Shows a paragraph, with the focus on what puts it in other words.
 * @param {FillPage} page
 * @param {HTMLElement} block
 */
export function showBlock({ desk, paper, text }, block) {
  for (const other of all(`.${HERE}`, text.document)) other.classList.remove(HERE);
  block.classList.add(HERE);
  desk.show(paper);
  block.scrollIntoView({ block: "center" });
  block.querySelector(/** @type {"button"} */ (".copy--paragraph"))?.focus({ preventScroll: true });
}

/** @param {import("../preview/live_text.js").LiveText} text */
function blocks({ document }) {
  return /** @type {HTMLElement[]} */ ([...document.children]);
}
