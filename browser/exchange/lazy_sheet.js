// Loads the bundle that reads and writes collection sheets when it is first needed.

import { download } from "../page/download.js";
import { loadScript } from "../page/lazy_script.js";

/** @typedef {import("../schema/types.js").Archetype} Archetype */
/** @typedef {import("../schema/types.js").Facts} Facts */

const XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

/**
 * @typedef {object} Sheets
 * @property {(archetype: Archetype, facts: Facts) => Promise<Blob>} asSheet
 * @property {(archetype: Archetype, bytes: Uint8Array<ArrayBuffer>) =>
 *   Promise<import("./sheet_reader.js").Read>} readSheet
 * @property {(error: unknown) => boolean} isMistake
 */

/** @returns {Promise<Sheets>} */
export async function loadSheets() {
  return /** @type {Sheets} */ (await loadScript("sheet.js", "summariesSheets"));
}

/**
 * Downloads the collection sheet of an archetype, filled with facts or empty.
 * @param {Archetype} archetype
 * @param {Facts} facts
 * @param {string} name
 */
export async function downloadSheet(archetype, facts, name) {
  const { asSheet } = await loadSheets();
  download(`${name}.xlsx`, await asSheet(archetype, facts), XLSX);
}
