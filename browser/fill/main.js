// Starts the page where a reader fills in an archetype with figures of her own.

import { FillPage } from "./page.js";
import { Store } from "./state.js";

/** @typedef {import("../engine/types.js").Archetype} Archetype */

/**
 * Reads what the build has put into the page.
 * @returns {Archetype}
 */
function pageData() {
  const data = document.getElementById("fill-data")?.textContent ?? "{}";
  /** @type {unknown} */
  const parsed = JSON.parse(data);
  return /** @type {Archetype} */ (parsed);
}

document.getElementById("fill")?.replaceChildren(new FillPage(pageData(), new Store()).element);
