// Loads what is needed only now and then, or tells the reader that the site's files are not complete.

import { openDialog } from "./dialog.js";
import { make } from "./elements.js";
import { ScriptError } from "./lazy_script.js";

/**
 * What is loaded; undefined, once the reader is told why, where a script of the site is missing.
 * @template T
 * @param {string} title of the dialog that tells
 * @param {() => Promise<T>} load
 * @returns {Promise<T | undefined>}
 */
export async function loadOrTell(title, load) {
  try {
    return await load();
  } catch (error) {
    if (!(error instanceof ScriptError)) throw error;
    openDialog(title, [make("p", { role: "alert" }, error.message)], []);
    return undefined;
  }
}
