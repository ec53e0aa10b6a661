// Checks the sums of tables: rows and columns named 合计.

import { added } from "./amounts.js";
import { fixed, known, total, isRight } from "./intervals.js";
import { entry, TOTAL } from "./table_cells.js";
import { checkColumns } from "./table_columns.js";

/** @typedef {import("./ledger.js").Ledger} Ledger */
/** @typedef {import("../../prose/types.js").Cell} Cell */
/** @typedef {import("../../prose/types.js").Prose} Prose */
/** @typedef {import("../../prose/types.js").Table} Table */
/** @typedef {import("./table_cells.js").Entry} Entry */

const NOTHING = /^[-—－–/]+$/; // there is none of it
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
    const entries = parts.filter((row) => !NOTHING.test(row[column]?.text ?? "")).map((row) => entry(row[column]));
    const whole = entry(cell);
    if (!whole || rates || entries.length < 2 || !entries.every((one) => one !== null) || whole.quantity.unit === "%") return;
    holdTotal(whole, entries, ledger);
  });
}

/**
 * @param {Entry} whole
 * @param {Entry[]} parts
 * @param {Ledger} ledger
 */
function holdTotal({ cell, quantity }, parts, ledger) {
  const expected = total(parts.map((part) => known(part.quantity)));
  if (isRight(quantity, expected)) return void ledger.pass("table-sum");
  const value = added(parts);
  if (isMean(quantity.value, parts)) return void ledger.skip("table-sum");
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
