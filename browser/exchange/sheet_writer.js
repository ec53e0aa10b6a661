// Writes the collection sheet (.xlsx); mirrors macros/exchange/sheet_writer.py.

import writeXlsx from "write-excel-file/universal";

import table from "../../macros/exchange/sheet_writer.json" with { type: "json" };
import { usedSections } from "../facts/archetype_facts.js";
import { isCitable, traitsOf } from "../schema/fact_types.js";

/** @typedef {import("../schema/types.js").Archetype} Archetype */
/** @typedef {import("../schema/types.js").FactSpec} FactSpec */
/** @typedef {import("../schema/types.js").FieldSpec} FieldSpec */
/** @typedef {import("../schema/types.js").Facts} Facts */

export const COLUMNS = table.columns;
export const ID = COLUMNS[0] ?? "";
export const SIDES = table.side_columns; // the columns of a series
export const { about: ABOUT, choices: CHOICES } = table.sheets;
export const { archetype: ARCHETYPE, version: VERSION, title: TITLE } = table.about;
export const NOT_TAKEN = table.not_taken;
export const NONE = table.no_records; // in the first cell of a list that has no records
const NOT_IN_NAMES = /[[\]:*?/\\]/g;

/**
 * The collection sheet of an archetype, filled with facts, as a file.
 * @param {Archetype} archetype
 * @param {Facts} facts
 * @returns {Promise<Blob>}
 */
export function asSheet(archetype, facts) {
  /** @type {ReturnType<typeof text>[][]} */
  const rows = [COLUMNS.map(bold)];
  /** @type {{sheet: string, data: any[][], columns: {width: number}[]}[]} */
  const lists = [];
  for (const [section, names] of asked(archetype)) {
    for (const name of names) {
      const spec = /** @type {FactSpec} */ (archetype.facts[name]);
      if (traitsOf(spec).records) lists.push(listSheet(archetype, name, facts[name]));
      else rows.push(factRow(name, spec, section, facts[name]).map(text));
    }
  }
  const columns = table.widths.map((width) => ({ width }));
  const data = { sheet: table.sheets.data, data: rows, columns, stickyRowsCount: 1 };
  return writeXlsx([data, ...lists, ...choices(archetype), about(archetype)]).toBlob();
}

/**
 * The facts by the section that asks for them first.
 * @param {Archetype} archetype
 */
function asked(archetype) {
  const { frame, sections, outline } = archetype;
  const placed = new Set();
  const fresh = (/** @type {string[]} */ names) =>
    names.filter((name) => !placed.has(name) && placed.add(name));
  const basics = Object.values(frame).flatMap((template) => template.entered);
  /** @type {[string, string][]} */
  const names = usedSections(outline).map((use) => [sections[use]?.name ?? use, use]);
  return [
    /** @type {[string, string[]]} */ ([table.basics, fresh(basics)]),
    ...names.map(
      ([name, use]) => /** @type {[string, string[]]} */ ([name, fresh(sections[use]?.entered ?? [])]),
    ),
  ];
}

/**
 * @param {string} name
 * @param {FactSpec} spec
 * @param {string} section
 * @param {Facts[string] | undefined} fact
 */
function factRow(name, spec, section, fact) {
  const row = [name, section, spec.label, spec.unit ?? "", "", "", "", hintOf(spec)];
  for (const [side, column] of Object.entries(SIDES)) {
    const taken = side === "now" || spec.series?.includes(/** @type {"last"} */ (side));
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
 * @param {Archetype} archetype
 * @param {string} name
 * @param {Facts[string] | undefined} fact
 */
function listSheet(archetype, name, fact) {
  const spec = /** @type {FactSpec} */ (archetype.facts[name]);
  const fields = Object.entries(spec.fields ?? {});
  const labels = fields.map(([, field]) => (field.unit ? `${field.label}（${field.unit}）` : field.label));
  const rows = Array.isArray(fact) ? fact : [];
  const data = [
    [name, ...fields.map(([field]) => field)].map(text),
    [table.row_number, ...labels].map(bold),
    ["", ...fields.map(([, field]) => hintOf(field))].map(text),
    ...(Array.isArray(fact) && rows.length === 0 ? [[text(NONE)]] : []),
    ...rows.map((row, i) => [String(i + 1), ...fields.map(shown(archetype, row))].map(text)),
  ];
  const sheet = spec.label.replace(NOT_IN_NAMES, " ").slice(0, table.longest_name);
  return { sheet, data, columns: [{ width: 18 }, ...fields.map(() => ({ width: 30 }))] };
}

/**
 * How a field of a record is shown: a cited figure by its name, which is unique.
 * @param {Archetype} archetype
 * @param {Record<string, string>} row
 * @returns {(field: [string, FieldSpec]) => string}
 */
function shown({ facts }, row) {
  return ([name, { type }]) => {
    const written = row[name] ?? "";
    const cited = type === "figure" && Object.hasOwn(facts, written) ? facts[written] : undefined;
    return cited?.label ?? written;
  };
}

/**
 * The worksheet of figures that records can cite, where any record can.
 * @param {Archetype} archetype
 */
function choices({ facts }) {
  const specs = Object.values(facts);
  const asked = specs.some(({ fields }) => Object.values(fields ?? {}).some(isFigure));
  const labels = specs.filter(isCitable).map(({ label }) => [text(label)]);
  return asked ? [{ sheet: CHOICES, data: [[bold(CHOICES)], ...labels], columns: [{ width: 40 }] }] : [];
}

/** @param {FieldSpec} spec */
function isFigure({ type }) {
  return type === "figure";
}

/** @param {Archetype} archetype */
function about({ id, version, title }) {
  const lines = [
    [ARCHETYPE, id],
    [VERSION, version],
    [TITLE, title],
    ...table.how_to,
    ["怎么交回", "在填写页用“导入文件”选这个文件，导入前会列出全部变化。编号列和本页的范本不要改。"],
  ];
  return { sheet: ABOUT, data: lines.map((line) => line.map(text)), columns: [{ width: 12 }, { width: 90 }] };
}

/**
 * A cell formatted as text: 1518.20 keeps its zero, and =A1 is no formula.  write-excel-file looks
 * texts up in a plain object, so a text that is a property of every object, like “constructor”, gets
 * a trailing space, which reading takes off again.
 * @param {string} written
 * @returns {{value: string, type: StringConstructor, [style: string]: unknown} | null}
 */
function text(written) {
  const value = written in {} ? `${written} ` : written;
  return value ? { value, type: String, format: "@", wrap: true } : null;
}

/** @param {string} value */
function bold(value) {
  return { value, type: String, fontWeight: /** @type {const} */ ("bold") };
}
