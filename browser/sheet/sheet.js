// The facts as a collection sheet (.xlsx), and a sheet that comes back as facts.

import { strFromU8, unzipSync, zipSync } from "fflate";
import readXlsx from "read-excel-file/universal";
import writeXlsx from "write-excel-file/universal";

import { usedSections } from "../engine/compose.js";
import { normalise } from "../engine/normalise.js";

/** @typedef {import("../engine/types.js").Archetype} Archetype */
/** @typedef {import("../engine/types.js").FactSpec} FactSpec */
/** @typedef {import("../engine/types.js").FieldSpec} FieldSpec */
/** @typedef {import("../engine/types.js").Facts} Facts */
/** @typedef {string | number | boolean | Date | null} Cell */
/** @typedef {{sheet: string, data: Cell[][]}} Sheet */
/** @typedef {{facts: Facts, ignored: string[], archetype: string}} Read */

const ID = "编号";
const COLUMNS = [ID, "章节", "指标", "单位", "本期", "上期", "计划", "填写说明"];
const SIDES = { now: 4, last: 5, plan: 6 }; // the columns of a series
const ABOUT = "说明";
const ARCHETYPE = "范本";
const WIDTHS = [18, 16, 26, 8, 16, 16, 16, 60];
const NONE = "没有"; // in the first cell of a list that has no records
const MOST_BYTES = 20_000_000; // unpacked
const MOST_FILES = 500;
// A cell whose content is computed by the spreadsheet program, in whatever namespace prefix.
const FORMULA = /<(?:\w+:)?c\b[^>]*?\br="([A-Z]+\d+)"[^>]*>\s*<(?:\w+:)?f[\s/>]/;
const NOT_IN_NAMES = /[[\]:*?/\\]/g;
const LONGEST_NAME = 31;

/** What is wrong with a sheet; the message is for people. */
export class SheetError extends Error {}

// --- writing ---

/**
 * The facts an archetype asks for, filled with those that are given, as a file.
 * @param {Archetype} archetype
 * @param {Facts} facts
 * @returns {Promise<Blob>}
 */
export function sheetOf(archetype, facts) {
  /** @type {ReturnType<typeof text>[][]} */
  const rows = [COLUMNS.map(bold)];
  /** @type {{sheet: string, data: any[][], columns: {width: number}[]}[]} */
  const lists = [];
  for (const [section, names] of grouped(archetype)) {
    for (const name of names) {
      const spec = /** @type {FactSpec} */ (archetype.facts[name]);
      if (spec.type === "list") lists.push(listSheet(name, spec, facts[name]));
      else rows.push(factRow(name, spec, section, facts[name]).map(text));
    }
  }
  const columns = WIDTHS.map((width) => ({ width }));
  const data = { sheet: "数据", data: rows, columns, stickyRowsCount: 1 };
  return writeXlsx([data, ...lists, about(archetype)]).toBlob();
}

/**
 * The facts by the section that asks for them first.
 * @param {Archetype} archetype
 */
function grouped(archetype) {
  const { frame, sections, outline } = archetype;
  const placed = new Set();
  const fresh = (/** @type {string[]} */ names) =>
    names.filter((name) => !placed.has(name) && placed.add(name));
  const basics = Object.values(frame).flatMap((template) => template.entered);
  /** @type {[string, string][]} */
  const names = usedSections(outline).map((use) => [sections[use]?.name ?? use, use]);
  return [
    /** @type {[string, string[]]} */ (["基本情况", fresh(basics)]),
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
    row[column] = taken ? (sides[side] ?? single) : "—";
  }
  return row;
}

/** @param {FieldSpec} spec */
function hintOf({ hint, options, required }) {
  const parts = [hint, options ? `选填：${options.join("、")}` : "", required === false ? "可不填" : ""];
  return parts.filter(Boolean).join("；");
}

/**
 * @param {string} name
 * @param {FactSpec} spec
 * @param {Facts[string] | undefined} fact
 */
function listSheet(name, spec, fact) {
  const fields = Object.entries(spec.fields ?? {});
  const labels = fields.map(([, field]) => (field.unit ? `${field.label}（${field.unit}）` : field.label));
  const rows = Array.isArray(fact) ? fact : [];
  const data = [
    [name, ...fields.map(([field]) => field)].map(text),
    ["序号", ...labels].map(bold),
    ["", ...fields.map(([, field]) => hintOf(field))].map(text),
    ...(Array.isArray(fact) && rows.length === 0 ? [[text(NONE)]] : []),
    ...rows.map((row, i) => [String(i + 1), ...fields.map(([field]) => row[field] ?? "")].map(text)),
  ];
  const sheet = spec.label.replace(NOT_IN_NAMES, " ").slice(0, LONGEST_NAME);
  return { sheet, data, columns: [{ width: 18 }, ...fields.map(() => ({ width: 30 }))] };
}

/** @param {Archetype} archetype */
function about({ id, version, title }) {
  const lines = [
    [ARCHETYPE, id],
    ["版本", version],
    ["名称", title],
    ["怎么填", "“数据”表填本期、上期、计划三列；不分期的填在本期列。其余各表每行填一条，从第四行写起；没有的在第四行第一格写“没有”。"],
    ["怎么交回", "在填写页用“导入文件”选这个文件，导入前会列出全部变化。编号列和本页的范本不要改。"],
  ];
  return { sheet: ABOUT, data: lines.map((line) => line.map(text)), columns: [{ width: 12 }, { width: 90 }] };
}

/**
 * A cell that stays the text it is: 1518.20 keeps its zero, =A1 is no formula.
 * @param {string} value
 * @returns {{value: string, type: StringConstructor, [style: string]: unknown} | null}
 */
function text(value) {
  return value ? { value, type: String, format: "@", wrap: true } : null;
}

/** @param {string} value */
function bold(value) {
  return { value, type: String, fontWeight: /** @type {const} */ ("bold") };
}

// --- reading ---

/**
 * The facts of a sheet, whatever a spreadsheet program has made of its cells.
 * @param {Archetype} archetype
 * @param {Uint8Array<ArrayBuffer>} bytes
 * @returns {Promise<Read>}
 */
export async function readSheet(archetype, bytes) {
  const packed = repacked(bytes);
  /** @type {unknown} */
  const found = await readXlsx(packed).catch(() => {
    throw new SheetError("读不懂这个Excel文件，可能已损坏。请在Excel或WPS里另存为.xlsx后再导入。");
  });
  const sheets = /** @type {Sheet[]} */ (found);
  /** @type {Read} */
  const read = { facts: {}, ignored: [], archetype: archetypeOf(sheets) };
  for (const { sheet, data } of sheets) {
    const id = cellText(data[0]?.[0]);
    const spec = Object.hasOwn(archetype.facts, id) ? archetype.facts[id] : undefined;
    const head = data.findIndex((row) => row.some((cell) => cellText(cell) === ID));
    if (spec?.type === "list") readList(read, id, spec, data);
    else if (head >= 0) readData(read, archetype, data.slice(head + 1), data[head] ?? []);
    else if (sheet !== ABOUT) read.ignored.push(`工作表“${sheet}”`);
  }
  return read;
}

/**
 * The same archive with its true sizes: one that would unpack to too much is refused before.
 * @param {Uint8Array<ArrayBuffer>} bytes
 */
function repacked(bytes) {
  let [size, count, isBook] = [0, 0, false];
  try {
    unzipSync(bytes, {
      filter: ({ name, originalSize }) => {
        size += originalSize;
        count += 1;
        if (name === "xl/workbook.xml") isBook = true;
        return false;
      },
    });
  } catch {
    throw new SheetError("文件不完整，可能没有拷贝完。请重新取得文件后再导入。");
  }
  if (!isBook) throw new SheetError("这不是Excel工作簿（.xlsx）。请选用“导出收集表”存下的文件。");
  if (size > MOST_BYTES || count > MOST_FILES) {
    throw new SheetError("文件展开后太大，不是本站的收集表，没有打开。");
  }
  const parts = unzipSync(bytes, { filter: ({ name }) => /\.(xml|rels)$/.test(name) });
  refuseFormulas(parts);
  return new Blob([zipSync(parts, { level: 0 })]);
}

/**
 * A formula's stored result may be stale, or of another workbook: figures come in as values only.
 * @param {Record<string, Uint8Array>} parts
 */
function refuseFormulas(parts) {
  for (const [name, part] of Object.entries(parts)) {
    const cell = name.startsWith("xl/worksheets/") && FORMULA.exec(strFromU8(part))?.[1];
    if (cell) throw new SheetError(formulaMessage(cell));
  }
}

/** @param {string} cell */
function formulaMessage(cell) {
  return `单元格${cell}是公式，存下的结果可能不是最新的，没有导入。请复制有公式的单元格，“选择性粘贴”为数值后再导入。`;
}

/** @param {Sheet[]} sheets */
function archetypeOf(sheets) {
  const rows = sheets.find(({ sheet }) => sheet === ABOUT)?.data ?? [];
  return cellText(rows.find((row) => cellText(row[0]) === ARCHETYPE)?.[1]);
}

/**
 * @param {Read} read
 * @param {Archetype} archetype
 * @param {Cell[][]} rows
 * @param {Cell[]} head
 */
function readData(read, archetype, rows, head) {
  const titles = head.map(cellText);
  const at = (/** @type {number} */ column) => titles.indexOf(COLUMNS[column] ?? "");
  for (const row of rows) {
    const id = cellText(row[at(0)]);
    if (!id) continue;
    const spec = Object.hasOwn(archetype.facts, id) ? archetype.facts[id] : undefined;
    if (!spec || spec.type === "list" || spec.type === "rate" || spec.sum_of) {
      read.ignored.push(id);
      continue;
    }
    const sides = Object.entries(SIDES).map(([side, column]) => {
      const typed = cellText(row[at(column)]);
      return /** @type {[string, string]} */ ([side, typed === "—" ? "" : normalise(typed, spec)]);
    });
    const taken = ["now", ...(spec.series ?? [])];
    const fits = sides.filter(([side, written]) => written && taken.includes(side));
    if (spec.series && fits.length > 0) read.facts[id] = Object.fromEntries(fits);
    else if (fits[0]) read.facts[id] = fits[0][1];
  }
}

/**
 * @param {Read} read
 * @param {string} id
 * @param {FactSpec} spec
 * @param {Cell[][]} data
 */
function readList(read, id, spec, data) {
  const fields = Object.entries(spec.fields ?? {});
  const ids = (data[0] ?? []).map(cellText);
  const rows = data.slice(3).map((row) =>
    Object.fromEntries(
      fields.map(([name, field]) => [name, normalise(cellText(row[ids.indexOf(name)]), field)]),
    ),
  );
  const given = rows.filter((row) => Object.values(row).some(Boolean));
  const none = data.slice(3).some((row) => cellText(row[0]) === NONE);
  if (given.length > 0 || none) read.facts[id] = given;
}

/**
 * What a cell says: a number without the noise of binary fractions, a day as data write it.
 * @param {Cell | undefined} cell
 */
function cellText(cell) {
  if (cell === null || cell === undefined) return "";
  if (typeof cell === "number") return String(Number(cell.toPrecision(15)));
  return cell instanceof Date ? cell.toISOString().slice(0, 10) : String(cell).trim();
}
