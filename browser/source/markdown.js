// Reads Markdown as the text that it prints: no signs of headings, lists, tables and emphasis.

const FENCE = /^ {0,3}(?:```|~~~)/;
const RULE = /^ {0,3}(?:[-*_] *){3,}$/;
const TABLE_RULE = /^(?=[^|]*\|)(?=[^-]*-)[\s|:-]+$/;
const HEAD = /^ {0,3}(?:#{1,6}[ \t]+|>[ \t]?|[-*+][ \t]+(?:\[[ xX]\][ \t]+)?)+/;
const CLOSING = /(?<![ \t])[ \t]+#+[ \t]*$/;
const UNDERLINE = /^ {0,3}(?:=+|-+)[ \t]*$/;
const FRONT_MATTER = /^---\n[^]*?\n---(?:\n|$)/;
const COMMENT = /<!--(?:(?!<!--)[^])*?-->/g;
const ESCAPED = /\\([\\`*_{}[\]()#+\-.!|<>~&:=^])/g;
const HELD = "\ue000"; // stands for a sign that was escaped while the others are taken out
/** @type {[RegExp, string][]} */
const INLINE = [
  [/!?\[([^[\]\n]*)\]\([^()\n]*\)/g, "$1"], // links and pictures
  [/(\*\*|__|~~)(?=\S)([^\n]*?\S)\1/g, "$2"],
  [/(^|[^*\w])\*(?=\S)([^*\n]*[^*\s])\*(?![*\w])/g, "$1$2"],
  [/`([^`\n]+)`/g, "$1"],
  [/<\/?[a-z][^<>\n]{0,200}>/gi, ""],
  [/&nbsp;/g, " "],
];

/**
 * @param {string} text
 * @returns {string}
 */
export function markdownText(text) {
  const body = text.replace(FRONT_MATTER, "").replace(COMMENT, "");
  /** @type {string[]} */
  const lines = [];
  for (const line of body.split("\n")) {
    const last = lines[lines.length - 1] ?? "";
    if (FENCE.test(line) || RULE.test(line) || TABLE_RULE.test(line) || (last && UNDERLINE.test(line))) continue;
    lines.push(plain(line));
  }
  return joined(lines).trim();
}

/** @param {string} line */
function plain(line) {
  /** @type {string[]} */
  const escaped = [];
  const held = line.trimEnd().replace(ESCAPED, (_, sign) => {
    escaped.push(String(sign));
    return HELD;
  });
  const inner = held.replace(HEAD, "").replace(CLOSING, "");
  const clean = INLINE.reduce((found, [pattern, by]) => found.replace(pattern, by), cells(inner));
  return clean.replaceAll(HELD, () => escaped.shift() ?? "");
}

/**
 * A row of a table with tabs.
 * @param {string} line
 */
function cells(line) {
  const row = /^\s*\|(.*)\|\s*$/.exec(line)?.[1];
  return row === undefined ? line : row.split("|").map((cell) => cell.trim()).join("\t");
}

/**
 * Leaves one empty line of several.
 * @param {string[]} lines
 */
function joined(lines) {
  return lines.filter((line, at) => line || lines[at - 1]).join("\n");
}
