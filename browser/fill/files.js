// Takes files in and gives them out; what a file would change is shown before it is applied.

import { make } from "../elements.js";
import { changesOf } from "./changes.js";
import { openDialog } from "./dialog.js";
import { FileError, readDraft } from "./draft_file.js";
import { sheets } from "./sheets.js";

/** @typedef {import("../engine/types.js").Archetype} Archetype */
/** @typedef {import("./state.js").State} State */

const MOST_BYTES = 2_000_000;
const MOST_SHOWN = 200;
const ZIP = "PK\u0003\u0004"; // how the files of either kind start
const OLD_EXCEL = "\u00d0\u00cf\u0011\u00e0";
const XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
const NOT_IN_NAMES = /[\\/:*?"<>|\s]+/g; // what Windows does not allow in a file's name

/**
 * Gives a text to the reader as a file.
 * @param {string} name
 * @param {BlobPart} content
 * @param {string} type
 */
export function download(name, content, type) {
  const url = URL.createObjectURL(new Blob([content], { type }));
  const link = make("a", { href: url, download: name.replace(NOT_IN_NAMES, " ").trim() });
  document.body.append(link);
  link.click();
  link.remove();
  window.setTimeout(() => {
    URL.revokeObjectURL(url);
  }, 10_000);
}

/**
 * Gives the collection sheet of an archetype to the reader, filled or empty.
 * @param {Archetype} archetype
 * @param {import("../engine/types.js").Facts} facts
 * @param {string} name
 */
export async function giveSheet(archetype, facts, name) {
  const { sheetOf } = await sheets();
  download(`${name}.xlsx`, await sheetOf(archetype, facts), XLSX);
}

/**
 * Asks for a file and reads a draft from it; `apply` is called when the reader agrees.
 * @param {Archetype} archetype
 * @param {() => State} present
 * @param {(state: State, name: string) => void} apply
 */
export function chooseDraft(archetype, present, apply) {
  const input = make("input", { type: "file", accept: ".json,.xlsx", class: "visually-hidden" });
  input.addEventListener("change", () => {
    const [file] = input.files ?? [];
    input.remove();
    if (file) void takeFile(archetype, file, present(), apply);
  });
  document.body.append(input);
  input.click();
}

/**
 * @param {Archetype} archetype
 * @param {File} file
 * @param {State} present
 * @param {(state: State, name: string) => void} apply
 */
export async function takeFile(archetype, file, present, apply) {
  try {
    if (file.size > MOST_BYTES) throw new FileError("文件太大，不是本站导出的草稿或收集表。");
    const { state, name, ignored } = await readFile(archetype, file, present);
    propose(archetype, present, state, ignored, () => {
      apply(state, name || file.name.replace(/\.\w+$/, ""));
    });
  } catch (error) {
    const why = error instanceof FileError ? error.message : "读不了这个文件，请确认没有被别的程序占用。";
    openDialog("没有导入", [make("p", { role: "alert" }, why), make("p", {}, "已填的内容没有变。")], []);
  }
}

/**
 * Reads a draft, or a collection sheet, whose facts take the place of the present ones.
 * @param {Archetype} archetype
 * @param {File} file
 * @param {State} present
 * @returns {Promise<{state: State, name: string, ignored: string[]}>}
 */
async function readFile(archetype, file, present) {
  const bytes = new Uint8Array(await file.arrayBuffer());
  const start = String.fromCharCode(...bytes.slice(0, 4));
  if (start === OLD_EXCEL) {
    throw new FileError("这是旧格式的Excel文件（.xls）。请在Excel或WPS里另存为.xlsx后再导入。");
  }
  if (start !== ZIP) return readDraft(archetype, await file.text());
  const { readSheet, isMistake } = await sheets();
  const read = await readSheet(archetype, bytes).catch((/** @type {unknown} */ error) => {
    throw isMistake(error) ? new FileError(/** @type {Error} */ (error).message) : error;
  });
  if (read.archetype && read.archetype !== archetype.id) {
    throw new FileError(`这是“${read.archetype}”范本的收集表，请到那个范本的填写页导入。`);
  }
  if (Object.keys(read.facts).length === 0) throw new FileError("这个表里没有填数，或者不是本站的收集表。");
  const state = { ...present, facts: { ...present.facts, ...read.facts } };
  return { state, name: "", ignored: read.ignored };
}

/**
 * @param {Archetype} archetype
 * @param {State} present
 * @param {State} state
 * @param {string[]} ignored
 * @param {() => void} apply
 */
function propose(archetype, present, state, ignored, apply) {
  const table = changeTable(changesOf(archetype, present.facts, state.facts));
  const left = ignored.length > 0 ? [make("p", {}, `这个范本没有的内容不导入：${ignored.join("、")}`)] : [];
  openDialog("导入前核对", [table, ...left], [["导入", apply]]);
}

/**
 * A table of what would change.
 * @param {import("./changes.js").Change[]} changes
 */
export function changeTable(changes) {
  if (changes.length === 0) return make("p", {}, "与现在填的完全相同。");
  const head = ["指标", "现在", "改为"].map((text) => make("th", { scope: "col" }, text));
  const rows = changes
    .slice(0, MOST_SHOWN)
    .map(({ label, before, after }) =>
      make(
        "tr",
        {},
        make("th", { scope: "row" }, label),
        make("td", {}, before || "（空）"),
        make("td", {}, after || "（空）"),
      ),
    );
  const table = make("table", {}, make("thead", {}, make("tr", {}, ...head)), make("tbody", {}, ...rows));
  const count = make("p", {}, `共${String(changes.length)}处变化，导入后可以撤销。`);
  return make("div", {}, count, make("div", { class: "dialog-scroll", tabindex: "0" }, table));
}
