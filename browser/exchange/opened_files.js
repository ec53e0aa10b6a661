// Reads the files that a reader chooses: drafts, and collection sheets with the structure that they carry.

import { EMPTY } from "../drafts/state.js";
import { hasContent } from "../library/summary.js";
import { ownTools } from "../library/own_tools.js";
import { bringsContent, readDraft } from "./draft_reader.js";
import { EMPTY_FILE, FileError, wrongArchetype } from "./file_texts.js";
import { loadLibrary } from "./lazy_library.js";
import { loadSheets } from "./lazy_sheet.js";
import { periodOf } from "../facts/paths.js";
import { withSheetFacts } from "./combine.js";
import { withYears } from "./sheet_days.js";
import { withStructure } from "./structure.js";

/** @typedef {import("../schema/types.js").Archetype} Archetype */
/** @typedef {import("../schema/types.js").Content} Content */
/** @typedef {import("../drafts/state.js").State} State */
/** @typedef {import("../drafts/state.js").StoredState} StoredState */
/** @typedef {import("./draft_reader.js").ReadDraft} ReadDraft */
/** @typedef {import("./sheet_facts.js").ReadFacts} ReadFacts */
/**
 * A sheet by the name of its file, with its structure if it carries one; `read` gives its facts in a structure.
 * @typedef {object} Sheet
 * @property {string} name
 * @property {string} version
 * @property {StoredState | null} structure
 * @property {(content: Content) => Promise<ReadFacts>} read
 */

const MOST_BYTES = 2_000_000;
const ZIP = "PK\u0003\u0004"; // the first bytes of a zip archive, such as .xlsx
const OLE = "\u00d0\u00cf\u0011\u00e0"; // the first bytes of old workbooks, and of those with a password
const MAKE_AGAIN = "请用重新导出的收集表，只填数，不动这张表。";

/**
 * The text of a draft, or a sheet: told apart by the first bytes of the file.
 * @param {Archetype} archetype
 * @param {File} file
 * @returns {Promise<string | Sheet>}
 */
export async function opened(archetype, file) {
  if (file.size > MOST_BYTES) throw new FileError("文件太大，不是本站导出的草稿或收集表。");
  const bytes = new Uint8Array(await file.arrayBuffer());
  const start = String.fromCharCode(...bytes.slice(0, 4));
  if (!start) throw new FileError(EMPTY_FILE);
  if (start === OLE) {
    throw new FileError(
      "这是旧格式的Excel文件（.xls），或者设了打开密码。请在Excel或WPS里打开，取消密码，另存为.xlsx后再导入。",
    );
  }
  return start === ZIP ? openedSheet(archetype, file.name, bytes) : decoded(bytes);
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
 * Reads a draft; what it leaves out keeps its present state.
 * @param {Archetype} archetype
 * @param {string} text
 * @param {State} present
 */
export async function readText(archetype, text, present) {
  const library = bringsContent(archetype, text, present) ? await loadLibrary(archetype) : null;
  return readDraft(archetype, text, present, library);
}

/**
 * Reads a file whose figures another draft is compared with; fails with a message for the reader.
 * @param {Archetype} archetype
 * @param {File} file
 */
export async function readSource(archetype, file) {
  const found = await opened(archetype, file);
  if (typeof found === "string") return { name: file.name, state: (await readText(archetype, found, EMPTY)).state };
  const state = found.structure ? withStructure(EMPTY, found.structure) : EMPTY;
  const typed = await found.read(state.content);
  const facts = withYears(typed.facts, await specsOf(archetype, state.content), periodOf(typed.facts));
  return { name: file.name, state: { ...state, facts: withSheetFacts({}, facts) } };
}

/**
 * The facts that a summary with a content may have.
 * @param {Archetype} archetype
 * @param {Content} content
 */
export async function specsOf(archetype, content) {
  if (!hasContent(content)) return archetype.facts;
  return ownTools(await loadLibrary(archetype)).opened(archetype, content).facts;
}

// --- sheets ---

/**
 * @param {Archetype} archetype
 * @param {string} name
 * @param {Uint8Array<ArrayBuffer>} bytes
 * @returns {Promise<Sheet>}
 */
async function openedSheet(archetype, name, bytes) {
  const { openSheet, isMistake } = await loadSheets();
  const told = (/** @type {unknown} */ error) => {
    throw isMistake(error) ? new FileError(`“${name}”：${/** @type {Error} */ (error).message}`) : error;
  };
  const sheet = await openSheet(bytes).catch(told);
  const { id, was = [], renamed } = archetype;
  if (sheet.archetype && ![id, ...was].includes(sheet.archetype)) throw new FileError(wrongArchetype(sheet.title, "收集表"));
  const structure = sheet.structure ? await readStructure(archetype, name, sheet.structure) : null;
  const read = async (/** @type {Content} */ content) => {
    const specs = await specsOf(archetype, content);
    try {
      return sheet.read(specs, renamed?.facts);
    } catch (error) {
      return told(error);
    }
  };
  return { name, version: sheet.version, structure, read };
}

/**
 * The structure that a sheet carries, read as strictly as a draft.
 * @param {Archetype} archetype
 * @param {string} name
 * @param {string} text
 * @returns {Promise<StoredState>}
 */
async function readStructure(archetype, name, text) {
  const sheet = `“${name}”的“结构（勿改）”表`;
  /** @type {ReadDraft} */
  let read;
  try {
    read = await readText(archetype, text, EMPTY);
  } catch (error) {
    if (!(error instanceof FileError)) throw error;
    throw new FileError(`${sheet}被改过或者不完整，读不出来：${error.message}${MAKE_AGAIN}`);
  }
  const { state, ignored } = read;
  if (Object.keys(state.facts).length > 0 || ignored.length > 0) throw new FileError(`${sheet}里有填写的数。${MAKE_AGAIN}`);
  return state;
}
