// The entry point of the bundle that reads and writes collection sheets; lazy_sheet.js loads it.

import { openSheet } from "./sheet_reader.js";
import { asSheet } from "./sheet_writer.js";
import { SheetError } from "./workbook.js";

/** @type {import("./lazy_sheet.js").Sheets} */
const sheets = { asSheet, openSheet, isMistake: (error) => error instanceof SheetError };
Object.assign(window, { summariesSheets: sheets });
