// Loads the sections and facts of the whole library, which only content of a writer's own needs.

import { loadScript } from "../page/lazy_script.js";

/**
 * The library in the form of an archetype; fails when the site's files are not complete.
 * @param {import("../schema/types.js").Archetype} archetype
 */
export async function loadLibrary({ form }) {
  return /** @type {import("../schema/types.js").Library} */ (await loadScript(`library-${form}.js`, "summariesLibrary"));
}
