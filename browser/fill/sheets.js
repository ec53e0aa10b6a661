// Loads what knows spreadsheets when it is first needed: a classic script, for file:// too.

import { make } from "../elements.js";

/** @typedef {import("../engine/types.js").Archetype} Archetype */
/** @typedef {import("../engine/types.js").Facts} Facts */

/**
 * @typedef {object} Sheets
 * @property {(archetype: Archetype, facts: Facts) => Promise<Blob>} sheetOf
 * @property {(archetype: Archetype, bytes: Uint8Array<ArrayBuffer>) =>
 *   Promise<import("../sheet/sheet.js").Read>} readSheet
 * @property {(error: unknown) => boolean} isMistake
 */

const SCRIPT = "../assets/js/sheet.js";

/**
 * @returns {Promise<Sheets>}
 */
export function sheets() {
  const loaded = () => /** @type {{summariesSheets?: Sheets}} */ (window).summariesSheets;
  return new Promise((resolve, reject) => {
    const present = loaded();
    if (present) {
      resolve(present);
      return;
    }
    const script = make("script", { src: SCRIPT });
    script.addEventListener("load", () => {
      const fresh = loaded();
      if (fresh) resolve(fresh);
    });
    script.addEventListener("error", () => {
      reject(new Error("sheet.js"));
    });
    document.head.append(script);
  });
}
