// The text of what was copied in Word, WPS or a browser: rows of tables with tabs, numbers of lists kept.

const SKIPPED = "style, script, head, title, del, [style*='mso-element:comment'], .MsoCommentText";
const LINES = new Set(["P", "DIV", "LI", "H1", "H2", "H3", "H4", "H5", "H6", "TR", "BR", "SECTION", "ARTICLE", "UL", "OL", "TABLE"]);
const TABLE = /<table[\s>]/i;

/**
 * The text of a table from the clipboard, with the text around it; empty where plain text will do.
 * @param {string} html
 * @returns {string}
 */
export function pastedText(html) {
  if (!TABLE.test(html)) return "";
  const parsed = new DOMParser().parseFromString(html, "text/html"); // runs and loads nothing
  for (const skipped of parsed.querySelectorAll(SKIPPED)) skipped.remove();
  /** @type {string[]} */
  const lines = [""];
  write(parsed.body, lines);
  return lines.map((line) => line.replace(/^ +| +$/g, "")).join("\n").replace(/\n{3,}/g, "\n\n").trim();
}

/**
 * @param {Node} node
 * @param {string[]} lines the last one is open
 */
function write(node, lines) {
  for (const one of node.childNodes) {
    if (one instanceof Text) lines.push((lines.pop() ?? "") + typed(one.data));
    else if (one instanceof HTMLTableRowElement) writeRow(one, lines);
    else if (one instanceof HTMLElement) writeElement(one, lines);
  }
}

/**
 * Word breaks its lines of HTML anywhere, also between two characters of a word.
 * @param {string} data
 */
function typed(data) {
  return data.replace(/[\r\n\t]+/g, data.trim() ? "" : " ").replaceAll("\u00a0", " ");
}

/**
 * @param {HTMLTableRowElement} row
 * @param {string[]} lines
 */
function writeRow({ cells }, lines) {
  const open = lines.pop() ?? "";
  if (open.trim()) lines.push(open);
  lines.push([...cells].map(cellText).join("\t"), "");
}

/**
 * @param {HTMLElement} element
 * @param {string[]} lines
 */
function writeElement(element, lines) {
  const breaks = LINES.has(element.tagName);
  if (breaks && lines[lines.length - 1]?.trim()) lines.push("");
  write(element, lines);
  if (breaks && lines[lines.length - 1]?.trim()) lines.push("");
}

/** @param {HTMLTableCellElement} cell */
function cellText({ textContent, colSpan }) {
  return textContent.replace(/\s+/g, " ").trim() + "\t".repeat(Math.min(colSpan, 50) - 1);
}
