// Reads the cells of a table from the clipboard's HTML, where a merged cell says how many it covers; the
// plain text of Word does not, and its rows would be out of step.

const MOST_COLUMNS = 50;
const TABLE = /<table[\s>]/gi;
const MERGED = /<t[dh][^>]*\s(?:col|row)span=/i;

/**
 * The cells of a single table that has merged ones: each with its text, and what it covers empty; null for
 * anything else.
 * @param {string} html
 * @returns {string[][] | null}
 */
export function cellsOfTable(html) {
  if (html.match(TABLE)?.length !== 1 || !MERGED.test(html)) return null;
  const parsed = new DOMParser().parseFromString(html, "text/html"); // runs and loads nothing
  const rows = [...(parsed.querySelector("table")?.rows ?? [])];
  /** @type {(string | undefined)[][]} */
  const cells = rows.map(() => []);
  for (const [at, { cells: inRow }] of rows.entries()) {
    for (const cell of inRow) cover(cells, at, cell);
  }
  return cells.map((row) => Array.from(row, (text) => text ?? ""));
}

/**
 * Puts a cell at the first free place of its row, and empty ones where it goes on.
 * @param {(string | undefined)[][]} cells
 * @param {number} at
 * @param {HTMLTableCellElement} cell
 */
function cover(cells, at, { textContent, colSpan, rowSpan }) {
  const row = cells[at] ?? [];
  const free = row.findIndex((text) => text === undefined);
  const first = free < 0 ? row.length : free;
  const last = Math.min(first + colSpan, MOST_COLUMNS);
  for (const covered of cells.slice(at, at + rowSpan)) for (let i = first; i < last; i += 1) covered[i] = "";
  if (first < last) row[first] = textContent.replace(/\s+/g, " ").trim();
}
