// Loads the controls of own content when a writer first asks for them.

import { loadScript } from "../page/lazy_script.js";

/** @typedef {import("../editing/editing.js").MakeEditing} MakeEditing */

/**
 * What makes the controls; fails when the site's files are not complete.
 * @returns {Promise<MakeEditing>}
 */
export async function loadEditing() {
  return /** @type {MakeEditing} */ (await loadScript("edit.js", "summariesEditing"));
}
