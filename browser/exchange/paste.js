// Pastes a block of cells from a spreadsheet into the fields of the form.

import { isValid } from "../facts/entries.js";
import { isNumber } from "../schema/fact_types.js";
import { normalise } from "../facts/normalise.js";
import { understood } from "../facts/days_typed.js";
import { factOf, parsePath, specAt, withValueAt } from "../facts/paths.js";
import { bareName, HAS_DIGIT } from "./pasted_names.js";
import { confirmed, recordsOf, withRecord } from "../drafts/list_records.js";

/** @typedef {Record<string, import("../schema/types.js").FactSpec>} Specs */
/** @typedef {import("../schema/types.js").FieldSpec} FieldSpec */
/** @typedef {import("../drafts/state.js").State} State */

const MOST_RECORDS = 500; // as in a draft file
const ANY_NUMBER = { type: /** @type {const} */ ("decimal"), decimals: 6, approx: true };

/**
 * The result of a paste.
 * @typedef {object} Pasted
 * @property {State} state
 * @property {string[]} remarks to show before: cells left out, and cells that are invalid
 */

/**
 * Pastes cells: rows go down the facts or the records of a list, columns go across the sides of a
 * series or the fields of a record.
 * @param {Specs} specs
 * @param {State} state
 * @param {string[][]} cells
 * @param {string[][]} lines of the paths of fields, as they stand on the page; an empty one where there is none
 * @param {string} start the path of the field that it is pasted into
 * @param {string[]} [fields] of a record, as its columns stand on the page; all of them where the cells have heads
 * @returns {Pasted}
 */
export function pasted(specs, state, cells, lines, start, fields = fieldsOf(specs, start)) {
  const spec = specAt(specs, start);
  const headed = inFieldOrder(specs, cells, start);
  if (headed) return pasted(specs, state, headed.cells, lines, headed.start);
  const bare = spec && isNumber(spec) ? withoutHeaders(cells, spec) : cells;
  const alone = { state, lines, rows: bare };
  const target = parsePath(start).row < 0 ? alone : listTarget(specs, state, bare, start, fields);
  let next = target.state;
  let unplaced = 0;
  /** @type {string[]} */
  const invalid = [];
  for (const { path, text } of placed(target.rows, target.lines, start)) {
    const slot = specAt(specs, path);
    if (!slot) unplaced += 1;
    else {
      const written = understood(text, slot, state.facts);
      if (!isValid(written, slot)) invalid.push(text.trim());
      next = { ...next, facts: withValueAt(next.facts, path, written), ...confirmed(next, path) };
    }
  }
  const remarks = /** @type {[boolean, string][]} */ ([
    [bare !== cells, "表头和左边的说明栏不是数，没有填入。"],
    [unplaced > 0, `有${String(unplaced)}格没有地方放，没有填入。`],
    [invalid.length > 0, `有${String(invalid.length)}格与所填的栏不合，填入后要改：${invalid.join("、")}。`],
  ]);
  return { state: next, remarks: remarks.flatMap(([holds, text]) => (holds ? [text] : [])) };
}

/**
 * The filled cells with the paths that they go to; an empty path where there is no field.
 * @param {string[][]} cells
 * @param {string[][]} lines
 * @param {string} start
 */
function placed(cells, lines, start) {
  const first = lines.findIndex((line) => line.includes(start));
  const offset = lines[first]?.indexOf(start) ?? 0;
  return cells.flatMap((row, down) =>
    row.flatMap((text, across) =>
      isFilled(text) ? [{ path: lines[first + down]?.[offset + across] ?? "", text }] : [],
    ),
  );
}

/**
 * The fields outside lists in lines; the sides of a series share one.
 * @param {string[]} paths
 */
export function linesOf(paths) {
  /** @type {Map<string, string[]>} */
  const lines = new Map();
  for (const path of paths) {
    const { name, row } = parsePath(path);
    if (row < 0) lines.set(name, [...(lines.get(name) ?? []), path]);
  }
  return [...lines.values()];
}

/**
 * The cells under the heads of a list's fields, in the order of the fields, and where they start; null where
 * the first row has no such heads.  A column with another head goes last, where it finds no place.
 * @param {Specs} specs
 * @param {string[][]} cells
 * @param {string} start
 */
function inFieldOrder(specs, [head = [], ...rows], start) {
  const { name, row } = parsePath(start);
  const fields = Object.entries(specs[name]?.fields ?? {});
  if (row < 0 || rows.length === 0) return null;
  const words = head.map((text) => bareName(text).name);
  const columns = fields.map(([, { label }]) => words.indexOf(bareName(label).name));
  const found = columns.filter((column) => column >= 0);
  if (found.length === 0 || found.length < words.filter(Boolean).length / 2) return null;
  const others = head.map((_, column) => column).filter((column) => !found.includes(column) && column > 0);
  const ordered = rows.map((texts) => [...columns, ...others].map((column) => texts[column] ?? ""));
  return { cells: ordered, start: `${name}[${String(row)}].${fields[0]?.[0] ?? ""}` };
}

/**
 * The records of a list that the cells go into, with new ones added where there are too few.
 * @param {Specs} specs
 * @param {State} state
 * @param {string[][]} cells
 * @param {string} start
 * @param {string[]} fields that the columns are
 */
function listTarget(specs, state, cells, start, fields) {
  const { name, row } = parsePath(start);
  const present = recordsOf(state.facts, name).length;
  const rows = cells.filter((texts, index) => row + index < present || texts.some(isFilled));
  const count = Math.max(Math.min(row + rows.length, MOST_RECORDS), present);
  const empty = Object.fromEntries(fieldsOf(specs, start).map((field) => [field, ""]));
  let next = state;
  for (let i = present; i < count; i += 1) next = { ...next, ...withRecord(next, name, empty) };
  const lines = Array.from({ length: count }, (_, i) => fields.map((f) => `${name}[${String(i)}].${f}`));
  return { state: next, lines, rows };
}

/**
 * The fields of a record of the list that a path leads into.
 * @param {Specs} specs
 * @param {string} path
 */
function fieldsOf(specs, path) {
  return Object.keys(specs[factOf(path)]?.fields ?? {});
}

/**
 * The cells without row and column headers, which hold no figures.
 * @param {string[][]} cells
 * @param {FieldSpec} spec
 */
function withoutHeaders(cells, spec) {
  const { unit = "", label, hint } = spec;
  const slot = { label, hint, unit, ...ANY_NUMBER };
  // 一 and 二 may number the rows
  const isFigure = (/** @type {string} */ text) => HAS_DIGIT.test(text) && isValid(normalise(text, slot), slot);
  const isHeader = (/** @type {string[]} */ line) => line.some(isFilled) && !line.some(isFigure);
  if (!cells.flat().some(isFigure)) return cells;
  let bare = cells;
  while (isHeader(bare.map((row) => row[0] ?? ""))) bare = bare.map((row) => row.slice(1));
  while (isHeader(bare[0] ?? [])) bare = bare.slice(1);
  return bare;
}

/** @param {string} text */
function isFilled(text) {
  return text.trim() !== "";
}
