// Loads the controls of own content when a writer first asks for them.

import { loadScript } from "../page/lazy_script.js";


/**
 * What makes the controls; fails when the site's files are not complete.
 * @returns {Promise<import("../editing/editing_bundle.js").EditingBundle>}
 */
export async function loadEditing() {
  return /** @type {import("../editing/editing_bundle.js").EditingBundle} */ (await loadScript("edit.js", "summariesEditing"));
}
