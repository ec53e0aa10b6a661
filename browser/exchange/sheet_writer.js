// Writes the collection sheet (.xlsx); mirrors macros/exchange/sheet_writer.py.

import writeXlsx from "write-excel-file/universal";

import table from "../../macros/exchange/sheet_layout.json" with { type: "json" };
import { FORBIDDEN } from "../facts/normalise.js";
import { labelAt } from "../facts/paths.js";
import { isCitable, isQuotient, traitsOf, unitOf } from "../schema/fact_types.js";
import {
  ABOUT,
  ARCHETYPE,
  CHOICES,
  COLUMNS,
  DATA,
  LONGEST,
  NONE,
  NOT_TAKEN,
  partsOf,
  SECTIONS,
  SIDES,
  STRUCTURE,
  TITLE,
  VERSION,
} from "./sheet_layout.js";
import { textsByPath } from "./changes.js";
import { SheetError } from "./workbook.js";

/** @typedef {import("../schema/types.js").Archetype} Archetype */
/** @typedef {import("../schema/types.js").FactSpec} FactSpec */
/** @typedef {import("../schema/types.js").FieldSpec} FieldSpec */
/** @typedef {import("../schema/types.js").Facts} Facts */
/** @typedef {import("../library/summary.js").Summary} Summary */
/** @typedef {import("./sheet_layout.js").Part} Part */

const NOT_IN_NAMES = /[[\]:*?/\\']/g;

/**
 * The collection sheet of a summary, filled with facts, as a file.  With `keys` it asks only for those parts;
 * `structure` is whole all the same, in pieces that cells can hold.  Throws where a text is too long for a cell.
 * @param {Summary} summary
 * @param {Facts} facts
 * @param {string[]} structure
 * @param {string[]} [keys]
 * @returns {Promise<Blob>}
 */
export async function asSheet(summary, facts, structure, keys = []) {
  checkLengths(summary, facts);
  const parts = partsOf(summary, facts).filter(({ key }) => keys.length === 0 || keys.includes(key));
  const asked = parts.flatMap(({ name: section, facts: names }) =>
    names.map((name) => ({ section, name, spec: /** @type {FactSpec} */ (summary.specs[name]) })),
  );
  const lists = asked.filter(({ spec }) => traitsOf(spec).records);
  const rows = asked
    .filter(({ spec }) => !traitsOf(spec).records)
    .map(({ section, name, spec }) => factRow(name, spec, section, facts[name]).map(text));
  const titles = listTitles(lists.map(({ spec }) => spec));
  const columns = table.widths.map((width) => ({ width }));
  return writeXlsx([
    { sheet: DATA, data: [COLUMNS.map(bold), ...rows], columns, stickyRowsCount: 1 },
    ...lists.map(({ name }, i) => ({ sheet: titles[i] ?? "", ...listSheet(summary, name, facts[name]) })),
    ...choices(summary),
    ...(structure.length > 0 ? [structureSheet(structure)] : []),
    about(summary.archetype, keys.length > 0 ? parts : []),
  ]).toBlob();
}

/**
 * @param {Summary} summary
 * @param {Facts} facts
 */
function checkLengths({ specs }, facts) {
  const long = [...textsByPath(facts)].filter(([, text]) => text.length > LONGEST);
  const named = long.map(([path, text]) => `“${labelAt(specs, path)}”有${String(text.length)}个字`);
  if (named.length === 0) return;
  const limit = `Excel的一格至多放${String(LONGEST)}个字`;
  throw new SheetError(`${named.join("、")}，${limit}，没有导出。请缩短，或用“导出文件”存成草稿文件。`);
}

/**
 * @param {string} name
 * @param {FactSpec} spec
 * @param {string} section
 * @param {Facts[string] | undefined} fact
 */
function factRow(name, spec, section, fact) {
  const row = [name, section, spec.label, unitOf(spec), "", "", "", hintOf(spec)];
  for (const [side, column] of Object.entries(SIDES)) {
    const taken = side === "now" || isQuotient(spec) || spec.series?.includes(/** @type {"last"} */ (side));
    const sides = typeof fact === "object" && !Array.isArray(fact) ? fact : {};
    const single = typeof fact === "string" && side === "now" ? fact : "";
    row[column] = taken ? (sides[side] ?? single) : NOT_TAKEN;
  }
  return row;
}

/** @param {FieldSpec} spec */
function hintOf({ type, hint, options, required }) {
  const chosen = type === "figure" ? `照抄“${CHOICES}”表里的名称` : "";
  const listed = options ? `选填：${options.join("、")}` : "";
  return [hint, chosen, listed, required === false ? "可不填" : ""].filter(Boolean).join("；");
}

/**
 * The names of the worksheets of lists: no name is taken twice, in any case.
 * @param {FactSpec[]} specs
 */
function listTitles(specs) {
  const taken = new Set(Object.values(table.sheets));
  return specs.map(({ label }) => {
    const plain = label.replace(FORBIDDEN, " ").replace(NOT_IN_NAMES, " ").slice(0, table.longest_name);
    let title = plain;
    for (let number = 2; taken.has(title.toLowerCase()) || !title.trim(); number += 1) {
      title = `${plain.slice(0, table.longest_name - 4)} ${String(number)}`;
    }
    taken.add(title.toLowerCase());
    return title;
  });
}

/**
 * @param {Summary} summary
 * @param {string} name
 * @param {Facts[string] | undefined} fact
 */
function listSheet(summary, name, fact) {
  const spec = /** @type {FactSpec} */ (summary.specs[name]);
  const fields = Object.entries(spec.fields ?? {});
  const labels = fields.map(([, field]) => (field.unit ? `${field.label}（${field.unit}）` : field.label));
  const rows = Array.isArray(fact) ? fact : [];
  const data = [
    [name, ...fields.map(([field]) => field)].map(text),
    [table.row_number, ...labels].map(bold),
    ["", ...fields.map(([, field]) => hintOf(field))].map(text),
    ...(Array.isArray(fact) && rows.length === 0 ? [[text(NONE)]] : []),
    ...rows.map((row, i) => [String(i + 1), ...fields.map(shown(summary, row))].map(text)),
  ];
  return { data, columns: [{ width: 18 }, ...fields.map(() => ({ width: 30 }))] };
}

/**
 * How a field of a record is shown: a cited figure by its name, which is unique.
 * @param {Summary} summary
 * @param {Record<string, string>} row
 * @returns {(field: [string, FieldSpec]) => string}
 */
function shown({ specs: facts }, row) {
  return ([name, { type }]) => {
    const written = row[name] ?? "";
    const cited = type === "figure" && Object.hasOwn(facts, written) ? facts[written] : undefined;
    return cited?.label ?? written;
  };
}

/**
 * The worksheet of figures that records can cite, where any record can.
 * @param {Summary} summary
 */
function choices({ specs: facts }) {
  const specs = Object.values(facts);
  const asked = specs.some(({ fields }) => Object.values(fields ?? {}).some(isFigure));
  const labels = specs.filter(isCitable).map(({ label }) => [text(label)]);
  return asked ? [{ sheet: CHOICES, data: [[bold(CHOICES)], ...labels], columns: [{ width: 40 }] }] : [];
}

/** @param {FieldSpec} spec */
function isFigure({ type }) {
  return type === "figure";
}

/** @param {string[]} structure */
function structureSheet(structure) {
  const data = [table.structure_note, ...structure].map((piece) => [{ ...text(piece), wrap: false }]);
  return { sheet: STRUCTURE, data, columns: [{ width: 90 }] };
}

/**
 * @param {Archetype} archetype
 * @param {Part[]} parts those that a part of a sheet asks for
 */
function about({ id, version, title }, parts) {
  const names = parts.map(({ name }) => name).join("、");
  const lines = [
    [ARCHETYPE, id],
    [VERSION, version],
    [TITLE, title],
    ...(names ? [[SECTIONS, names]] : []),
    ...table.how_to,
    ["怎么交回", "在填写页用“导入文件”选这个文件，导入前会列出全部变化。编号列和本页的范本不要改。"],
  ];
  return { sheet: ABOUT, data: lines.map((line) => line.map(text)), columns: [{ width: 12 }, { width: 90 }] };
}

/**
 * A cell formatted as text: 1463.70 keeps its zero, and =A1 is no formula.  write-excel-file looks
 * texts up in a plain object, so a text that is a property of every object, like “constructor”, gets
 * a trailing space, which reading takes off again.
 * @param {string} written
 * @returns {{value: string, type: StringConstructor, [style: string]: unknown} | null}
 */
function text(written) {
  const legal = written.replace(FORBIDDEN, " ");
  const value = legal in {} ? `${legal} ` : legal;
  return value ? { value, type: String, format: "@", wrap: true } : null;
}

/** @param {string} value */
function bold(value) {
  return { value, type: String, fontWeight: /** @type {const} */ ("bold") };
}
