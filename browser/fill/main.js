// The entry point of the page where a reader fills in an archetype.

import { FillPage } from "./page.js";
import { freshState } from "./period_choice.js";
import { Store } from "../drafts/state.js";
import { later } from "../page/later.js";

/** @typedef {import("../schema/types.js").Archetype} Archetype */

/**
 * Reads data that the build has put into the page.
 * @param {string} id
 * @returns {unknown}
 */
function pageData(id) {
  return JSON.parse(document.getElementById(id)?.textContent ?? "null");
}

/** Makes the page, and shows it once it has been checked, so that nothing moves on it. */
function start() {
  const archetype = /** @type {Archetype} */ (pageData("fill-data"));
  const layouts = /** @type {[import("../preview/layout_choice.js").Layout]} */ (pageData("fill-layouts"));
  const page = new FillPage(archetype, new Store(freshState(archetype, new Date())), layouts);
  later(() => {
    document.getElementById("fill")?.replaceChildren(page.element);
    leadToText(page);
  });
}

/**
 * Makes the theme's link at the top of the page lead to the text, past all that stands before it.
 * @param {FillPage} page
 */
function leadToText({ desk, paper }) {
  const skip = document.querySelector(/** @type {"a"} */ ("a.md-skip"));
  if (!skip) return;
  skip.textContent = "跳到文稿";
  skip.href = `#${paper.id}`;
  skip.addEventListener("click", () => { desk.show(paper); });
}

later(start); // what the theme does with the page comes first, in a task of its own
