// Starts the page where a reader fills in an archetype with figures of her own.

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

const root = document.getElementById("fill");
if (root) root.dataset["archetype"] = pageData().id;
