// The entry point of the page where a reader fills in an archetype.

import { Composer } from "../library/compose.js";
import { FillPage } from "./page.js";
import { freshState } from "./period_choice.js";
import { Store } from "../drafts/state.js";
import { inTurns } from "../page/later.js";

/** @typedef {import("../schema/types.js").Archetype} Archetype */

/**
 * Reads data that the build has put into the page.
 * @param {string} id
 * @returns {unknown}
 */
function pageData(id) {
  return JSON.parse(document.getElementById(id)?.textContent ?? "null");
}

/** Makes the page, a step at a time, and shows it once it has been checked, so that nothing moves on it. */
function* start() {
  const archetype = /** @type {Archetype} */ (pageData("fill-data"));
  const layouts = /** @type {[import("../preview/layout_choice.js").Layout]} */ (pageData("fill-layouts"));
  yield;
  const store = new Store(freshState(archetype, new Date()));
  const composer = new Composer(archetype);
  yield* composer.steps(store.state.facts, store.state);
  const page = new FillPage(composer, store, layouts);
  yield;
  page.outline.follow(page.live.summary);
  yield;
  page.present();
  yield;
  page.check();
  yield;
  page.begin();
  document.getElementById("fill")?.replaceChildren(page.element);
  leadToText(page);
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

inTurns(start()); // what the theme does with the page comes first, in a task of its own
