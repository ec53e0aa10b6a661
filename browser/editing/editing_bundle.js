// The entry point of the bundle with the controls of own content; fill/lazy_editing.js loads it.

import { withConvertedEdits } from "./converted_edits.js";
import { Editing } from "./editing.js";
import { wordsTools } from "./words_tools.js";

/**
 * @typedef {object} EditingBundle
 * @property {(page: import("./editing.js").Page, tools: import("../library/summary.js").OwnTools) => Editing}
 *   makeEditing
 * @property {typeof withConvertedEdits} withConvertedEdits
 * @property {typeof wordsTools} wordsTools
 */

/** @type {EditingBundle} */
const bundle = { makeEditing: (page, tools) => new Editing(page, tools), withConvertedEdits, wordsTools };
Object.assign(window, { summariesEditing: bundle });
