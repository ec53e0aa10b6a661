// Reads tables: lines that follow each other with cells between tabs or bars.

/** @typedef {import("./types.js").Line} Line */
/** @typedef {import("./types.js").Cell} Cell */
/** @typedef {import("./types.js").Table} Table */

const RULE = /^[\s|:-]+$/; // under the head of a table in Markdown

/**
 * @param {string} text
 * @param {Line[]} lines
 * @returns {Table[]}
 */
export function readTables(text, lines) {
  /** @type {Table[]} */
  const tables = [];
  let last = -2;
  lines.forEach((line, index) => {
    if (line.kind !== "row") return;
    if (last !== index - 1) tables.push({ start: line.start, end: line.end, rows: [] });
    last = index;
    const table = /** @type {Table} */ (tables.at(-1));
    table.end = line.end;
    if (!RULE.test(line.text)) table.rows.push(cells(text, line));
  });
  return tables.filter(({ rows }) => rows.length > 1);
}

/**
 * @param {string} text
 * @param {Line} line
 * @returns {Cell[]}
 */
function cells(text, line) {
  const bars = line.text.trim().startsWith("|");
  const start = bars ? text.indexOf("|", line.start) + 1 : line.start;
  const end = bars ? text.lastIndexOf("|", line.end - 1) : line.end;
  let at = start;
  return text
    .slice(start, end)
    .split(bars ? "|" : "\t")
    .map((raw) => {
      const words = raw.trim();
      const from = at + raw.indexOf(words);
      at += raw.length + 1;
      return { start: from, end: from + words.length, text: words };
    });
}
