// Reads files; what reads them is loaded when it is first needed.

import { loadScript, ScriptError } from "../page/lazy_script.js";

/** @typedef {{ name: string, text: string, notes: string[] }} OpenedFile */
/** @typedef {{ readOrRefuse: (file: File) => Promise<OpenedFile | string> }} FilesBundle */

/**
 * Each file as text, or why there is none.
 * @param {File[]} files
 * @returns {Promise<(OpenedFile | string)[]>}
 */
export async function readFiles(files) {
  try {
    const { readOrRefuse } = /** @type {FilesBundle} */ (await loadScript("files.js", "summariesFiles", "assets/js/"));
    return await Promise.all(files.map(readOrRefuse));
  } catch (error) {
    if (error instanceof ScriptError) return [error.message];
    throw error;
  }
}
