// A block pasted from a spreadsheet: cells by rows and columns, and the fields they go into.

/** @typedef {{path: string, text: string}} Filled */

/**
 * The cells of a text that a spreadsheet has put on the clipboard; quoted ones may hold line ends.
 * @param {string} text
 * @returns {string[][]}
 */
export function cellsOf(text) {
  /** @type {string[][]} */
  const rows = [[]];
  const cell = /(?:"((?:[^"]|"")*)"|([^\t\r\n]*))(\t|\r?\n|$)/gy;
  for (let match = cell.exec(text); match; match = cell.exec(text)) {
    const [whole, quoted, plain = "", end] = match;
    rows[rows.length - 1]?.push(quoted === undefined ? plain : quoted.replaceAll('""', '"'));
    if (end !== "\t" && end) rows.push([]);
    if (end === "" || whole === "") break;
  }
  return rows.filter((row) => row.some((text) => text.trim()));
}

/** Tells whether a pasted text is more than one cell. @param {string[][]} cells */
export function isBlock(cells) {
  return cells.length > 1 || (cells[0]?.length ?? 0) > 1;
}

/**
 * Which field each cell goes into: rows go down the facts from the field where the reader is, the
 * columns across the sides of a series or the fields of a record.
 * @param {string[][]} cells
 * @param {string[]} paths all fields in the order of the form
 * @param {string} start
 * @returns {Filled[]}
 */
export function filled(cells, paths, start) {
  const lines = linesOf(paths);
  const first = lines.findIndex((line) => line.includes(start));
  const offset = lines[first]?.indexOf(start) ?? 0;
  return cells.flatMap((row, index) =>
    row.flatMap((text, column) => {
      const path = lines[first + index]?.[column + offset];
      return path && text.trim() ? [{ path, text }] : [];
    }),
  );
}

/**
 * The fields that stand side by side: the sides of one series, the fields of one record.
 * @param {string[]} paths
 */
function linesOf(paths) {
  /** @type {Map<string, string[]>} */
  const lines = new Map();
  for (const path of paths) {
    const fact = path.replace(/\.\w+$/, "");
    lines.set(fact, [...(lines.get(fact) ?? []), path]);
  }
  return [...lines.values()];
}
