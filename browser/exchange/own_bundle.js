// The entry point of the bundle with what a page needs only now and then: content of a writer's own, files and
// sheets, pasted tables and the next period; lazy_own.js loads it.

import { withCurrentNames } from "../facts/current_names.js";
import { ownTools } from "../library/own_tools.js";
import { citedFunction } from "../templating/cited_functions.js";
import { readOwnText } from "../templating/own_text.js";
import { importFiles } from "./import_files.js";
import { downloadOrTell } from "./lazy_sheet.js";
import { readSource } from "./opened_files.js";
import { openPaste } from "./paste_dialog.js";
import { cellsOfTable } from "./pasted_html.js";
import { namePeriod } from "./period_naming.js";
import { openRollDialog } from "./roll_dialog.js";
import { openSplit } from "./split_dialog.js";
import { openHandDown } from "./structure_dialogs.js";

/** @type {import("./lazy_own.js").OwnBundle} */
const bundle = {
  ...{ citedFunction, readOwnText, ownTools, cellsOfTable, openPaste, openRollDialog, namePeriod },
  ...{ importFiles, readSource, downloadSheet: downloadOrTell, openSplit, openHandDown, withCurrentNames },
};
Object.assign(window, { summariesOwn: bundle });
