// How the keys lead from cell to cell of the table: Enter and the arrows down a column, and across at the ends of
// a cell's text; Escape gives back what was there.

import { all } from "../page/elements.js";
import { isComposed } from "./field.js";

/** @typedef {HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement} Control */

/**
 * Handles a key in a cell, or on the name of an indicator; tells whether it was for the table.
 * @param {KeyboardEvent} event
 * @param {HTMLElement} table
 */
export function moveByKey(event, table) {
  const { key, shiftKey, ctrlKey, metaKey, altKey, target } = event;
  if (isComposed(event) || ctrlKey || metaKey || altKey || !(target instanceof HTMLElement)) return false;
  const isButton = target.matches(BUTTONS.join());
  if (!isButton && target.dataset["column"] === undefined) return false;
  const down = key === "Enter" && !isButton ? (shiftKey ? -1 : 1) : steps(DOWN, key);
  const across = steps(ACROSS, key);
  if (shiftKey && key !== "Enter") return false;
  if (!isButton && key !== "Enter" && !isAtEnd(/** @type {Control} */ (target), down, across)) return false;
  const next = down ? inColumn(target, table, down, key === "Enter") : across ? inRow(target, across) : undefined;
  if (next) enter(next);
  return down !== 0 || next !== undefined;
}

const BUTTONS = [".table-label", ".table-drop"]; // of a row, which the arrows lead to as to cells
const DOWN = { ArrowDown: 1, ArrowUp: -1 };
const ACROSS = { ArrowRight: 1, ArrowLeft: -1 };

/**
 * @param {Record<string, number>} table
 * @param {string} key
 */
function steps(table, key) {
  return table[key] ?? 0;
}

/**
 * Tells whether an arrow would lead out of a cell's text; a choice keeps those that change it.
 * @param {Control} control
 * @param {number} down
 * @param {number} across
 */
export function isAtEnd(control, down, across) {
  if (control instanceof HTMLSelectElement) return down === 0;
  const { selectionStart: start, selectionEnd: end, value } = control;
  if (down !== 0 && control instanceof HTMLInputElement) return true;
  return down + across < 0 ? start === 0 : end === value.length;
}

/**
 * The next cell of a column, or the next button of its kind; after the last record of a list, by Enter, what adds one.
 * @param {HTMLElement} from
 * @param {HTMLElement} table
 * @param {number} by
 * @param {boolean} isAsked whether cells are left out that need no figure
 */
function inColumn(from, table, by, isAsked) {
  const { column } = from.dataset;
  const kind = BUTTONS.find((one) => from.matches(one)) ?? `[data-column="${String(column)}"]`;
  const cells = all(kind, table)
    .filter((cell) => cell === from || (isShown(cell) && !(isAsked && cell.matches(".table-rate"))));
  const next = cells[cells.indexOf(from) + by];
  return next ?? (isAsked && by > 0 ? all("button[data-path]", from.closest(".table-list") ?? from)[0] : undefined);
}

/**
 * The next cell of a row, the name of its indicator being the first.
 * @param {HTMLElement} from
 * @param {number} by
 */
function inRow(from, by) {
  const row = from.closest("tr");
  const cells = row ? all([...BUTTONS, "[data-column]"].join(), row).filter(isShown) : [];
  return cells[cells.indexOf(from) + by];
}

/** @param {HTMLElement} element */
export function isShown(element) {
  return element.offsetParent !== null;
}

/**
 * Goes to a cell; what is typed there replaces what it has.
 * @param {HTMLElement} cell
 */
export function enter(cell) {
  cell.focus();
  if (cell instanceof HTMLInputElement || cell instanceof HTMLTextAreaElement) cell.select();
}
