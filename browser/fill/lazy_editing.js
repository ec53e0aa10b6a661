// Loads the controls of own content when a writer first asks for them.

import { loadScript } from "../page/lazy_script.js";

/** @typedef {import("../editing/editing_bundle.js").EditingBundle} EditingBundle */

/** What makes the controls; fails when the site's files are not complete. */
export async function loadEditing() {
  return /** @type {EditingBundle} */ (await loadScript("edit.js", "summariesEditing"));
}
