// Reads the facts in the worksheets of a collection sheet, known by id or by name; mirrors
// macros/exchange/sheet_facts.py.

import { normalise } from "../facts/normalise.js";
import { SIDE_NAMES } from "../facts/paths.js";
import { isCitable, isComputed, isQuotient, traitsOf, unitOf } from "../schema/fact_types.js";
import { ABOUT, CHOICES, COLUMNS, FIRST_ROW, ID, NO_DAY, NONE, NOT_TAKEN, SECTION, SIDES, STRUCTURE } from "./sheet_layout.js";
import { MERGED, plainNumber, REFUSED, SheetError } from "./workbook.js";

/** @typedef {import("../schema/types.js").FactSpec} FactSpec */
/** @typedef {import("../schema/types.js").FieldSpec} FieldSpec */
/** @typedef {import("../schema/types.js").Facts} Facts */
/** @typedef {string | number | boolean | Date | null} Cell */
/** @typedef {{sheet: string, data: Cell[][]}} Sheet */
/** @typedef {{facts: Facts, ignored: string[]}} ReadFacts `ignored` is what has no place, with the reason */
/** @typedef {{at: (column: number) => string, cell: (column: number) => Cell, where: string}} Row */

const MOST_NAMED = 5;
const WHY = {
  far: "有内容，收集表没有这么大。请删去多余的内容后再导入。",
  formula:
    "是公式，存下的结果可能不是最新的，没有导入。请复制有公式的单元格，“选择性粘贴”为数值后再导入。",
  scaled:
    "按万、千等显示，存下的数与看到的不同，没有导入。请把单元格格式改为“文本”，按指标的单位重写后再导入。",
};
const WHY_MERGED = "是合并的，看不出是哪一行的数，没有导入。请取消合并，每个指标一行，各填各的，再导入。";
const RANGE = /^([A-Z]+)(\d+):([A-Z]+)(\d+)$/;
const NOT_READ = [ABOUT, CHOICES, STRUCTURE];

/** Reads worksheets against specifications of facts. */
export class FactReader {
  /** @type {Facts} */
  #facts = {};
  /** @type {string[]} */
  #ignored = [];
  /** @type {Sheet[]} the worksheets with facts */
  #read = [];
  /** @type {string[]} merged cells that may hide a figure */
  #merged = [];
  #specs;
  #earlier;
  #ids;
  #named;

  /**
   * @param {Record<string, FactSpec>} specs
   * @param {Record<string, string>} [earlier] the ids of facts, by those that older sheets may have
   */
  constructor(specs, earlier = {}) {
    this.#specs = specs;
    this.#earlier = earlier;
    this.#named = byName(specs);
    const citable = Object.entries(specs).filter(([, spec]) => isCitable(spec));
    this.#ids = new Map(citable.map(([id, { label }]) => [label, id]));
  }

  /**
   * The facts that are filled in; throws where the value of any cell is uncertain.
   * @param {Sheet[]} sheets
   * @returns {ReadFacts}
   */
  read(sheets) {
    for (const sheet of sheets) if (!NOT_READ.includes(sheet.sheet)) this.#sheet(sheet);
    return this.#result();
  }

  /** @param {Sheet} whole */
  #sheet(whole) {
    const { data, merged } = withoutMerged(whole.data);
    const sheet = { ...whole, data };
    const id = this.#present(cellText(data[0]?.[0]));
    const spec = this.#spec(id);
    const head = data.findIndex((row) => row.some((cell) => cellText(cell) === ID));
    if (spec && traitsOf(spec).records) this.#list(id, spec, data);
    else if (head >= 0) {
      const titles = (data[head] ?? []).map(cellText);
      for (const [index, row] of data.slice(head + 1).entries()) {
        const cell = (/** @type {number} */ column) => row[titles.indexOf(COLUMNS[column] ?? "")] ?? null;
        const at = (/** @type {number} */ column) => cellText(cell(column));
        this.#row({ at, cell, where: `“${sheet.sheet}”表第${String(head + index + 2)}行` });
      }
    } else {
      this.#ignored.push(`工作表“${sheet.sheet}”`);
      return;
    }
    this.#read.push(sheet);
    const hiding = merged.filter((range) => mayHide(range, head < 0 ? FIRST_ROW : head + 1, data[head] ?? []));
    this.#merged.push(...hiding.map((range) => `“${sheet.sheet}”表单元格${range}`));
  }

  /**
   * The id that a fact has now.
   * @param {string} id
   */
  #present(id) {
    return Object.hasOwn(this.#earlier, id) ? (this.#earlier[id] ?? id) : id;
  }

  /** @param {string} id */
  #spec(id) {
    return Object.hasOwn(this.#specs, id) ? this.#specs[id] : undefined;
  }

  /** @param {Row} row */
  #row(row) {
    const { at, cell, where } = row;
    const typed = Object.entries(SIDES).map(([side, column]) => ({ side, cell: cell(column) }));
    const given = typed.filter((one) => !["", NOT_TAKEN].includes(cellText(one.cell)));
    if (given.length === 0) return;
    const present = this.#present(at(0));
    const id = this.#spec(present) ? present : (this.#named.get(tightName(at(2))) ?? "");
    const spec = this.#spec(id);
    const why = spec && misfit(id, spec, row);
    if (!spec || traitsOf(spec).records) this.#ignored.push(`${where}“${at(2) || at(0)}”（这个范本没有这一项）`);
    else if (why) this.#ignored.push(`${where}“${at(2)}”（${why}）`);
    else if (Object.hasOwn(this.#facts, id)) this.#ignored.push(`${where}“${spec.label}”（前面已有一行，没有导入这一行）`);
    else if (isComputed(spec) && !isQuotient(spec)) this.#ignored.push(`“${spec.label}”（由系统计算）`);
    else this.#fact(id, spec, given);
  }

  /**
   * @param {string} id
   * @param {FactSpec} spec
   * @param {{side: string, cell: Cell}[]} given
   */
  #fact(id, spec, given) {
    /** @type {Record<string, string>} */
    const sides = {};
    for (const { side, cell } of given) {
      const column = SIDE_NAMES[/** @type {"now"} */ (side)];
      if (isQuotient(spec) || ["now", ...(spec.series ?? [])].includes(side)) sides[side] = this.#text(cell, spec);
      else this.#ignored.push(`“${spec.label}”的${column}（这一格不填）`);
    }
    if (Object.keys(sides).length > 0) this.#facts[id] = spec.series || isQuotient(spec) ? sides : (sides["now"] ?? "");
  }

  /**
   * @param {string} id
   * @param {FactSpec} spec
   * @param {Cell[][]} data
   */
  #list(id, spec, data) {
    const fields = Object.entries(spec.fields ?? {});
    const ids = (data[0] ?? []).map(cellText);
    const rows = data.slice(FIRST_ROW).map((row) =>
      Object.fromEntries(
        fields.map(([name, field]) => [name, this.#text(row[ids.indexOf(name)] ?? null, field)]),
      ),
    );
    const given = rows.filter((row) => Object.values(row).some(Boolean));
    const none = data.slice(FIRST_ROW).some((row) => cellText(row[0]) === NONE);
    if (given.length > 0 || none) this.#facts[id] = given;
  }

  /**
   * The strict form of what was typed; the id of a figure for its name.
   * @param {Cell} cell
   * @param {FieldSpec} spec
   */
  #text(cell, spec) {
    const text = normalise(spec.type === "date" ? dayText(cell) : cellText(cell), spec);
    return spec.type === "figure" ? (this.#ids.get(text) ?? text) : text;
  }

  #result() {
    if (this.#merged.length > 0) throw new SheetError(named(this.#merged) + WHY_MERGED);
    for (const [kind, why] of Object.entries(WHY)) {
      const places = this.#places(REFUSED[/** @type {"far"} */ (kind)]);
      if (places) throw new SheetError(places + why);
    }
    return { facts: this.#facts, ignored: this.#ignored };
  }

  /**
   * The addresses of the first cells with a mark.
   * @param {string} mark
   */
  #places(mark) {
    const places = this.#read.flatMap(({ sheet, data }) =>
      data.flat().flatMap((cell) => {
        const text = cellText(cell);
        return text.startsWith(mark) ? [`“${sheet}”表单元格${text.slice(mark.length)}`] : [];
      }),
    );
    return named(places);
  }
}

/** @param {string[]} places */
function named(places) {
  const more = places.length > MOST_NAMED ? `等${String(places.length)}处` : "";
  return places.slice(0, MOST_NAMED).join("、") + more;
}

/**
 * The rows of a worksheet, and which of its cells are merged.
 * @param {Cell[][]} data
 */
function withoutMerged(data) {
  const last = cellText(data.at(-1)?.[0]);
  const isMark = last.startsWith(MERGED);
  return isMark ? { data: data.slice(0, -1), merged: last.slice(1).split(" ") } : { data, merged: [] };
}

/**
 * Tells whether merged cells stand where figures do: below the head, and not only in the column of sections.
 * @param {string} range
 * @param {number} head the rows of the head
 * @param {Cell[]} titles
 */
function mayHide(range, head, titles) {
  const [, first = "", , last = "", bottom = "0"] = RANGE.exec(range) ?? [];
  const at = titles.map(cellText).indexOf(SECTION);
  const section = at < 0 ? "" : String.fromCharCode("A".charCodeAt(0) + at);
  return Number(bottom) > head && !(first === section && last === section);
}

/**
 * Why a row does not mean the fact whose id or name it has; an own id alone may be another's in another file.
 * @param {string} id
 * @param {FactSpec} spec
 * @param {Row} row
 */
function misfit(id, spec, { at }) {
  const [label, unit] = [at(2), at(3)];
  if (at(0) === id && (!id.startsWith("own_") || !label)) return "";
  const names = [spec.label, ...(spec.aliases ?? [])].map(tightName);
  if (!names.includes(tightName(label))) return `编号是“${spec.label}”的`;
  return unit && tightName(unit) !== tightName(unitOf(spec)) ? `单位是“${unit}”，应是“${unitOf(spec)}”` : "";
}

/**
 * A name as names are compared: without spaces, full width made half.
 * @param {string} text
 */
function tightName(text) {
  return text.normalize("NFKC").replace(/\s+/g, "");
}

/**
 * The facts by label, and by each alias that no other fact has.
 * @param {Record<string, FactSpec>} specs
 */
function byName(specs) {
  const entries = Object.entries(specs);
  const found = new Map(entries.map(([id, { label }]) => [tightName(label), id]));
  const aliases = entries.flatMap(([id, { aliases: names = [] }]) => names.map((alias) => ({ id, alias: tightName(alias) })));
  for (const { id, alias } of aliases) {
    const isOnly = aliases.filter((other) => other.alias === alias).length === 1;
    if (isOnly && !found.has(alias)) found.set(alias, id);
  }
  return found;
}

/**
 * The text of a cell that should have a day.  The number 4.3 may have been typed as 4.30: it is no day.
 * @param {Cell} cell
 */
function dayText(cell) {
  return (typeof cell === "number" && !Number.isInteger(cell) ? NO_DAY : "") + cellText(cell);
}

/**
 * The text of a cell: a number without the errors of binary fractions, a day as data write it.
 * @param {Cell | undefined} cell
 */
export function cellText(cell) {
  if (cell === null || cell === undefined) return "";
  if (typeof cell === "number") return plainNumber(cell);
  if (typeof cell === "boolean") return cell ? "TRUE" : "FALSE";
  return cell instanceof Date ? cell.toISOString().slice(0, 10) : cell.trim();
}
