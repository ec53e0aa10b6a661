// Reads the names in a pasted table: which fact a row is of, which side of it a column.  What is not certain is
// left open for the reader; nothing here goes by position.

import { isValid } from "../facts/entries.js";
import { normalise } from "../facts/normalise.js";
import { parsePeriod } from "../figures/periods.js";
import { isComputed, traitsOf } from "../schema/fact_types.js";

/** @typedef {import("../schema/types.js").Facts} Facts */
/** @typedef {Record<string, import("../schema/types.js").FactSpec>} Specs */

/**
 * A row with its name as pasted, the unit beside it, and the fact that it goes to; an empty one where that is
 * open, and why.
 * @typedef {{name: string, unit: string, texts: string[], fact: string, why: string}} NamedRow
 */

/** @typedef {{head: string, side: string, why: string}} NamedColumn `side` is empty where it is open */
/** @typedef {{rows: NamedRow[], columns: NamedColumn[]}} NamedTable */

const ANY_NUMBER = /** @type {const} */ ({ label: "", hint: "", unit: "", type: "decimal", decimals: 6, approx: true });
const NUMBERING = /^(?:[（(]?(?:[一二三四五六七八九十]+|\d{1,2})(?:[)）、]|[.．](?!\d)))/;
const CIRCLED = /^\s*[①-⑳]/; // of which NFKC makes digits
const INCLUDED = /^(?:其中|包括)[:：]?/;
const COUNTS = /\([0-9.万亿]+\/[0-9.万亿]+\)$/; // behind the name of a share in a table of the site
const UNIT = /[(（[]([^()（）[\]]*)[)）\]]$/;
const NAME_HEAD = /^(?:指标|指标名称|项目|名称|内容|序号)$/;
const UNIT_HEAD = /^(?:计量)?单位$/;
const COMPUTED_HEAD = /同比|环比|增减|增幅|增长|比上年|比上期|完成率|±/;
/** @type {[RegExp, string][]} */
const SIDE_HEADS = [
  [/^(?:上期|上期数|上年|去年|上年数|去年数)$/, "last"],
  [/^(?:计划|计划数|目标|目标数|目标值|任务|任务数|全年计划|年度计划)$/, "plan"],
  [/^(?:|本期|本期数|今年|本年|当期|数值|数量|完成数|实际|实际完成)$/, "now"],
];
export const HAS_DIGIT = /[\d０-９]/; // 一 and 二 may number the rows
const YEAR_BEFORE = /^(?:上年|去年)?同期数?$/;
const COMPUTED = "由系统计算，没有填入";

/** @param {string} text */
function tight(text) {
  return text.normalize("NFKC").replace(/\s+/g, "").toLowerCase();
}

/**
 * A name without numbering and 其中：, and the unit in brackets at its end.
 * @param {string} text
 */
export function bareName(text) {
  let name = tight(text.replace(CIRCLED, "")).replace(COUNTS, "");
  for (let before = ""; before !== name; ) {
    before = name;
    name = name.replace(NUMBERING, "").replace(INCLUDED, "");
  }
  const [, unit = ""] = UNIT.exec(name) ?? [];
  return { whole: name, name: name.replace(UNIT, ""), unit };
}

/** @param {string} text */
function isFigure(text) {
  return HAS_DIGIT.test(text) && isValid(normalise(text, ANY_NUMBER), ANY_NUMBER);
}

/** @param {string} text */
function isFilled(text) {
  return text.trim() !== "";
}

/**
 * Tells whether cells hold figures and nothing else.
 * @param {string[][]} cells
 */
export function areFigures(cells) {
  return cells.flat().every((text) => !isFilled(text) || isFigure(text));
}

/**
 * The facts by name: by their labels, and by other names where no label is the same.
 * @param {Specs} specs
 * @param {string[]} names
 */
function factsByName(specs, names) {
  /** @type {Map<string, string[]>} */
  const found = new Map();
  const add = (/** @type {string} */ text, /** @type {string} */ fact) => {
    const { whole, name } = bareName(text);
    for (const key of new Set([whole, name])) {
      if (!found.get(key)?.includes(fact)) found.set(key, [...(found.get(key) ?? []), fact]);
    }
  };
  for (const fact of names) add(specs[fact]?.label ?? "", fact);
  const labels = new Set(found.keys());
  for (const fact of names) {
    const { aliases = [], renamed = [] } = specs[fact] ?? {};
    for (const alias of [...aliases, ...renamed]) if (!labels.has(bareName(alias).name)) add(alias, fact);
  }
  return found;
}

class NameReader {
  /**
   * @param {Specs} specs
   * @param {string[]} names the facts that can be entered
   * @param {Facts} facts
   */
  constructor(specs, names, facts) {
    this.specs = specs;
    this.facts = facts;
    this.known = factsByName(specs, names);
    const computed = Object.entries(specs).filter(([name, spec]) => !names.includes(name) && isComputed(spec));
    this.computed = factsByName(specs, computed.map(([name]) => name));
  }

  /** @param {string} text */
  factsOf(text) {
    const { whole, name } = bareName(text);
    return this.known.get(whole) ?? this.known.get(name) ?? [];
  }

  /**
   * The rows, with a name that a line break has cut put together again, as Word's tables have them.
   * @param {string[][]} cells
   */
  joined(cells) {
    /** @type {string[][]} */
    const rows = [];
    for (const row of cells) {
      const before = rows[rows.length - 1];
      const [first = "", ...rest] = row;
      const name = (before?.[0] ?? "") + first;
      const isCut = before?.length === 1 && rest.length > 0 && this.factsOf(first).length === 0;
      if (isCut && this.factsOf(name).length > 0) rows[rows.length - 1] = [name, ...rest];
      else rows.push(row);
    }
    return rows;
  }

  /**
   * The column with most known names, else the first one of words; -1 where there is none.
   * @param {string[][]} cells
   */
  nameColumn(cells) {
    const width = widthOf(cells);
    let best = { column: -1, hits: 0 };
    for (let column = 0; column < width; column += 1) {
      const hits = cells.filter((row) => this.factsOf(row[column] ?? "").length > 0).length;
      if (hits > best.hits) best = { column, hits };
    }
    if (best.hits > 0) return best;
    const words = cells.slice(1).findIndex((row) => row.some((text) => isFilled(text) && !isFigure(text)));
    const row = words < 0 ? (cells.length === 1 ? cells[0] : []) : cells[words + 1];
    return { column: (row ?? []).findIndex((text) => isFilled(text) && !isFigure(text)), hits: 0 };
  }

  /**
   * @param {string[][]} pasted
   * @returns {NamedTable}
   */
  read(pasted) {
    const cells = this.joined(pasted);
    const turned = transposed(cells);
    const [down, across] = [this.nameColumn(cells), this.nameColumn(turned)];
    const isTurned = across.hits > down.hits;
    return this.#table(isTurned ? turned : cells, isTurned ? across.column : down.column);
  }

  /**
   * @param {string[][]} cells
   * @param {number} at the column of names; -1 where there are none
   */
  #table(cells, at) {
    const first = cells.findIndex((row) => !this.#isHead(row, at));
    const [heads, body] = [cells.slice(0, Math.max(first, 0)), cells.slice(Math.max(first, 0))];
    const all = Array.from({ length: widthOf(cells) }, (_, column) => column).slice(at + 1);
    const headOf = (/** @type {number} */ column) => heads.map((row) => (row[column] ?? "").replace(/\s+/g, "")).filter(Boolean).join(" ");
    const units = all.filter((column) => UNIT_HEAD.test(tight(headOf(column))));
    const values = all.filter((column) => {
      return !units.includes(column) && (headOf(column) || body.some((row) => isFilled(row[column] ?? "")));
    });
    const columns = this.#columns(values.map(headOf));
    const rows = body.flatMap((row) => {
      const texts = values.map((column) => row[column] ?? "");
      return texts.some(isFilled) ? [this.#row(row[at] ?? "", row[units[0] ?? -1] ?? "", texts)] : [];
    });
    return { columns, rows: withoutDoubles(rows) };
  }

  /**
   * Tells whether a row only names the columns.
   * @param {string[]} row
   * @param {number} at
   */
  #isHead(row, at) {
    const [name, texts] = [row[at] ?? "", row.slice(at + 1)];
    if (NAME_HEAD.test(tight(name))) return true;
    if (this.factsOf(name).length > 0 || texts.some(isFigure)) return false;
    return !isFilled(name) || texts.some((text) => isFilled(text) && this.#isHeadWord(text));
  }

  /** @param {string} text */
  #isHeadWord(text) {
    return this.sideOf(text.replace(/\s+/g, "")) !== "" || COMPUTED_HEAD.test(tight(text)) || UNIT_HEAD.test(tight(text));
  }

  /**
   * @param {string} name
   * @param {string} beside the unit in a column of its own
   * @param {string[]} texts
   * @returns {NamedRow}
   */
  #row(name, beside, texts) {
    const facts = this.factsOf(name);
    const [fact = ""] = facts;
    const spec = this.specs[fact];
    const read = bareName(name);
    const unit = tight(beside) || (this.known.has(read.whole) ? "" : read.unit);
    const row = { name: name.trim().replace(/\s+/g, ""), unit, texts, fact: "" };
    if (!spec) return { ...row, why: this.computed.has(read.name) ? COMPUTED : "没有叫这个名称的指标" };
    if (facts.length > 1) return { ...row, why: "有几个指标叫这个名称" };
    if (traitsOf(spec).records) return { ...row, why: "是列表，请粘贴到列表里" };
    return { ...row, fact, why: "" };
  }

  /**
   * @param {string[]} heads
   * @returns {NamedColumn[]}
   */
  #columns(heads) {
    const sides = heads.map((head) => (heads.length > 1 && !head ? "" : this.sideOf(head)));
    return heads.map((head, index) => {
      const side = sides[index] ?? "";
      if (COMPUTED_HEAD.test(tight(head))) return { head, side: "", why: COMPUTED };
      if (!side) return { head, side, why: "看不出是本期、上期还是计划" };
      const isOnly = sides.filter((other) => other === side).length === 1;
      return isOnly ? { head, side, why: "" } : { head, side: "", why: "有几栏都是这一期" };
    });
  }

  /**
   * The side that the head of a column names, in one of its rows; empty where that is not certain.
   * @param {string} head
   */
  sideOf(head) {
    const sides = head.split(" ").map((part) => this.#sideOfPart(part));
    const found = new Set(sides.filter(Boolean));
    return found.size === 1 ? ([...found][0] ?? "") : "";
  }

  /** @param {string} part */
  #sideOfPart(part) {
    const text = bareName(part).name;
    const found = SIDE_HEADS.find(([words]) => words.test(text))?.[1];
    if (found) return found;
    const { period, last_period: last } = this.facts;
    if (YEAR_BEFORE.test(text)) return isYearBefore(period, last) ? "last" : "";
    const named = normalise(text, { label: "", hint: "", type: "period" });
    const year = /^(\d{4})年?$/.exec(text)?.[1];
    const isNamed = (/** @type {unknown} */ code) =>
      typeof code === "string" && (code === named || (year !== undefined && parsePeriod(code)?.year === Number(year)));
    const [isNow, isLast] = [isNamed(period), isNamed(last)];
    return isNow === isLast ? "" : isNow ? "now" : "last";
  }
}

/**
 * Tells whether what is compared with is the same part of the year before; an open one is taken for it.
 * @param {unknown} period
 * @param {unknown} last
 */
function isYearBefore(period, last) {
  if (typeof last !== "string" || typeof period !== "string") return true;
  const [now, then] = [parsePeriod(period), parsePeriod(last)];
  return !now || !then || (then.year === now.year - 1 && then.part === now.part && then.kind === now.kind);
}

/**
 * The rows, of which those that go to one fact are left open.
 * @param {NamedRow[]} rows
 */
function withoutDoubles(rows) {
  /** @type {Map<string, number>} */
  const counts = new Map();
  for (const { fact } of rows) counts.set(fact, (counts.get(fact) ?? 0) + 1);
  return rows.map((row) =>
    row.fact && (counts.get(row.fact) ?? 0) > 1 ? { ...row, fact: "", why: "有几行是同一个指标" } : row,
  );
}

/** @param {string[][]} cells */
function widthOf(cells) {
  return cells.reduce((most, { length }) => Math.max(most, length), 0);
}

/** @param {string[][]} cells */
function transposed(cells) {
  return Array.from({ length: widthOf(cells) }, (_, column) => cells.map((row) => row[column] ?? ""));
}

/**
 * A pasted table, with what its names say.  Where its rows have no names, the heads of its columns still count,
 * and the rows go down the facts from `start`.
 * @param {string[][]} cells
 * @param {Specs} specs
 * @param {string[]} names the facts that can be entered, in the order of the page
 * @param {Facts} facts
 * @param {string} start the fact that it is pasted into
 * @returns {NamedTable & {byPosition: boolean}}
 */
export function readNamed(cells, specs, names, facts, start) {
  const table = new NameReader(specs, names, facts).read(cells);
  if (table.rows.some(({ name }) => name)) return { ...table, byPosition: false };
  const from = names.slice(names.indexOf(start));
  const rows = table.rows.map((row, index) => {
    const fact = from[index] ?? "";
    return { ...row, name: `第${String(index + 1)}行`, fact, why: fact ? "" : "没有地方放" };
  });
  return { ...table, rows, byPosition: true };
}
