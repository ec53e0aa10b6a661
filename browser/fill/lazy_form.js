// Loads the fields once the text is shown.

import { loadScript } from "../page/lazy_script.js";

/** @typedef {import("./form_bundle.js").FormBundle} FormBundle */

/** What makes the fields; fails when the site's files are not complete. */
export async function loadForm() {
  return /** @type {FormBundle} */ (await loadScript("form.js", "summariesForm"));
}
