// Which value stands above or below one on the text: of a list in the next record, of a table in the next row.

import { all } from "../page/elements.js";
import { recordsOf } from "../drafts/list_records.js";
import { parsePath } from "../facts/paths.js";
import { pathsOf } from "../preview/live_text.js";

const TYPED = "[data-facts]:not(.fact--computed)";

/**
 * The path of the value in the row above or below, and its figure where the text has several; undefined where there
 * is no such row.
 * @param {string} path
 * @param {Element | undefined} figure of the path
 * @param {import("../schema/types.js").Facts} facts
 * @param {-1 | 1} by
 * @returns {{path: string, figure?: HTMLElement} | undefined}
 */
export function inNextRow(path, figure, facts, by) {
  const { name, row, part } = parsePath(path);
  if (row < 0) return inNextCell(figure, by);
  const isThere = row + by >= 0 && row + by < recordsOf(facts, name).length;
  return isThere ? { path: `${name}[${String(row + by)}].${part}` } : undefined;
}

/**
 * @param {Element | undefined} figure
 * @param {-1 | 1} by
 */
function inNextCell(figure, by) {
  const cell = figure?.closest("td");
  const rows = [...(cell?.closest("table")?.rows ?? [])];
  const here = rows.findIndex((row) => row === cell?.parentElement);
  const onward = by > 0 ? rows.slice(here + 1) : rows.slice(0, Math.max(here, 0)).reverse();
  const below = onward.flatMap((row) => row.cells[cell?.cellIndex ?? 0] ?? []);
  const [next] = below.flatMap((one) => all(TYPED, one));
  const [path] = next ? pathsOf(next) : [];
  return next && path ? { path, figure: next } : undefined;
}
