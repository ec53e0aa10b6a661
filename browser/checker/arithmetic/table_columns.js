// Columns that are made of two others in every row but one: a rate, a change, whatever their heads say.

import { mistyped } from "./chance.js";
import { digitsLike, fixed, known, verdict } from "./intervals.js";
import { entry, mendedCell, signed } from "./table_cells.js";

/** @typedef {import("./ledger.js").Ledger} Ledger */
/** @typedef {import("./intervals.js").Interval} Interval */
/** @typedef {import("./table_cells.js").Entry} Entry */
/** @typedef {import("../../prose/types.js").Table} Table */
/**
 * How a column is made of two others, its values and how the sum is written.
 * @typedef {{ rule: string, of: (a: number, b: number) => number, back: (result: number, b: number) => number, sum: (a: string, b: string) => string, unit: string }} Relation
 */

const RATE = /率|占|比|％|%|‰/;
const ENOUGH = 2; // rows in which it holds
const LARGE = 3; // digits of a result that are no chance

/** @type {Relation} */
const SHARE = { rule: "share", of: (a, b) => (a / b) * 100, back: (result, b) => (result * b) / 100, sum: (a, b) => `${a}÷${b}`, unit: "%" };
/** @type {Relation} */
const GROWTH = { rule: "table-change", of: (a, b) => (a / b - 1) * 100, back: (result, b) => (result / 100 + 1) * b, sum: (a, b) => `（${a}−${b}）÷${b}`, unit: "%" };
/** @type {Relation} */
const CHANGE = { rule: "table-change", of: (a, b) => a - b, back: (result, b) => result + b, sum: (a, b) => `${a}−${b}`, unit: "" };

/**
 * @param {Table} table
 * @param {Ledger} ledger
 */
export function checkColumns({ rows: [head = [], ...rows] }, ledger) {
  const width = head.length;
  if (rows.length <= ENOUGH || rows.some((row) => row.length !== width)) return;
  const columns = head.map((_, at) => rows.map((row) => entry(row[at])));
  head.forEach(({ text }, result) => {
    const relations = RATE.test(text) ? [SHARE, GROWTH, CHANGE] : [CHANGE];
    for (const relation of relations) checkResult(columns, result, relation, ledger);
  });
}

/**
 * @param {(Entry | null)[][]} columns
 * @param {number} result
 * @param {Relation} relation
 * @param {Ledger} ledger
 */
function checkResult(columns, result, relation, ledger) {
  columns.forEach((first, a) => {
    columns.forEach((second, b) => {
      if (a === b || a === result || b === result || isChange(first) || isChange(second)) return;
      const odd = oddRow(first, second, columns[result] ?? [], relation);
      if (odd) tell(odd, relation, ledger);
    });
  });
}

/**
 * Whether a column tells changes, of which nothing is made.
 * @param {(Entry | null)[]} column
 */
function isChange(column) {
  return column.some((one) => one !== null && (one.quantity.value < 0 || /^[增提上减下降+]/.test(one.cell.text)));
}

/**
 * The row in which alone the relation does not hold.
 * @param {(Entry | null)[]} first
 * @param {(Entry | null)[]} second
 * @param {(Entry | null)[]} results
 * @param {Relation} relation
 */
function oddRow(first, second, results, relation) {
  const rows = results.flatMap((result, at) => {
    const [a, b] = [first[at], second[at]];
    return a && b && result && b.quantity.value > 0 ? [{ a, b, result }] : [];
  });
  const wrong = rows.filter(({ a, b, result }) => !holds(a, b, result, relation));
  const telling = rows.filter((row) => !wrong.includes(row) && digitsOf(row.result) >= LARGE);
  return wrong.length === 1 && telling.length >= ENOUGH ? wrong[0] : undefined;
}

/**
 * @param {Entry} a
 * @param {Entry} b
 * @param {Entry} result
 * @param {Relation} relation
 */
function holds(a, b, result, { of }) {
  const ends = known(a.quantity).flatMap((one) => known(b.quantity).map((other) => of(one, other)));
  const [low, high] = [Math.min(...ends), Math.max(...ends)];
  return verdict(result.quantity, signed(result) < 0 ? [-high, -low] : [low, high]) === "right";
}

/** @param {Entry} result */
function digitsOf({ quantity }) {
  return quantity.written.replace(/[^0-9]/g, "").replace(/^0+/, "").length;
}

/**
 * @param {{ a: Entry, b: Entry, result: Entry }} row
 * @param {Relation} relation
 * @param {Ledger} ledger
 */
function tell({ a, b, result }, { rule, of, back, sum, unit }, ledger) {
  const value = of(a.quantity.value, b.quantity.value);
  const meant = digitsLike(back(signed(result), b.quantity.value), a.quantity);
  const isA = !mistyped(result.quantity.written, digitsLike(value, result.quantity)) && meant.length > 2 && mistyped(a.quantity.written, meant);
  const [odd, right] = isA ? [a, Number(meant) * a.quantity.scale] : [result, value];
  const made = `${sum(a.cell.text, b.cell.text)}=${fixed(value, Math.max(result.quantity.decimals, unit ? 2 : 0))}${unit}`;
  const { start, end } = odd.cell;
  const message = `与同一行的数不符：${made}，表中写的是${result.cell.text}；其他各行都是这样算的。`;
  ledger.tellOnce(rule, { start, end, message, sum: made, suggestion: mendedCell(odd, right) });
}
