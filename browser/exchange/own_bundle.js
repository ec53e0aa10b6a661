// The entry point of the bundle with what a page needs only now and then: content of a writer's own, draft
// files, pasted tables and the next period; lazy_own.js loads it.

import { ownTools } from "../library/own_tools.js";
import { citedFunction } from "../templating/cited_functions.js";
import { readOwnText } from "../templating/own_text.js";
import { stateChanges } from "./changes.js";
import { bringsContent, readDraft } from "./draft_reader.js";
import { FileError } from "./file_texts.js";
import { openPaste } from "./paste_dialog.js";
import { cellsOfTable } from "./pasted_html.js";
import { openRollDialog } from "./roll_dialog.js";
import { spokenPeriod } from "./spoken_periods.js";

/** @type {import("./lazy_own.js").OwnBundle} */
const bundle = {
  ...{ citedFunction, readOwnText, ownTools, bringsContent, openPaste, readDraft },
  ...{ cellsOfTable, openRollDialog, spokenPeriod, stateChanges },
  isMistake: (error) => error instanceof FileError,
};
Object.assign(window, { summariesOwn: bundle });
