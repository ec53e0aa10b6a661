// Imports a draft or a collection sheet; shows what would change before anything does.

import { make } from "../page/elements.js";
import { openDialog } from "../page/dialog.js";
import { wrongArchetype, EMPTY_FILE, FileError } from "../exchange/file_texts.js";
import { loadBundle, readDraftFile } from "../exchange/lazy_own.js";
import { ScriptError } from "../page/lazy_script.js";
import { loadSheets } from "../exchange/lazy_sheet.js";
import { EMPTY } from "../drafts/state.js";
import { changeTable } from "../exchange/change_table.js";

/** @typedef {import("../schema/types.js").Archetype} Archetype */
/** @typedef {import("../schema/types.js").Facts} Facts */
/** @typedef {import("../drafts/state.js").State} State */
/** @typedef {import("../exchange/draft_reader.js").ReadDraft} ReadDraft */

const MOST_BYTES = 2_000_000;
const MOST_NAMED = 20;
const ZIP = "PK\u0003\u0004"; // the first bytes of a zip archive, such as .xlsx
const OLE = "\u00d0\u00cf\u0011\u00e0"; // the first bytes of old workbooks, and of those with a password

/**
 * Lets the reader choose a file, and imports it.
 * @param {Archetype} archetype
 * @param {() => State} present
 * @param {(state: State, name: string) => void} apply
 */
export function chooseFile(archetype, present, apply) {
  const input = make("input", { type: "file", accept: ".json,.xlsx", class: "visually-hidden" });
  input.addEventListener("change", () => {
    const [file] = input.files ?? [];
    input.remove();
    if (file) void importFile(archetype, file, present(), apply);
  });
  document.body.append(input);
  input.click();
}

/**
 * Reads a file and calls `apply` once the reader has agreed to the changes.
 * @param {Archetype} archetype
 * @param {File} file
 * @param {State} present
 * @param {(state: State, name: string) => void} apply
 */
export async function importFile(archetype, file, present, apply) {
  try {
    if (file.size > MOST_BYTES) throw new FileError("文件太大，不是本站导出的草稿或收集表。");
    const read = await readFile(archetype, file, present);
    const { stateChanges } = await loadBundle();
    const changes = stateChanges(archetype, present, read.state, read.specs);
    propose(archetype, changes, read, () => {
      apply(read.state, read.name || file.name.replace(/\.\w+$/, ""));
    });
  } catch (error) {
    const known = error instanceof FileError || error instanceof ScriptError;
    const why = known ? error.message : "读不了这个文件，请确认没有被别的程序占用。";
    openDialog("没有导入", [make("p", { role: "alert" }, why), make("p", {}, "已填的内容没有变。")], []);
  }
}

/**
 * Reads a file whose figures another draft is compared with; fails with a message for the reader.
 * @param {Archetype} archetype
 * @param {File} file
 */
export async function readSource(archetype, file) {
  const { state } = await readFile(archetype, file, EMPTY);
  return { name: file.name, state };
}

/**
 * Reads a draft or a collection sheet, told apart by the first bytes of the file.
 * @param {Archetype} archetype
 * @param {File} file
 * @param {State} present
 * @returns {Promise<ReadDraft>}
 */
async function readFile(archetype, file, present) {
  const bytes = new Uint8Array(await file.arrayBuffer());
  const start = String.fromCharCode(...bytes.slice(0, 4));
  if (!start) throw new FileError(EMPTY_FILE);
  if (start === OLE) {
    throw new FileError(
      "这是旧格式的Excel文件（.xls），或者设了打开密码。请在Excel或WPS里打开，取消密码，另存为.xlsx后再导入。",
    );
  }
  if (start === ZIP) return readSheetFile(archetype, bytes, present);
  return readDraftFile(archetype, decoded(bytes), present);
}

/** @param {Uint8Array<ArrayBuffer>} bytes */
function decoded(bytes) {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    throw new FileError(
      "读不懂这个文件，它不是UTF-8编码的文字。如果是导出的.json文件，请用记事本打开，另存为UTF-8编码后再导入。",
    );
  }
}

/**
 * The present state with the facts of a collection sheet.
 * @param {Archetype} archetype
 * @param {Uint8Array<ArrayBuffer>} bytes
 * @param {State} present
 * @returns {Promise<ReadDraft>}
 */
async function readSheetFile(archetype, bytes, present) {
  const { readSheet, isMistake } = await loadSheets();
  const read = await readSheet(archetype, bytes).catch((/** @type {unknown} */ error) => {
    throw isMistake(error) ? new FileError(/** @type {Error} */ (error).message) : error;
  });
  const { facts, ignored, version } = read;
  if (read.archetype && ![archetype.id, ...(archetype.was ?? [])].includes(read.archetype)) {
    throw new FileError(wrongArchetype(read.title, "收集表"));
  }
  if (Object.keys(facts).length === 0) {
    throw new FileError(`这个表里没有填数，或者不是本站的收集表。${leftOut(ignored)}`);
  }
  return { state: { ...present, facts: withSheetFacts(present.facts, facts) }, name: "", ignored, version };
}

/**
 * The present facts, replaced by those that the sheet fills in.
 * @param {Facts} present
 * @param {Facts} entered
 * @returns {Facts}
 */
export function withSheetFacts(present, entered) {
  const facts = { ...present };
  for (const [name, fact] of Object.entries(entered)) {
    const there = present[name];
    facts[name] = isSided(fact) && isSided(there) ? { ...there, ...fact } : fact;
  }
  return facts;
}

/**
 * @param {Facts[string] | undefined} fact
 * @returns {fact is Record<string, string>}
 */
function isSided(fact) {
  return typeof fact === "object" && !Array.isArray(fact);
}

/**
 * @param {Archetype} archetype
 * @param {import("../exchange/changes.js").Change[]} changes
 * @param {ReadDraft} read
 * @param {() => void} apply
 */
function propose(archetype, changes, { ignored, version }, apply) {
  const other = version && version !== archetype.version;
  const remarks = [
    other ? `文件是按这个范本的${version}版填的，这里是${archetype.version}版，请逐项核对。` : "",
    leftOut(ignored),
  ];
  const notes = remarks.filter(Boolean).map((text) => make("p", {}, text));
  const table = changeTable(changes);
  openDialog("导入前核对", [table, ...notes], [["导入", apply]]);
}

/** @param {string[]} ignored */
function leftOut(ignored) {
  if (ignored.length === 0) return "";
  const more = ignored.length > MOST_NAMED ? `等${String(ignored.length)}处` : "";
  return `以下内容不导入：${ignored.slice(0, MOST_NAMED).join("、")}${more}。`;
}
