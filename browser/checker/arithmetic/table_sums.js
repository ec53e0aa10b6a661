// Checks the sums of tables: rows and columns named 合计.

import { fixed, known, total, verdict } from "./intervals.js";
import { entry, TOTAL } from "./table_cells.js";
import { checkColumns } from "./table_columns.js";

/** @typedef {import("./ledger.js").Ledger} Ledger */
/** @typedef {import("../../prose/types.js").Cell} Cell */
/** @typedef {import("../../prose/types.js").Prose} Prose */
/** @typedef {import("../../prose/types.js").Table} Table */
/** @typedef {import("./table_cells.js").Entry} Entry */

const RATE = /率|％|%|幅|占比|比例|均|序号|名次|排名/;

/**
 * @param {Prose} prose
 * @param {Ledger} ledger
 */
export function checkTables({ tables }, ledger) {
  for (const table of tables) {
    checkTotals(table, ledger);
    checkTotals(turned(table), ledger);
    checkColumns(table, ledger);
  }
}

/**
 * A table with its rows as columns.
 * @param {Table} table
 * @returns {Table}
 */
function turned(table) {
  const width = Math.max(...table.rows.map((row) => row.length));
  const regular = table.rows.every((row) => row.length === width);
  const rows = regular ? Array.from({ length: width }, (_, at) => table.rows.map((row) => /** @type {Cell} */ (row[at]))) : [];
  return { ...table, rows };
}

/**
 * The row named 合计 against the rows above it.
 * @param {Table} table
 * @param {Ledger} ledger
 */
function checkTotals({ rows }, ledger) {
  const at = rows.findIndex((row) => row.slice(0, 2).some(({ text }) => TOTAL.test(text)));
  const [head = []] = rows;
  const sum = rows[at];
  if (at < 1 || !sum) return;
  const parts = at > 1 ? rows.slice(1, at) : rows.slice(2);
  if (parts.length < 2 || parts.some((row) => row.some(({ text }) => TOTAL.test(text)))) return;
  sum.forEach((cell, column) => {
    if (column === 0 || RATE.test(head[column]?.text ?? "")) return;
    const rates = parts.some((row) => RATE.test(row[0]?.text ?? ""));
    const entries = parts.map((row) => entry(row[column]));
    const whole = entry(cell);
    if (!whole || rates || !entries.every((one) => one !== null) || whole.quantity.unit === "%") return;
    holdTotal(whole, entries, crossed(rows, column, at, parts), ledger);
  });
}

/**
 * By how much the number of a column in each part is more than its row makes it: 检查数 is 好, 一般 and 差 together.
 * @param {Cell[][]} rows
 * @param {number} column
 * @param {number} at the row of the totals
 * @param {Cell[][]} parts
 */
function crossed(rows, column, at, parts) {
  const excess = (/** @type {Cell[] | undefined} */ row) => {
    const [whole, ...others] = (row ?? []).slice(1).map(entry);
    if (!whole || others.length < 2 || !others.every((one) => one !== null)) return NaN;
    return (whole.quantity.value - others.reduce((sum, one) => sum + one.quantity.value, 0)) * (column === 1 ? 1 : -1);
  };
  return parts.filter((row) => excess(row) === 0).length >= parts.length - 1 || excess(rows[at]) === 0 ? parts.map(excess) : [];
}

/**
 * @param {Entry} whole
 * @param {Entry[]} parts
 * @param {number[]} excess of each part in its row
 * @param {Ledger} ledger
 */
function holdTotal({ cell, quantity }, parts, excess, ledger) {
  const expected = total(parts.map((part) => known(part.quantity)));
  if (verdict(quantity, expected) === "right") return void ledger.pass("table-sum");
  const value = parts.reduce((sum, part) => sum + part.quantity.value, 0);
  if (isMean(quantity.value, parts)) return void ledger.skip("table-sum");
  const odd = parts[excess.findIndex((more) => more !== 0 && Math.abs(value - quantity.value - more) < 1e-9)];
  if (odd) {
    tellOdd(odd, odd.quantity.value - value + quantity.value, ledger);
    return;
  }
  const sum = `${parts.map((part) => part.cell.text).join("+")}=${fixed(value, quantity.decimals)}`;
  const message = `合计与各项之和不符：${sum}，表中写的是${cell.text}。`;
  const suggestion = fixed(value, quantity.decimals);
  ledger.tell("table-sum", { start: cell.start, end: cell.end, message, sum, suggestion });
}

/**
 * Whether the number of all lies among those of the parts, as a rate or a mean does.
 * @param {number} all
 * @param {Entry[]} parts
 */
function isMean(all, parts) {
  const values = parts.map(({ quantity }) => quantity.value);
  return all > Math.min(...values) && all < Math.max(...values);
}

/**
 * Tells of the number that neither its row nor its column makes.
 * @param {Entry} entry
 * @param {number} meant
 * @param {Ledger} ledger
 */
function tellOdd({ cell, quantity }, meant, ledger) {
  const suggestion = fixed(meant, quantity.decimals);
  const message = `与本行、本列的合计都不符：按合计算是${suggestion}，表中写的是${cell.text}。`;
  ledger.tellOnce("table-sum", { start: cell.start, end: cell.end, message, suggestion });
}
