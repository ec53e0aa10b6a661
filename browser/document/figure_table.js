// A table of figures within a text: 指标, 单位, 本期, 上期, 增减; mirrors macros/document/figure_table.py.
// Its cells are runs, so that blanks and formulas work in it as in a sentence.

import table from "../../macros/document/figure_table.json" with { type: "json" };
import { change } from "../figures/comparisons.js";
import { Figure, MARK, printedUnit, Series, WHOLE } from "../figures/values.js";
import { block, cellText, withoutBidiControls } from "./document.js";

/** @typedef {import("../schema/types.js").Block} Block */
/** @typedef {import("../schema/types.js").Run} Run */
/** @typedef {import("../figures/values.js").Value} Value */

/**
 * A fact with its name and unit; one that `compares` can have a figure of last period.
 * @typedef {{label: string, unit: string, value: Value | Series, compares: boolean}} FigureRow
 */

export const HEADS = table.heads;
export const NONE = table.none; // where there can be no figure

/**
 * The table of some facts.  本期 always stands, 上期 and 增减 where a row has them.
 * @param {FigureRow[]} rows
 * @param {string} section
 * @returns {Block}
 */
export function figureTable(rows, section) {
  const compared = rows.map(comparedWith).find(Boolean);
  const last = compared ? [compared, HEADS.change] : [];
  const head = [HEADS.label, HEADS.unit, HEADS.now, ...last].map(textCell);
  const cells = [head, ...rows.map((row) => cellsOf(row, last.length > 0))];
  return { ...block("table", [], { section }), rows: cells };
}

/**
 * Tells whether a table is one of figures, which begins with their names and units.
 * @param {Run[][]} head
 */
export function showsFigures([label = [], unit = []]) {
  return cellText(label) === HEADS.label && cellText(unit) === HEADS.unit;
}

/**
 * What a row calls the period it is compared with; empty when it has no figure of it.
 * @param {FigureRow} row
 */
function comparedWith({ value, compares }) {
  return compares && value instanceof Series && value.last.known ? value.comparedWith : "";
}

/**
 * A row that says — and not a blank where nobody has given last period's figure; so a template's
 * table goes on as its sentences do, which then do not compare.
 * @param {FigureRow} row
 * @returns {FigureRow}
 */
export function asKnown(row) {
  return { ...row, compares: comparedWith(row) !== "" };
}

/**
 * @param {FigureRow} row
 * @param {boolean} compared
 * @returns {Run[][]}
 */
function cellsOf({ label, unit, value, compares }, compared) {
  const now = value instanceof Series ? value.now : value;
  const shown = now instanceof Figure ? now.shownUnit : unit;
  const cells = [labelCell(label, now), textCell(shown || NONE), valueCell(now, shown)];
  if (!compared) return cells;
  if (!compares || !(value instanceof Series)) return [...cells, textCell(NONE), textCell(NONE)];
  return [...cells, valueCell(value.last, shown), valueCell(change(value), shown)];
}

/**
 * The name; behind that of a share the counts that it is made of.
 * @param {string} label
 * @param {Value} now
 * @returns {Run[]}
 */
function labelCell(label, now) {
  if (!(now instanceof Figure)) return textCell(label);
  const named = textCell(label + now.asOf);
  if (!now.counts) return named;
  const [part, whole] = now.counts;
  const { facts, formula } = now;
  return [...named, { text: `（${part.operand}/${whole.operand}）`, facts, formula }];
}

/** @param {string} text */
export function textCell(text) {
  return [{ text: withoutBidiControls(text) }];
}

/**
 * A cell with a value without its unit; what nobody has given is a blank.
 * @param {Value} value
 * @param {string} unit
 */
function valueCell(value, unit) {
  const { facts, formula, known } = value;
  /** @type {Run} */
  const run = { text: withoutBidiControls(known ? withoutUnit(aligned(value), unit) : MARK) };
  if (facts.length > 0) run.facts = facts;
  if (formula) run.formula = formula;
  if (!known) run.blank = true;
  return [run];
}

/**
 * The text; what was rounded has all its decimals, 73.00 beside 70.01, but 100 is 100: none and all are counted,
 * and what was entered stays as it was.
 * @param {Value} value
 */
function aligned(value) {
  const rounded = value instanceof Figure && value.formula && !value.bound;
  if (!rounded || !value.number.sign || value.number.compare(WHOLE[value.unit] ?? 0) === 0) return value.text;
  return value.withDigits(value.number.plain);
}

/**
 * A figure's text without its unit, which another column has.
 * @param {string} text
 * @param {string} unit
 */
export function withoutUnit(text, unit) {
  const end = printedUnit(unit);
  return end && text.endsWith(end) ? text.slice(0, -end.length) : text;
}
