// Columns that are made of two others: by their heads, or in every row but one, whatever their heads say.

import { mistyped, tellingDigits } from "./chance.js";
import { digitsLike, fixed, known, isRight } from "./intervals.js";
import { entry, mendedCell, signed } from "./table_cells.js";

/** @typedef {import("./ledger.js").Ledger} Ledger */
/** @typedef {import("./intervals.js").Interval} Interval */
/** @typedef {import("./table_cells.js").Entry} Entry */
/** @typedef {import("../../prose/types.js").Table} Table */
/** @typedef {{ a: Entry, b: Entry, result: Entry }} Row */
/**
 * How a column is made of two others, its values and how the sum is written.
 * @typedef {{ rule: string, of: (a: number, b: number) => number, back: (result: number, b: number) => number, sum: (a: string, b: string) => string, unit: string }} Relation
 */

const RATE = /率|占|比|％|%|‰/;
const NOW = /今年|本[期年季学周月]|完成|实际|20[0-9]{2}年/;
const BEFORE = /去年|同期|上[年期季学周月]/;
const CHANGED = /增[减加长幅]|变化|差额|[同环]比|升降/;
const GROWN = /%|％|幅|率|增长(?!数)/;
const PLAN = /计划|目标|任务/;
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
  const columns = head.map((_, at) => rows.map((row) => entry(row[at])));
  checkChanges(head.map(({ text }) => text), columns, ledger);
  if (rows.length <= ENOUGH || rows.some((row) => row.length !== head.length)) return;
  head.forEach(({ text }, result) => {
    const relations = RATE.test(text) ? [SHARE, GROWTH, CHANGE] : [CHANGE];
    for (const relation of relations) checkResult(columns, result, relation, ledger);
  });
}

/**
 * 增减 beside 本期 and 上年同期.
 * @param {string[]} heads
 * @param {(Entry | null)[][]} columns
 * @param {Ledger} ledger
 */
function checkChanges(heads, columns, ledger) {
  const before = earlierColumn(heads);
  const change = heads.findIndex((text, at) => at > 0 && CHANGED.test(text));
  const now = heads.findIndex((text, at) => at > 0 && NOW.test(text) && at !== before && at !== change && !PLAN.test(text));
  const several = heads.filter((text) => BEFORE.test(text) && !CHANGED.test(text)).length > 1; // changes of one of them
  if (before < 0 || now < 0 || change < 0 || several) return;
  for (const row of rowsOf(columns, now, before, change)) {
    const isGrowth = GROWN.test(heads[change] ?? "") || (row.result.quantity.unit === "%" && row.a.quantity.unit !== "%");
    if (isGrowth && holds(row, CHANGE)) ledger.skip("table-change");
    else hold(row, isGrowth ? GROWTH : CHANGE, ledger);
  }
}

/**
 * The column of the time before: named so, or the earlier of two years.
 * @param {string[]} heads
 */
function earlierColumn(heads) {
  const named = heads.findIndex((text) => BEFORE.test(text) && !CHANGED.test(text));
  const years = heads.map((text) => Number(/20[0-9]{2}(?=年)/.exec(text)?.[0] ?? NaN));
  const [first = NaN, second = NaN, ...others] = years.filter((year) => !Number.isNaN(year));
  return named >= 0 || others.length > 0 || Math.abs(first - second) !== 1 ? named : years.indexOf(Math.min(first, second));
}

/**
 * @param {Row} row
 * @param {Relation} relation
 * @param {Ledger} ledger
 */
function hold(row, relation, ledger) {
  if (holds(row, relation)) ledger.pass(relation.rule);
  else tell(row, row.result, relation, "", ledger);
}

/**
 * The rows in which three columns have numbers.
 * @param {(Entry | null)[][]} columns
 * @param {number} first
 * @param {number} second
 * @param {number} third
 * @returns {Row[]}
 */
function rowsOf(columns, first, second, third) {
  return (columns[third] ?? []).flatMap((result, at) => {
    const [a, b] = [columns[first]?.[at], columns[second]?.[at]];
    return a && b && result && b.quantity.value > 0 ? [{ a, b, result }] : [];
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
      const row = oddRow(rowsOf(columns, a, b, result), relation);
      if (row) tell(row, oddEntry(row, relation), relation, "；其他各行都是这样算的", ledger);
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
 * @param {Row[]} rows
 * @param {Relation} relation
 */
function oddRow(rows, relation) {
  const wrong = rows.filter((row) => !holds(row, relation));
  const telling = rows.filter((row) => !wrong.includes(row) && tellingDigits(row.result.quantity.written) >= LARGE);
  return wrong.length === 1 && telling.length >= ENOUGH ? wrong[0] : undefined;
}

/**
 * @param {Row} row
 * @param {Relation} relation
 */
function holds({ a, b, result }, { of }) {
  const ends = known(a.quantity).flatMap((one) => known(b.quantity).map((other) => of(one, other)));
  const [low, high] = [Math.min(...ends), Math.max(...ends)];
  return isRight(result.quantity, signed(result) < 0 ? [-high, -low] : [low, high]);
}

/**
 * The number of a row that is likely the wrong one: what comes of the others, or else the one that looks mistyped.
 * @param {Row} row
 * @param {Relation} relation
 */
function oddEntry({ a, b, result }, { of, back }) {
  const value = of(a.quantity.value, b.quantity.value);
  const meant = digitsLike(back(signed(result), b.quantity.value), a.quantity);
  return !mistyped(result.quantity.written, digitsLike(value, result.quantity)) && meant.length > 2 && mistyped(a.quantity.written, meant) ? a : result;
}

/**
 * @param {Row} row
 * @param {Entry} odd
 * @param {Relation} relation
 * @param {string} why
 * @param {Ledger} ledger
 */
function tell({ a, b, result }, odd, { rule, of, back, sum, unit }, why, ledger) {
  const value = of(a.quantity.value, b.quantity.value);
  const meant = odd === a ? back(signed(result), b.quantity.value) : value;
  const made = `${sum(a.cell.text, b.cell.text)}=${fixed(value, Math.max(result.quantity.decimals, unit ? 2 : 0))}${unit}`;
  const { start, end } = odd.cell;
  const message = `与同一行的数不符：${made}，表中写的是${result.cell.text}${why}。`;
  const same = signed(odd) * meant >= 0;
  ledger.tellOnce(rule, { start, end, message, sum: made, ...(same && { suggestion: mendedCell(odd, meant) }) });
}
