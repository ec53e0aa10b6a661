// Figures of the text against the cells of its tables whose row and column they name: 九年级近视率65.66%.

import { likeness, tellingDigits } from "./chance.js";
import { digitsLike, isRight, known, timesApart } from "./intervals.js";
import { entry, TOTAL } from "./table_cells.js";
import { ANY_RATE } from "./told.js";

/** @typedef {import("./ledger.js").Ledger} Ledger */
/** @typedef {import("./table_cells.js").Entry} Entry */
/** @typedef {import("../../prose/types.js").Prose} Prose */
/** @typedef {import("./told.js").Told} Told */
/**
 * A cell with the name of its row, which is empty of a total, and of its column.
 * @typedef {{ one: Entry, row: string, column: string }} Named
 */

const BEFORE = /上[年期季月]|去年|同期|增|减|序号|排名/;
const RATE = /率|占|％|%|‰|比例/;
const SHARE = /占|比例|比重/;
const OF_ITS_OWN = /^(?:下[设属]|所属|的[^，。；]+的)/; // 内科系统下设的老年病区
const NEAR = 1.3; // how many times a figure may be a cell and still be the same
const [RARE, SELDOM] = [0.0002, 0.05]; // chances that a figure looks like a cell, mistyped
const GENERAL = /数|量|人次|人|例|总|平均|（.*|\(.*/g; // stands in the head of any column
const FEWEST = 2; // digits

/**
 * @param {Prose} prose
 * @param {Told[]} told
 * @param {Ledger} ledger
 */
export function checkCells({ tables, sentences }, told, ledger) {
  for (const table of tables) {
    const cells = cellsOf(table.rows);
    const labels = new Set(cells.map(({ row }) => row).filter((row) => row !== ""));
    for (const one of told.filter(isHeld)) {
      if (cells.some((cell) => isCell(one, cell))) continue;
      const sentence = sentences[one.sentence];
      const words = (sentence?.text.slice(0, one.start - sentence.start) ?? "").replace(/^.*[；。]/s, "");
      const row =
        [...labels]
          .filter((label) => words.includes(label) && !OF_ITS_OWN.test(words.slice(words.lastIndexOf(label) + label.length)))
          .sort((a, b) => words.lastIndexOf(a) - words.lastIndexOf(b))
          .at(-1) ?? "";
      const odd = cells.find((cell) => cell.row === row && isOdd(one, cell, row === "" ? one.clause : words));
      if (odd) tellCell(odd.one, one, ledger);
    }
  }
}

/**
 * The cells of a table that hold numbers of the time that it tells of.
 * @param {import("../../prose/types.js").Cell[][]} rows
 * @returns {Named[]}
 */
function cellsOf([head = [], ...rows]) {
  return rows.flatMap(([label, ...cells]) =>
    cells.flatMap((cell, at) => {
      const [one, column] = [entry(cell), head[at + 1]?.text ?? ""];
      const row = label?.text ?? "";
      return one && row.length > 1 && !BEFORE.test(column + row) ? [{ one, row: TOTAL.test(row) ? "" : row, column }] : [];
    }),
  );
}

/** @param {Told} one */
function isHeld({ kind, quantity }) {
  return ["value", "share", "per"].includes(kind) && tellingDigits(quantity.written) >= FEWEST;
}

/**
 * The number of a cell in the scale of a figure: 万元 may stand in the head of its column.
 * @param {Told} figure
 * @param {Named} cell
 */
function scaled({ quantity }, { one }) {
  const { value } = one.quantity;
  return timesApart(value, quantity.value) < timesApart(value * quantity.scale, quantity.value) ? value : value * quantity.scale;
}

/**
 * @param {Told} figure
 * @param {Named} cell
 */
function isCell(figure, cell) {
  const value = scaled(figure, cell);
  return isRight(figure.quantity, known({ ...cell.one.quantity, value }));
}

/**
 * Whether a figure has the name of a cell and a number near to it, or looks like it mistyped.
 * @param {Told} figure
 * @param {Named} cell
 * @param {string} words those that may name its row and column
 */
function isOdd(figure, cell, words) {
  const { after, quantity } = figure;
  const isRate = RATE.test(cell.column) || cell.one.quantity.unit === "%";
  const value = scaled(figure, cell);
  if (SHARE.test(figure.clause) && !SHARE.test(cell.column)) return false;
  if (cell.row === "" && ANY_RATE.test(cell.column)) return false;
  if (isRate !== (quantity.unit === "%") || value <= 0 || timesApart(value, quantity.value) > 3) return false;
  const name = cell.column.replace(GENERAL, "");
  const isColumnNamed = Array.from(name).some((_, at) => at > 0 && (words + after.slice(0, 6)).includes(name.slice(at - 1, at + 1)));
  const chance = likeness(quantity.written, digitsLike(value, quantity));
  return chance < (isColumnNamed ? SELDOM : RARE) || (isColumnNamed && cell.row !== "" && timesApart(value, quantity.value) < NEAR);
}

/**
 * @param {Entry} entry
 * @param {Told} told
 * @param {Ledger} ledger
 */
function tellCell({ cell }, { start, end, quantity }, ledger) {
  ledger.tellOnce("same-indicator", {
    start,
    end,
    message: `表中写的是${cell.text}，这里写的是${quantity.written}，请核对。`,
    level: "warning",
  });
}
