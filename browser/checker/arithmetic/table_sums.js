// Checks the sums of tables: rows and columns named 合计, and columns of changes beside those they come from.

import { difference, fixed, growth, known, total, verdict } from "./intervals.js";
import { entry, mendedCell, signed } from "./table_cells.js";
import { checkColumns } from "./table_columns.js";

/** @typedef {import("./ledger.js").Ledger} Ledger */
/** @typedef {import("../../prose/types.js").Cell} Cell */
/** @typedef {import("../../prose/types.js").Prose} Prose */
/** @typedef {import("../../prose/types.js").Table} Table */
/** @typedef {import("./table_cells.js").Entry} Entry */

const TOTAL = /^(?:合\s*计|总\s*计|共\s*计|总数|全[县市区院校]|小\s*计)$/;
const NOW = /本期|今年|本年|本季|本学期|本周|本月|完成|实际|20[0-9]{2}年/;
const BEFORE = /上年|去年|上期|同期|上季|上学期|上周|上月/;
const CHANGE = /增减|增加|变化|差额|同比|环比|增长|升降|增幅/;
const RATE = /率|％|%|幅|占比|比例|均|序号|名次|排名/;
const PLAN = /计划|目标|任务/;
const DONE = /完成率|完成比例|占计划|完成进度/;

/**
 * @param {Prose} prose
 * @param {Ledger} ledger
 */
export function checkTables({ tables }, ledger) {
  for (const table of tables) {
    checkTotals(table, ledger);
    checkTotals(turned(table), ledger);
    checkChanges(table, ledger);
    checkCompletion(table, ledger);
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

/**
 * @param {Table} table
 * @param {Ledger} ledger
 */
function checkChanges({ rows }, ledger) {
  const [head = []] = rows;
  const before = earlierColumn(head);
  const change = head.findIndex(({ text }, at) => at > 0 && CHANGE.test(text));
  const now = head.findIndex(({ text }, at) => at > 0 && NOW.test(text) && at !== before && at !== change && !PLAN.test(text));
  const several = head.filter(({ text }) => BEFORE.test(text) && !CHANGE.test(text)).length > 1; // changes of one of them
  if (before < 0 || now < 0 || change < 0 || several) return;
  for (const row of rows.slice(1)) {
    const a = entry(row[now]);
    const b = entry(row[before]);
    const c = entry(row[change]);
    if (a && b && c && b.quantity.value > 0) holdChange(a, b, c, head[change]?.text ?? "", ledger);
  }
}

/**
 * The column of the time before: named so, or the earlier of two years.
 * @param {Cell[]} head
 */
export function earlierColumn(head) {
  const named = head.findIndex(({ text }) => BEFORE.test(text) && !CHANGE.test(text));
  const years = head.map(({ text }) => Number(/20[0-9]{2}(?=年)/.exec(text)?.[0] ?? NaN));
  const [first = NaN, second = NaN, ...others] = years.filter((year) => !Number.isNaN(year));
  return named >= 0 || others.length > 0 || Math.abs(first - second) !== 1 ? named : years.indexOf(Math.min(first, second));
}

/**
 * @param {Entry} now
 * @param {Entry} before
 * @param {Entry} change
 * @param {string} head
 * @param {Ledger} ledger
 */
function holdChange(now, before, change, head, ledger) {
  const { cell, quantity } = change;
  const a = known(now.quantity);
  const b = known(before.quantity);
  const rate = /%|％|幅|率|增长(?!数)/.test(head) || (quantity.unit === "%" && now.quantity.unit !== "%");
  const value = rate ? (now.quantity.value / before.quantity.value - 1) * 100 : now.quantity.value - before.quantity.value;
  const [low, high] = rate ? growth(a, b) : difference(a, b);
  const written = signed(change);
  const expected = /** @type {import("./intervals.js").Interval} */ (written < 0 ? [-high, -low] : [low, high]);
  if (verdict(quantity, expected) === "right" && (written === 0 || Math.sign(written) * value >= 0)) return void ledger.pass("table-change");
  if (rate && Math.abs(now.quantity.value - before.quantity.value - written) < 1e-9) return void ledger.skip("table-change");
  const sum = rate ? `（${now.cell.text}−${before.cell.text}）÷${before.cell.text}=${fixed(value, 2)}%` : `${now.cell.text}−${before.cell.text}=${fixed(value, quantity.decimals)}`;
  const message = `增减与两期的数不符：${sum}，表中写的是${cell.text}。`;
  const same = Math.sign(written) * value >= 0;
  const suggestion = mendedCell(change, value);
  ledger.tell("table-change", { start: cell.start, end: cell.end, message, sum, ...(same && { suggestion }) });
}

/**
 * @param {Table} table
 * @param {Ledger} ledger
 */
function checkCompletion({ rows }, ledger) {
  const [head = []] = rows;
  const rate = head.findIndex(({ text }) => DONE.test(text));
  const plan = head.findIndex(({ text }, at) => at !== rate && PLAN.test(text));
  const done = head.findIndex(({ text }, at) => at !== rate && at !== plan && /完成|实际/.test(text));
  if (rate < 0 || plan < 0 || done < 0) return;
  for (const row of rows.slice(1)) {
    const [a, b, c] = [entry(row[done]), entry(row[plan]), entry(row[rate])];
    if (!a || !b || !c || b.quantity.value <= 0) continue;
    const value = (a.quantity.value / b.quantity.value) * 100;
    const expected = /** @type {const} */ ([value - 1e-9, value + 1e-9]);
    if (verdict(c.quantity, expected) === "right") ledger.pass("completion");
    else {
      const suggestion = mendedCell(c, value);
      const sum = `${a.cell.text}÷${b.cell.text}=${fixed(value, 2)}%`;
      const message = `完成率与计划数、完成数不符：${sum}，表中写的是${c.cell.text}。`;
      ledger.tell("completion", { start: c.cell.start, end: c.cell.end, message, sum, suggestion });
    }
  }
}
