// Loads what only content of a writer's own needs, when a draft first has some: the bundle that reads it,
// and the sections and facts of the whole library.

import { loadScript } from "../page/lazy_script.js";
import { isFunction, readFunctionsBy } from "../templating/citations.js";
import { readWordsBy } from "../templating/own_words.js";
import { FileError } from "./file_texts.js";

/** @typedef {import("../schema/types.js").Archetype} Archetype */
/** @typedef {import("../schema/types.js").Library} Library */
/** @typedef {import("../drafts/state.js").State} State */
/** @typedef {import("./draft_reader.js").ReadDraft} ReadDraft */

/**
 * @typedef {object} OwnBundle
 * @property {typeof import("../library/own_tools.js").ownTools} ownTools
 * @property {typeof import("../templating/cited_functions.js").citedFunction} citedFunction
 * @property {typeof import("../templating/own_text.js").readOwnText} readOwnText
 * @property {typeof import("./draft_reader.js").bringsContent} bringsContent
 * @property {typeof import("./draft_reader.js").readDraft} readDraft
 * @property {typeof import("./paste_dialog.js").openPaste} openPaste
 * @property {typeof import("./pasted_html.js").cellsOfTable} cellsOfTable
 * @property {typeof import("./roll_dialog.js").openRollDialog} openRollDialog
 * @property {typeof import("./spoken_periods.js").spokenPeriod} spokenPeriod
 * @property {typeof import("./changes.js").stateChanges} stateChanges
 * @property {(error: unknown) => boolean} isMistake
 */

/** What only some readers need; fails when the site's files are not complete. */
export async function loadBundle() {
  const bundle = /** @type {OwnBundle} */ (await loadScript("own.js", "summariesOwn"));
  readFunctionsBy(bundle.citedFunction);
  readWordsBy(bundle.readOwnText);
  return bundle;
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

/** @param {Archetype} archetype */
async function loadLibrary({ form }) {
  return /** @type {Library} */ (await loadScript(`library-${form}.js`, "summariesLibrary"));
}

/**
 * The tools for content of a writer's own; fails when the site's files are not complete.
 * @param {Archetype} archetype
 */
export async function loadOwnTools(archetype) {
  const { ownTools } = await loadBundle();
  return ownTools(await loadLibrary(archetype));
}

/**
 * Reads the text of a draft file; throws what `isMistake` knows, or why a script was not loaded.
 * @param {Archetype} archetype
 * @param {string} text
 * @param {State} present
 */
export async function readDraftFile(archetype, text, present) {
  const { bringsContent, readDraft, isMistake } = await loadBundle();
  try {
    const library = bringsContent(archetype, text, present) ? await loadLibrary(archetype) : null;
    return readDraft(archetype, text, present, library);
  } catch (error) {
    throw isMistake(error) ? new FileError(/** @type {Error} */ (error).message) : error;
  }
}
