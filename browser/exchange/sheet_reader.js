// Opens a collection sheet (.xlsx); mirrors macros/exchange/sheet_reader.py.

import readXlsx from "read-excel-file/universal";

import { cellText, FactReader } from "./sheet_facts.js";
import { ABOUT, ARCHETYPE, STRUCTURE, TITLE, VERSION } from "./sheet_layout.js";
import { repacked, unreadable } from "./workbook.js";

/** @typedef {import("../schema/types.js").FactSpec} FactSpec */
/** @typedef {import("./sheet_facts.js").Sheet} Sheet */
/** @typedef {import("./sheet_facts.js").ReadFacts} ReadFacts */

/**
 * A sheet: the archetype that it was made for, its structure as JSON (empty where it has none), and what
 * reads its facts against specifications.
 * @typedef {object} OpenedSheet
 * @property {string} archetype
 * @property {string} title
 * @property {string} version
 * @property {string} structure
 * @property {(specs: Record<string, FactSpec>, earlier?: Record<string, string>) => ReadFacts} read
 */

/**
 * Opens the bytes of a sheet.
 * @param {Uint8Array<ArrayBuffer>} bytes
 * @returns {Promise<OpenedSheet>}
 */
export async function openSheet(bytes) {
  const packed = repacked(bytes);
  /** @type {unknown} */
  const found = await readXlsx(packed).catch(() => {
    throw unreadable();
  });
  const sheets = /** @type {Sheet[]} */ (found);
  const about = (/** @type {string} */ key) => aboutOf(sheets, key);
  return {
    ...{ archetype: about(ARCHETYPE), title: about(TITLE), version: about(VERSION) },
    structure: structureOf(sheets),
    read: (specs, earlier) => new FactReader(specs, earlier).read(sheets),
  };
}

/**
 * A value from the worksheet of notes.
 * @param {Sheet[]} sheets
 * @param {string} key
 */
function aboutOf(sheets, key) {
  const rows = sheets.find(({ sheet }) => sheet === ABOUT)?.data ?? [];
  return cellText(rows.find((row) => cellText(row[0]) === key)?.[1]);
}

/**
 * The pieces of the structure, joined; a space where the worksheet is there and empty.
 * @param {Sheet[]} sheets
 */
function structureOf(sheets) {
  const found = sheets.find(({ sheet }) => sheet === STRUCTURE);
  const text = found?.data.slice(1).map((row) => cellText(row[0])).join("") ?? "";
  return found ? text || " " : "";
}
