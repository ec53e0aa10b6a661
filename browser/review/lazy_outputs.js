// What takes the mended text along, loaded when it is first asked for.

import { loadScript } from "../page/lazy_script.js";

/** @typedef {Pick<typeof import("./outputs.js"), "copyDraft" | "downloadWord" | "printReport">} Outputs */

/** @returns {Promise<Outputs>} */
export async function loadOutputs() {
  return /** @type {Outputs} */ (await loadScript("outputs.js", "summariesOutputs", "assets/js/"));
}
