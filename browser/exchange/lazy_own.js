// Loads what only content of a writer's own needs, when a draft first has some: the bundle that reads it,
// and the sections and facts of the whole library.

import { loadOrTell } from "../page/lazy_dialog.js";
import { loadScript } from "../page/lazy_script.js";
import { isFunction, readFunctionsBy } from "../templating/citations.js";
import { readWordsBy } from "../templating/own_words.js";
import { loadLibrary } from "./lazy_library.js";

/** @typedef {import("../schema/types.js").Archetype} Archetype */

/**
 * @typedef {object} OwnBundle
 * @property {typeof import("../library/own_tools.js").ownTools} ownTools
 * @property {typeof import("../templating/cited_functions.js").citedFunction} citedFunction
 * @property {typeof import("../templating/own_text.js").readOwnText} readOwnText
 * @property {typeof import("./paste_dialog.js").openPaste} openPaste
 * @property {typeof import("./pasted_html.js").cellsOfTable} cellsOfTable
 * @property {typeof import("./roll_dialog.js").openRollDialog} openRollDialog
 * @property {typeof import("./period_naming.js").namePeriod} namePeriod
 * @property {typeof import("../facts/current_names.js").withCurrentNames} withCurrentNames
 * @property {typeof import("./import_files.js").importFiles} importFiles
 * @property {typeof import("./opened_files.js").readSource} readSource
 * @property {typeof import("./lazy_sheet.js").downloadOrTell} downloadSheet
 * @property {typeof import("./split_dialog.js").openSplit} openSplit
 * @property {typeof import("./structure_dialogs.js").openHandDown} openHandDown
 */

/** What only some readers need; fails when the site's files are not complete. */
export async function loadBundle() {
  const bundle = /** @type {OwnBundle} */ (await loadScript("own.js", "summariesOwn"));
  readFunctionsBy(bundle.citedFunction);
  readWordsBy(bundle.readOwnText);
  return bundle;
}

/**
 * Acts with the bundle, or says why it is not loaded.
 * @param {(bundle: OwnBundle) => unknown} act
 */
export function withBundle(act) {
  return loadOrTell("没有打开", async () => act(await loadBundle()));
}

/**
 * Loads what reads the records of some facts, if any cites a function or has own words.
 * @param {Record<string, import("../schema/types.js").FactSpec>} specs
 * @param {import("../schema/types.js").Facts} facts
 */
export async function loadReaders(specs, facts) {
  const isRead = Object.entries(facts).some(([name, fact]) =>
    Object.entries(specs[name]?.fields ?? {}).some(([field, { type }]) =>
      [fact].flat().some((row) => {
        const text = typeof row === "object" ? (row[field] ?? "") : "";
        return type === "words" ? text !== "" : type === "figure" && isFunction(text);
      }),
    ),
  );
  if (isRead) await loadBundle();
}

/**
 * The tools for content of a writer's own; fails when the site's files are not complete.
 * @param {Archetype} archetype
 */
export async function loadOwnTools(archetype) {
  const { ownTools } = await loadBundle();
  return ownTools(await loadLibrary(archetype));
}
