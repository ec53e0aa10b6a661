// The part of the page that knows spreadsheets; it is loaded when somebody first needs it.

import { SheetError } from "./package.js";
import { readSheet } from "./reading.js";
import { sheetOf } from "./sheet.js";

/** @type {import("../fill/sheets.js").Sheets} */
const sheets = { sheetOf, readSheet, isMistake: (error) => error instanceof SheetError };
Object.assign(window, { summariesSheets: sheets });
