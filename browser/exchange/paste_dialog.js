// Asks what a pasted block of cells goes to, shows what would change, and applies it in one step.

import { openDialog } from "../page/dialog.js";
import { make } from "../page/elements.js";
import { factOf, parsePath, SIDE_NAMES } from "../facts/paths.js";
import { traitsOf } from "../schema/fact_types.js";
import { factChanges } from "./changes.js";
import { changeTable } from "./change_table.js";
import { withNamed } from "./named_paste.js";
import { linesOf, pasted } from "./paste.js";
import { areFigures, readNamed } from "./pasted_names.js";

/** @typedef {import("../drafts/state.js").State} State */
/** @typedef {import("./pasted_names.js").NamedTable} NamedTable */
/** @typedef {import("./pasted_names.js").Specs} Specs */
/**
 * Where cells go: the paths of all fields, and, where they do not follow each other as these do, the lines of
 * those that cells are put into by position.
 * @typedef {{specs: Specs, state: State, paths: string[], lines?: string[][], apply: (state: State, count: number) => void}} Target
 */

const MOST_ASKED = 60; // rows with a list to choose from
const TITLE = "粘贴前核对";

/**
 * Pastes cells into the form from a field on, after the reader has agreed.
 * @param {string[][]} cells
 * @param {string} start
 * @param {Target} target
 */
export function openPaste(cells, start, target) {
  if (parsePath(start).row >= 0 || areFigures(cells)) pasteByPosition(cells, start, target);
  else pasteByName(cells, start, target);
}

/**
 * @param {string[][]} cells
 * @param {string} start
 * @param {Target} target
 */
function pasteByPosition(cells, start, { specs, state, paths, lines = linesOf(paths), apply }) {
  const { state: next, remarks } = pasted(specs, state, cells, lines, start, columnsAt(paths, start));
  const changes = factChanges(specs, state.facts, next.facts);
  const isList = parsePath(start).row >= 0;
  const agree = () => { apply(next, changes.length); };
  if (!isList && changes.length > 1) {
    remarks.unshift("粘贴的内容没有指标的名称，是按先后位置填的，请逐项核对；连同名称一起复制，就会按名称填。");
  }
  if (remarks.length === 0 && changes.every(({ before }) => before === "")) agree();
  else openDialog(TITLE, [...remarks.map((text) => make("p", {}, text)), changeTable(changes)], [["粘贴", agree]]);
}

/**
 * The fields that stand on the page of the record that a path leads into.
 * @param {string[]} paths
 * @param {string} start
 */
function columnsAt(paths, start) {
  const { name, row } = parsePath(start);
  return paths.map(parsePath).filter((path) => path.name === name && path.row === row).map(({ part }) => part);
}

/**
 * @param {string[][]} cells
 * @param {string} start
 * @param {Target} target
 */
function pasteByName(cells, start, { specs, state, paths, apply }) {
  const names = [...new Set(paths.map(factOf))];
  const table = readNamed(cells, specs, names, state.facts, factOf(start));
  const preview = make("div", { "aria-live": "polite" });
  let next = state;
  let count = 0;
  const show = () => {
    const found = withNamed(specs, state, table);
    next = found.state;
    const notes = [...notesOn(table), ...found.scaled.map((text) => `已换算单位：${text}。`), ...found.remarks.map((text) => `${text}。`)];
    const changes = factChanges(specs, state.facts, next.facts);
    count = changes.length;
    preview.replaceChildren(...notes.map((text) => make("p", {}, text)), changeTable(changes));
  };
  const asked = questions(table, specs, names, show);
  show();
  openDialog(TITLE, [...asked, preview], [["粘贴", () => { if (next !== state) apply(next, count); }]]);
}

/** @param {NamedTable & {byPosition: boolean}} table */
function notesOn({ rows, columns, byPosition }) {
  const open = rows.filter(({ fact }) => !fact).length;
  const left = columns.filter(({ side }) => !side).map(({ head, why }, i) => `“${head || `第${String(i + 1)}栏`}”（${why || "没有选"}）`);
  return [
    ...(byPosition ? ["各行没有指标的名称，是按先后位置填的，请逐项核对。"] : []),
    ...(open > 0 ? [`有${String(open)}行没有对上指标，不填入。`] : []),
    ...(left.length > 0 ? [`以下各栏不填入：${left.join("、")}。`] : []),
  ];
}

// --- what the reader chooses ---

/**
 * Lists to choose from, for the columns and the rows that are open.
 * @param {NamedTable} table
 * @param {Specs} specs
 * @param {string[]} names
 * @param {() => void} changed
 */
function questions({ rows, columns }, specs, names, changed) {
  /** @type {[string, string][]} */
  const facts = names.flatMap((name) => {
    const spec = specs[name];
    return spec && !traitsOf(spec).records ? [[name, spec.unit ? `${spec.label}（${spec.unit}）` : spec.label]] : [];
  });
  const sides = /** @type {[string, string][]} */ (Object.entries(SIDE_NAMES).filter(([side]) => ["now", "last", "plan"].includes(side)));
  const openColumns = columns.filter(({ side }) => !side);
  const openRows = rows.filter(({ fact }) => !fact);
  const asked = [
    ...openColumns.map((column, index) =>
      question(`第${String(columns.indexOf(column) + 1)}栏“${column.head}”`, column.why, sides, `paste-column-${String(index)}`, (side) => {
        column.side = side;
        changed();
      }),
    ),
    ...openRows.slice(0, MOST_ASKED).map((row, index) =>
      question(`“${row.name}” ${row.texts.join("　").slice(0, 60)}`, row.why, alikeFirst(facts, row.name), `paste-row-${String(index)}`, (fact) => {
        row.fact = fact;
        changed();
      }),
    ),
  ];
  const more = openRows.length - MOST_ASKED;
  const rest = more > 0 ? [make("p", {}, `另有${String(more)}行没有对上，这里不再列出；请减少行数后分次粘贴。`)] : [];
  return asked.length > 0 ? [make("p", {}, "以下各项请指定填到哪里，不指定的不填："), ...asked, ...rest] : [];
}

/**
 * The options in the order of how many characters of a name their labels have.
 * @param {[string, string][]} options
 * @param {string} name
 */
function alikeFirst(options, name) {
  const shared = (/** @type {string} */ label) => [...new Set(name)].filter((one) => label.includes(one)).length;
  return [...options].sort(([, a], [, b]) => shared(b) - shared(a));
}

/**
 * @param {string} words
 * @param {string} why
 * @param {[string, string][]} options
 * @param {string} id
 * @param {(value: string) => void} chosen
 */
function question(words, why, options, id, chosen) {
  const select = make("select", { id, autocomplete: "off" }, make("option", { value: "" }, "不填"));
  select.append(...options.map(([value, label]) => make("option", { value }, label)));
  select.addEventListener("change", () => {
    chosen(select.value);
  });
  return make("p", { class: "paste-question editor-title" }, make("label", { for: id }, `${words}（${why}） `), select);
}
