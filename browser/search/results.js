// The answer to a query as elements: a list of pages, each with its parts.

import { make } from "../page/elements.js";

/** @typedef {import("./excerpt.js").Stretch} Stretch */
/** @typedef {import("./finder.js").Found} Found */

/**
 * The item of one page: its title, the parts that answer as well as the best one, and the others on request.
 * @param {Found[]} list
 * @param {(location: string) => string} addressOf
 */
export function resultItem(list, addressOf) {
  const page = list.find(({ location }) => !location.includes("#")) ?? list[0];
  if (!page) return make("li");
  const parts = list.filter((each) => each !== page);
  const isBest = page === list[0];
  const best = parts.slice(0, isBest ? 0 : 1);
  const link = (/** @type {Found} */ found) => resultLink(found, addressOf(found.location), found === page, isBest);
  const others = parts.slice(best.length);
  const rest = others.length ? more(others.map(link)) : null;
  return make("li", { class: "md-search-result__item" }, ...[page, ...best].map(link), rest);
}

/**
 * @param {Found} found
 * @param {string} address
 * @param {boolean} isPage
 * @param {boolean} isBest whether the page itself answers best: then its text is shown too
 */
function resultLink({ title, text }, address, isPage, isBest) {
  const hasText = (!isPage || isBest) && text.some((stretch) => stretch.text);
  const icon = isPage ? make("div", { class: "md-search-result__icon md-icon" }) : null;
  const heading = make(isPage ? "h1" : "h2", {}, ...marked(title));
  const told = hasText ? make("p", {}, ...marked(text)) : null;
  const article = make("article", { class: "md-search-result__article md-typeset" }, icon, heading, told);
  return make("a", { class: "md-search-result__link", href: address, tabindex: "-1" }, article);
}

/** @param {HTMLElement[]} links */
function more(links) {
  const label = make("div", {}, `这一页另有${String(links.length)}处`);
  return make("details", { class: "md-search-result__more" }, make("summary", { tabindex: "-1" }, label), ...links);
}

/** @param {Stretch[]} stretches */
function marked(stretches) {
  return stretches.map(({ text, isTerm }) => (isTerm ? make("mark", {}, text) : text));
}
