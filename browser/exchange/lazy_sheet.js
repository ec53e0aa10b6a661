// Loads the bundle that reads and writes collection sheets when it is first needed.

import { openDialog } from "../page/dialog.js";
import { download } from "../page/download.js";
import { make } from "../page/elements.js";
import { loadScript } from "../page/lazy_script.js";
import { pieces } from "./structure.js";

/** @typedef {import("../drafts/state.js").State} State */

const XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

/**
 * @typedef {object} Sheets
 * @property {typeof import("./sheet_writer.js").asSheet} asSheet
 * @property {typeof import("./sheet_reader.js").openSheet} openSheet
 * @property {(error: unknown) => boolean} isMistake
 */

/** @returns {Promise<Sheets>} */
export async function loadSheets() {
  return /** @type {Sheets} */ (await loadScript("sheet.js", "summariesSheets"));
}

/**
 * Downloads the collection sheet of a draft, which has its structure and its facts; with `keys`, of some parts.
 * @param {import("../library/summary.js").Summary} summary
 * @param {State} state
 * @param {string} name
 * @param {string[]} [keys]
 */
export async function downloadSheet(summary, state, name, keys) {
  const { asSheet } = await loadSheets();
  const structure = pieces(summary.archetype, "", state);
  download(`${name}.xlsx`, await asSheet(summary, state.facts, structure, keys), XLSX);
}

/**
 * Downloads the sheet, or tells the reader why there is none.
 * @param {Parameters<typeof downloadSheet>} asked
 */
export async function downloadOrTell(...asked) {
  const { isMistake } = await loadSheets();
  await downloadSheet(...asked).catch((/** @type {unknown} */ error) => {
    if (!isMistake(error)) throw error;
    openDialog("没有导出", [make("p", { role: "alert" }, /** @type {Error} */ (error).message)], []);
  });
}
