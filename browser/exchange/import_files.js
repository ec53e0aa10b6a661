// Imports a draft, a structure that was handed down, or sheets, which are put together; shows what would change
// before anything does.

import { make } from "../page/elements.js";
import { openDialog } from "../page/dialog.js";
import { ScriptError } from "../page/lazy_script.js";
import { changeTable } from "./change_table.js";
import { stateChanges } from "./changes.js";
import { combined, withSheetFacts } from "./combine.js";
import { askConflicts } from "./conflict_dialog.js";
import { FileError } from "./file_texts.js";
import { offerStructure, askStructure } from "./structure_dialogs.js";
import { periodOf } from "../facts/paths.js";
import { withYears } from "./sheet_days.js";
import { opened, readText, specsOf } from "./opened_files.js";
import { structureKey, withStructure } from "./structure.js";

/** @typedef {import("../schema/types.js").Archetype} Archetype */
/** @typedef {import("../drafts/state.js").State} State */
/** @typedef {import("../drafts/state.js").StoredState} StoredState */
/** @typedef {import("./opened_files.js").Sheet} Sheet */
/**
 * What importing needs of the page.
 * @typedef {object} Target
 * @property {Archetype} archetype
 * @property {() => State} present
 * @property {State} fresh a new draft
 * @property {(state: StoredState) => void} apply replaces the state of the open draft
 * @property {(name: string, state: State) => void} begin opens a new draft
 */
/** @typedef {{name: string, ignored: string[], version: string}} Source */

const MOST_NAMED = 20;

/**
 * Reads files and changes the draft once the reader has agreed.
 * @param {File[]} files
 * @param {Target} target
 */
export async function importFiles(files, target) {
  try {
    const found = await Promise.all(files.map((file) => opened(target.archetype, file)));
    const sheets = found.filter((one) => typeof one !== "string");
    const [text] = found.filter((one) => typeof one === "string");
    if (text !== undefined && found.length > 1) {
      throw new FileError("一次选几个文件，要都是收集表（.xlsx）。草稿（.json）请单独导入。");
    }
    if (text === undefined) await importSheets(sheets, target);
    else await importDraft(text, files[0]?.name ?? "", target);
  } catch (error) {
    tell(error);
  }
}

/** @param {unknown} error */
function tell(error) {
  const known = error instanceof FileError || error instanceof ScriptError;
  const why = known ? error.message : "读不了这个文件，请确认没有被别的程序占用。";
  openDialog("没有导入", [make("p", { role: "alert" }, why), make("p", {}, "已填的内容没有变。")], []);
}

/**
 * @param {string} text
 * @param {string} fileName
 * @param {Target} target
 */
async function importDraft(text, fileName, target) {
  const { archetype, present } = target;
  const read = await readText(archetype, text, present());
  const { state, name, specs } = read;
  if (isHandedDown(state, present())) offer(state, [name, bare(fileName)].find(Boolean) ?? "", target);
  else propose(target, state, [read], specs);
}

/**
 * Tells whether a state is a structure without figures, and not that of the present draft.
 * @param {StoredState} state
 * @param {State} present
 */
function isHandedDown(state, present) {
  const key = structureKey(state);
  return Object.keys(state.facts).length === 0 && key !== "" && key !== structureKey(present);
}

/**
 * @param {StoredState} structure
 * @param {string} name
 * @param {Target} target
 */
function offer(structure, name, { fresh, begin }) {
  const state = withStructure(fresh, structure);
  offerStructure(state, () => {
    begin(name, state);
  });
}

/** @param {string} fileName */
function bare(fileName) {
  return fileName.replace(/\.\w+$/, "");
}

// --- sheets ---

/**
 * @param {Sheet[]} sheets
 * @param {Target} target
 */
async function importSheets(sheets, target) {
  const present = target.present();
  const others = otherStructures(sheets, present);
  const [structure] = others;
  if (structure && others.length === 1 && (await areEmpty(sheets, structure))) {
    offer(structure, bare(sheets[0]?.name ?? ""), target);
  } else if (!structure) await fill(sheets, present, target);
  else if (others.length === 1 && !structureKey(present)) await fill(sheets, withStructure(present, structure), target);
  else {
    const proceed = (/** @type {State} */ state) => void fill(sheets, state, target).catch(tell);
    askStructure(others.length, () => { proceed(present); }, () => { proceed(withStructure(present, structure)); });
  }
}

/**
 * The structures that sheets carry, each once, without that of the present draft.
 * @param {Sheet[]} sheets
 * @param {State} present
 */
function otherStructures(sheets, present) {
  const given = sheets.flatMap(({ structure }) => structure ?? []);
  const byKey = new Map(given.map((structure) => [structureKey(structure), structure]));
  byKey.delete("");
  byKey.delete(structureKey(present));
  return [...byKey.values()];
}

/**
 * @param {Sheet[]} sheets
 * @param {StoredState} structure
 */
async function areEmpty(sheets, { content }) {
  const read = await Promise.all(sheets.map((sheet) => sheet.read(content)));
  return read.every(({ facts, ignored }) => Object.keys(facts).length === 0 && ignored.length === 0);
}

/**
 * Proposes a state with the figures of sheets, once the reader has chosen where they differ.
 * @param {Sheet[]} sheets
 * @param {State} state
 * @param {Target} target
 */
async function fill(sheets, state, target) {
  const specs = await specsOf(target.archetype, state.content);
  const typed = await Promise.all(
    sheets.map(async (sheet) => ({ ...sheet, ...(await sheet.read(state.content)) })),
  );
  const period = [...typed, state].map(({ facts }) => periodOf(facts)).find(Boolean) ?? null;
  const read = typed.map((sheet) => ({ ...sheet, facts: withYears(sheet.facts, specs, period) }));
  const several = read.length > 1;
  const sources = read.map(({ name, ignored, version }) => ({
    ...{ name, version, ignored: several ? ignored.map((what) => `“${name}”的${what}`) : ignored },
  }));
  const { facts, conflicts } = combined(read);
  if (Object.keys(facts).length === 0 && conflicts.length === 0) {
    const left = leftOut(sources.flatMap(({ ignored }) => ignored));
    throw new FileError(`${several ? "这些" : "这个"}表里没有填数，或者不是本站的收集表。${left}`);
  }
  askConflicts(conflicts, { specs, present: state.facts }, facts, (chosen) => {
    propose(target, { ...state, facts: withSheetFacts(state.facts, chosen) }, sources, specs);
  });
}

// --- what would change ---

/**
 * @param {Target} target
 * @param {StoredState} state
 * @param {Source[]} sources
 * @param {Archetype["facts"]} [specs]
 */
function propose({ archetype, present, apply }, state, sources, specs) {
  const versions = sources.map(({ version }) => version).filter((version) => version && version !== archetype.version);
  const remarks = [
    versions[0] ? `文件是按这个范本的${versions[0]}版填的，这里是${archetype.version}版，请逐项核对。` : "",
    sources.length > 1 ? `拼合了${String(sources.length)}张表：${sources.map(({ name }) => name).join("、")}。` : "",
    leftOut(sources.flatMap(({ ignored }) => ignored)),
  ];
  const notes = remarks.filter(Boolean).map((text) => make("p", {}, text));
  const table = changeTable(stateChanges(archetype, present(), state, specs));
  openDialog("导入前核对", [table, ...notes], [["导入", () => { apply(state); }]]);
}

/** @param {string[]} ignored */
function leftOut(ignored) {
  if (ignored.length === 0) return "";
  const more = ignored.length > MOST_NAMED ? `等${String(ignored.length)}处` : "";
  return `以下内容不导入：${ignored.slice(0, MOST_NAMED).join("、")}${more}。`;
}
