// Reads a pasted table by the names in it: each row goes to the fact of that name, each column to the side
// that its head names; nothing goes by its position.

import { isComputed, isNumber, traitsOf, unitOf } from "../schema/fact_types.js";
import { isValid } from "../facts/entries.js";
import { normalise } from "../facts/normalise.js";
import { SIDE_NAMES } from "../facts/paths.js";

/** @typedef {Record<string, import("../schema/types.js").FactSpec>} Specs */
/** @typedef {import("../schema/types.js").FactSpec} FactSpec */

/**
 * A row: the name and unit in the table, what stands in it by side, the fact that it goes to (an empty text
 * where there is none), and why it is to be looked at.
 * @typedef {{name: string, unit: string, values: Record<string, string>, fact: string, why: string}} NamedRow
 */

const NUMBERED = /^(?:[（(]?[一二三四五六七八九十0-9]{1,3}[)）]|[一二三四五六七八九十]{1,3}、|[0-9]{1,2}[.、．](?![0-9]))+/;
const CIRCLED = /^\s*[①-⑳]/; // NFKC makes digits of these
const AMONG = /^(?:其中|其 中|含)[:：]?/;
const UNIT = /[（(]([^（）()]{1,6})[）)]$/;
const SPACE = /[\s\u3000]+/g;
/** @type {[RegExp, string][]} what the head of a column says; the first that fits counts */
const HEADS = [
  [/同比|增长|增减|增幅|变化|环比|备注|说明|±|序号|占比/, "other"],
  [/单位|计量/, "unit"],
  [/计划|目标|任务|指标值/, "plan"],
  [/上期|上年|去年|同期|上季|上半年同|上学期|基期/, "last"],
  [/本期|本年|今年|当期|本季|本月|完成|实际|累计|数量|数值|合计|报告期/, "now"],
];
const MOST_ROWS = 200;

/**
 * The rows of a table that has names; null for cells without any, which may go by their position.
 * @param {string[][]} cells
 * @param {Specs} specs
 * @param {{now: string, last: string}} periods the names of the periods, as 2026年第一季度
 * @returns {NamedRow[] | null}
 */
export function namedRows(cells, specs, periods) {
  const names = factNames(specs);
  const table = [cells, transposed(cells)].find((one) => nameColumn(one, names) >= 0) ?? cells;
  const column = Math.max(0, nameColumn(table, names));
  const isNamed = table.some((row) => isName(row[column]) && hasFigure(row, column));
  if (!isNamed) return null;
  const { heads, body } = headed(table, column, periods);
  const rows = body.slice(0, MOST_ROWS).flatMap((row) => namedRow(row, column, heads, names, specs));
  return withoutDoubles(rows);
}

/**
 * The facts by their bare labels and aliases.
 * @param {Specs} specs
 */
function factNames(specs) {
  /** @type {Map<string, string>} */
  const found = new Map();
  const entries = Object.entries(specs);
  for (const [fact, { aliases = [] }] of entries) for (const alias of aliases) found.set(bareName(alias).name, fact);
  for (const [fact, { label }] of entries) found.set(bareName(label).name, fact);
  return found;
}

/**
 * A name without numbers, spaces and 其中 before it, and the unit in brackets after it.
 * @param {string} text
 */
export function bareName(text) {
  const plain = text.replace(CIRCLED, "").normalize("NFKC").replace(SPACE, "").replace(NUMBERED, "").replace(AMONG, "").replace(/[:：]$/, "");
  const unit = UNIT.exec(plain)?.[1] ?? "";
  return { name: unit ? plain.replace(UNIT, "") : plain, unit };
}

/**
 * The column with names of facts; -1 where none of the first two has any.
 * @param {string[][]} table
 * @param {Map<string, string>} names
 */
function nameColumn(table, names) {
  const isNamed = (/** @type {string[]} */ row, /** @type {number} */ at) =>
    names.has(bareName(row[at] ?? "").name) && hasFigure(row, at);
  return [0, 1].find((at) => table.some((row) => isNamed(row, at))) ?? -1;
}

/**
 * What each column is, by the lines above the first figure, and the lines with figures.
 * @param {string[][]} table
 * @param {number} column
 * @param {{now: string, last: string}} periods
 */
function headed(table, column, periods) {
  const first = table.findIndex((row) => hasFigure(row, column));
  const width = Math.max(...table.map((row) => row.length));
  const heads = Array.from({ length: width }, (_, at) => {
    const above = table.slice(0, first).map((row) => row[at] ?? "").join("");
    return at <= column ? "other" : headOf(above, periods);
  });
  if (!heads.some((head) => head in SIDE_NAMES)) {
    // a table without heads has one column of figures, or they stand as in the form
    const sides = Object.keys(SIDE_NAMES);
    heads.forEach((head, at) => {
      const hasFigures = table.some((row) => at > column && isFigure(row[at]));
      if (hasFigures && head === "") heads[at] = sides.shift() ?? "other";
    });
  }
  return { heads, body: table.slice(first) };
}

/**
 * @param {string} text
 * @param {{now: string, last: string}} periods
 */
function headOf(text, { now, last }) {
  const plain = text.normalize("NFKC").replace(SPACE, "");
  if (!plain) return "";
  if (HEADS[0]?.[0].test(plain)) return "other";
  if (now && plain.includes(now)) return "now";
  if (last && plain.includes(last)) return "last";
  return HEADS.find(([pattern]) => pattern.test(plain))?.[1] ?? "other";
}

/**
 * @param {string[]} row
 * @param {number} column
 * @param {string[]} heads
 * @param {Map<string, string>} names
 * @param {Specs} specs
 * @returns {NamedRow[]}
 */
function namedRow(row, column, heads, names, specs) {
  const { name, unit: own } = bareName(row[column] ?? "");
  /** @type {[string, string][]} */
  const written = heads.map((head, at) => [head, (row[at] ?? "").trim()]);
  const given = written.filter(([head, text]) => head in SIDE_NAMES && text);
  if (!name || given.length === 0) return [];
  const unit = own || (row[heads.indexOf("unit")] ?? "").trim();
  const fact = names.get(name) ?? "";
  return [{ name, unit, values: Object.fromEntries(given), ...placed(fact, unit, specs) }];
}

/**
 * The fact that a row goes to, and why it is to be looked at.
 * @param {string} fact
 * @param {string} unit
 * @param {Specs} specs
 */
export function placed(fact, unit, specs) {
  const spec = Object.hasOwn(specs, fact) ? specs[fact] : undefined;
  if (!spec) return { fact: "", why: "没有这个名称的指标" };
  if (isComputed(spec)) return { fact: "", why: "由系统计算，不用填" };
  if (traitsOf(spec).records) return { fact: "", why: "是列表，请到列表里逐条填" };
  const isSame = !unit || !isNumber(spec) || isMeasured(unit, spec);
  return isSame ? { fact, why: "" } : { fact: "", why: `单位不同：表里是“${unit}”，指标是“${unitOf(spec)}”` };
}

/**
 * Tells whether figures in a unit can be put into a fact: 万人 into 人, 人 into 万人.
 * @param {string} unit
 * @param {FactSpec} spec
 */
function isMeasured(unit, spec) {
  return /^[\d.]+$/.test(normalise(`1${unit}`, { ...spec, type: "decimal" }));
}

/**
 * The first row of a fact keeps it; another one is to be assigned by hand.
 * @param {NamedRow[]} rows
 */
function withoutDoubles(rows) {
  const seen = new Set();
  return rows.map((row) => {
    if (!row.fact) return row;
    if (seen.has(row.fact)) return { ...row, fact: "", why: "表里有两行是同一个指标" };
    seen.add(row.fact);
    return row;
  });
}

/**
 * The sides that a row puts into a fact, in strict form; those that the fact does not have are left out.
 * @param {NamedRow} row
 * @param {FactSpec} spec
 * @returns {{sides: Record<string, string>, left: string[], invalid: string[]}}
 */
export function sidesOf({ values, unit }, spec) {
  /** @type {Record<string, string>} */
  const sides = {};
  const [left, invalid] = [/** @type {string[]} */ ([]), /** @type {string[]} */ ([])];
  for (const [side, text] of Object.entries(values)) {
    if (!["now", ...(spec.series ?? [])].includes(side)) {
      left.push(SIDE_NAMES[/** @type {"now"} */ (side)]);
      continue;
    }
    const strict = normalise(isBare(text) && isNumber(spec) ? text + unit : text, spec);
    if (!isValid(strict, spec)) invalid.push(text);
    sides[side] = strict;
  }
  return { sides, left, invalid };
}

/**
 * Tells whether a figure stands in a row after a column.
 * @param {string[]} row
 * @param {number} column
 */
function hasFigure(row, column) {
  return row.some((text, at) => at > column && isFigure(text));
}

/** @param {string} [text] */
function isFigure(text = "") {
  return /^[-−+]?[\d０-９][\d０-９,，.．]*\s*(?:[%％‰]|[万亿千百])?\D{0,3}$/.test(text.trim());
}

/**
 * Tells whether a figure says no unit itself.
 * @param {string} text
 */
function isBare(text) {
  return /^[-−+]?[\d０-９][\d０-９,，.．]*$/.test(text);
}

/** @param {string} [text] */
function isName(text = "") {
  return /[\u4e00-\u9fff]{2}/.test(text) && !isFigure(text);
}

/**
 * @param {string[][]} cells
 * @returns {string[][]}
 */
function transposed(cells) {
  const width = Math.max(0, ...cells.map((row) => row.length));
  return Array.from({ length: width }, (_, at) => cells.map((row) => row[at] ?? ""));
}
