// What knows spreadsheets, loaded when it is first needed.

import { lazy } from "../page/lazy_script.js";

/** @typedef {import("../schema/types.js").Archetype} Archetype */
/** @typedef {import("../schema/types.js").Facts} Facts */

/**
 * @typedef {object} Sheets
 * @property {(archetype: Archetype, facts: Facts) => Promise<Blob>} sheetOf
 * @property {(archetype: Archetype, bytes: Uint8Array<ArrayBuffer>) =>
 *   Promise<import("./sheet_reader.js").Read>} readSheet
 * @property {(error: unknown) => boolean} isMistake
 */

/** @returns {Promise<Sheets>} */
export async function sheets() {
  return /** @type {Sheets} */ (await lazy("sheet.js", "summariesSheets"));
}
