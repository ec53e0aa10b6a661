// Marks in the table of contents where the reader is, and keeps that entry in sight.

import { all } from "../page/elements.js";

/** @typedef {{ link: HTMLAnchorElement, heading: Element }} Entry */

const BELOW_HEADER = 24; // pixels; a heading that a link leads to stops below the header

/** Follows the reader through the page, in each of its tables of contents: beside the text, and in the menu. */
export function followContents() {
  const lists = all("[data-md-component=toc]").map(entries).filter((list) => list.length > 0);
  if (lists.length === 0) return;
  let isWaiting = false;
  const follow = () => {
    if (isWaiting) return;
    isWaiting = true;
    requestAnimationFrame(() => {
      isWaiting = false;
      for (const list of lists) mark(list);
    });
  };
  window.addEventListener("scroll", follow, { passive: true });
  window.addEventListener("resize", follow);
  if (window.scrollY > 0) follow(); // else nothing is passed, and what is out of sight need not be laid out
}

/**
 * The entries whose headings are on the page.
 * @param {HTMLElement} contents
 * @returns {Entry[]}
 */
function entries(contents) {
  const links = /** @type {HTMLAnchorElement[]} */ (all(".md-nav__link[href]", contents));
  return links.flatMap((link) => {
    const heading = document.getElementById(decodeURIComponent(link.hash.slice(1)));
    return heading ? [{ link, heading }] : [];
  });
}

/** @param {Entry[]} list */
function mark(list) {
  const isAtEnd = window.scrollY > 0 && window.scrollY + window.innerHeight >= document.body.scrollHeight - 1;
  const edge = (document.querySelector(".md-header")?.clientHeight ?? 0) + BELOW_HEADER;
  const passed = list.filter(({ heading }) => isAtEnd || topOf(heading) < edge);
  const last = passed.at(-1)?.link;
  for (const entry of list) {
    entry.link.classList.toggle("md-nav__link--passed", passed.includes(entry));
    entry.link.classList.toggle("md-nav__link--active", entry.link === last);
  }
  if (last) keepInSight(last);
}

/**
 * How far down an element is, or where it is hidden, what it stands in.
 * @param {Element} element
 * @returns {number}
 */
function topOf(element) {
  const isShown = element.getClientRects().length > 0 || !element.parentElement;
  return isShown ? element.getBoundingClientRect().top : topOf(/** @type {Element} */ (element.parentElement));
}

/**
 * Scrolls a menu so that an entry stands in its middle.
 * @param {HTMLElement} link
 */
export function keepInSight(link) {
  const box = link.closest(".md-sidebar__scrollwrap");
  if (!box || !link.offsetHeight || box.scrollHeight <= box.clientHeight) return;
  box.scrollTop += link.getBoundingClientRect().top - box.getBoundingClientRect().top - box.clientHeight / 2;
}
