// Reads the facts of a collection sheet (.xlsx); mirrors macros/exchange/sheet_reader.py.

import readXlsx from "read-excel-file/universal";

import { isCitable, isComputed, traitsOf } from "../schema/fact_types.js";
import { normalise } from "../facts/normalise.js";
import { SIDE_NAMES } from "../facts/paths.js";
import { plainNumber, REFUSED, repacked, SheetError, unreadable } from "./workbook.js";
import { ABOUT, ARCHETYPE, CHOICES, COLUMNS, ID, NONE, NOT_TAKEN, SIDES, TITLE, VERSION } from "./sheet_writer.js";

/** @typedef {import("../schema/types.js").Archetype} Archetype */
/** @typedef {import("../schema/types.js").FactSpec} FactSpec */
/** @typedef {import("../schema/types.js").FieldSpec} FieldSpec */
/** @typedef {import("../schema/types.js").Facts} Facts */
/** @typedef {string | number | boolean | Date | null} Cell */
/** @typedef {{sheet: string, data: Cell[][]}} Sheet */

/**
 * What a sheet holds: its facts, what has no place here, and the archetype that it was made for.
 * @typedef {object} Read
 * @property {Facts} facts
 * @property {string[]} ignored
 * @property {string} archetype
 * @property {string} title
 * @property {string} version
 */

const MOST_NAMED = 5;
const WHY = {
  far: "有内容，收集表没有这么大。请删去多余的内容后再导入。",
  formula:
    "是公式，存下的结果可能不是最新的，没有导入。请复制有公式的单元格，“选择性粘贴”为数值后再导入。",
  scaled:
    "按万、千等显示，存下的数与看到的不同，没有导入。请把单元格格式改为“文本”，按指标的单位重写后再导入。",
};

/**
 * Reads the facts that are filled in.
 * @param {Archetype} archetype
 * @param {Uint8Array<ArrayBuffer>} bytes
 * @returns {Promise<Read>}
 */
export async function readSheet(archetype, bytes) {
  const packed = repacked(bytes);
  /** @type {unknown} */
  const found = await readXlsx(packed).catch(() => {
    throw unreadable();
  });
  const sheets = /** @type {Sheet[]} */ (found);
  const about = (/** @type {string} */ key) => aboutOf(sheets, key);
  const made = { archetype: about(ARCHETYPE), title: about(TITLE), version: about(VERSION) };
  const reader = new Reader(archetype);
  for (const sheet of sheets) reader.read(sheet);
  return { ...reader.result(), ...made };
}

/**
 * A value from the worksheet of notes.
 * @param {Sheet[]} sheets
 * @param {string} key
 */
function aboutOf(sheets, key) {
  const rows = sheets.find(({ sheet }) => sheet === ABOUT)?.data ?? [];
  return cellText(rows.find((row) => cellText(row[0]) === key)?.[1]);
}

class Reader {
  /** @type {Facts} */
  #facts = {};
  /** @type {string[]} */
  #ignored = [];
  /** @type {Sheet[]} the worksheets with facts */
  #read = [];
  #specs;
  #earlier;
  #ids;
  #named;

  /** @param {Archetype} archetype */
  constructor(archetype) {
    this.#specs = archetype.facts;
    this.#earlier = archetype.renamed?.facts ?? {};
    this.#named = byName(archetype.facts);
    const citable = Object.entries(archetype.facts).filter(([, spec]) => isCitable(spec));
    this.#ids = new Map(citable.map(([id, { label }]) => [label, id]));
  }

  /** @param {Sheet} sheet */
  read(sheet) {
    const { data } = sheet;
    const id = this.#present(cellText(data[0]?.[0]));
    const spec = this.#spec(id);
    const head = data.findIndex((row) => row.some((cell) => cellText(cell) === ID));
    if (spec && traitsOf(spec).records) this.#list(id, spec, data);
    else if (head >= 0) {
      for (const [index, row] of data.slice(head + 1).entries()) {
        this.#row(data[head] ?? [], row, `“${sheet.sheet}”表第${String(head + index + 2)}行`);
      }
    }
    else {
      if (![ABOUT, CHOICES].includes(sheet.sheet)) this.#ignored.push(`工作表“${sheet.sheet}”`);
      return;
    }
    this.#read.push(sheet);
  }

  /**
   * The id that a fact has now; sheets may be older than it.
   * @param {string} id
   */
  #present(id) {
    return Object.hasOwn(this.#earlier, id) ? (this.#earlier[id] ?? id) : id;
  }

  /** @param {string} id */
  #spec(id) {
    return Object.hasOwn(this.#specs, id) ? this.#specs[id] : undefined;
  }

  /**
   * @param {Cell[]} head
   * @param {Cell[]} row
   * @param {string} where
   */
  #row(head, row, where) {
    const titles = head.map(cellText);
    const at = (/** @type {number} */ column) => cellText(row[titles.indexOf(COLUMNS[column] ?? "")]);
    const label = at(2);
    const id = this.#present(at(0)) || (this.#named.get(tightName(label)) ?? "");
    const spec = this.#spec(id);
    const typed = Object.entries(SIDES).map(([side, column]) => ({ side, text: at(column) }));
    const given = typed.filter(({ text }) => text && text !== NOT_TAKEN);
    if (given.length === 0) return;
    if (!spec || traitsOf(spec).records) this.#ignored.push(`${where}“${label || id}”（这个范本没有这一项）`);
    else if (Object.hasOwn(this.#facts, id)) this.#ignored.push(`${where}“${spec.label}”（前面已有一行，没有导入这一行）`);
    else if (isComputed(spec)) this.#ignored.push(`“${spec.label}”（由系统计算）`);
    else this.#fact(id, spec, given);
  }

  /**
   * @param {string} id
   * @param {FactSpec} spec
   * @param {{side: string, text: string}[]} given
   */
  #fact(id, spec, given) {
    /** @type {Record<string, string>} */
    const sides = {};
    for (const { side, text } of given) {
      const column = SIDE_NAMES[/** @type {"now"} */ (side)];
      if (["now", ...(spec.series ?? [])].includes(side)) sides[side] = this.#text(text, spec);
      else this.#ignored.push(`“${spec.label}”的${column}（这一格不填）`);
    }
    if (Object.keys(sides).length > 0) this.#facts[id] = spec.series ? sides : (sides["now"] ?? "");
  }

  /**
   * @param {string} id
   * @param {FactSpec} spec
   * @param {Cell[][]} data
   */
  #list(id, spec, data) {
    const fields = Object.entries(spec.fields ?? {});
    const ids = (data[0] ?? []).map(cellText);
    const rows = data.slice(3).map((row) =>
      Object.fromEntries(
        fields.map(([name, field]) => [name, this.#text(cellText(row[ids.indexOf(name)]), field)]),
      ),
    );
    const given = rows.filter((row) => Object.values(row).some(Boolean));
    const none = data.slice(3).some((row) => cellText(row[0]) === NONE);
    if (given.length > 0 || none) this.#facts[id] = given;
  }

  /**
   * The strict form of what was typed; the id of a figure for its name.
   * @param {string} typed
   * @param {FieldSpec} spec
   */
  #text(typed, spec) {
    const text = normalise(typed, spec);
    return spec.type === "figure" ? (this.#ids.get(text) ?? text) : text;
  }

  /** What was read; throws where the value of any cell is uncertain. */
  result() {
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
    const more = places.length > MOST_NAMED ? `等${String(places.length)}处` : "";
    return places.slice(0, MOST_NAMED).join("、") + more;
  }
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
 * The text of a cell: a number without the errors of binary fractions, a day as data write it.
 * @param {Cell | undefined} cell
 */
function cellText(cell) {
  if (cell === null || cell === undefined) return "";
  if (typeof cell === "number") return plainNumber(cell);
  if (typeof cell === "boolean") return cell ? "TRUE" : "FALSE";
  return cell instanceof Date ? cell.toISOString().slice(0, 10) : cell.trim();
}
