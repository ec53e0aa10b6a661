// Keeps the reader's place while parts of the page appear and disappear.

import { all } from "./elements.js";

const UPPER_EDGE = 150; // pixels: a heading above this line is the one being read

/**
 * Changes the page while the heading being read stays where it is on the screen.
 * @param {() => void} change
 */
export function withScrollAnchor(change) {
  const headings = all("article h1, article h2, article h3, article h4");
  const isAbove = (/** @type {Element} */ heading) => topOf(heading) < UPPER_EDGE;
  const above = headings.filter(isAbove).pop();
  const before = above ? topOf(above) : 0;
  change();
  if (above) window.scrollBy(0, topOf(above) - before);
}

/** @param {Element} element */
function topOf(element) {
  return element.getBoundingClientRect().top;
}
