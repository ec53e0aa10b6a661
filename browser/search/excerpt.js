// Excerpts with the search terms marked.  The results are inserted as HTML, so all text is escaped here.

const BEFORE = 20; // characters
const SHOWN = 90;
/** @type {Record<string, string>} */
const ESCAPES = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };

/**
 * The text as HTML, with every term marked.
 * @param {string} text
 * @param {string[]} terms in lower case
 */
export function marked(text, terms) {
  const longest = [...terms].sort((a, b) => b.length - a.length).map(quoted);
  if (longest.length === 0) return escaped(text);
  return text
    .split(new RegExp(`(${longest.join("|")})`, "giu"))
    .map((part, index) => (index % 2 ? `<mark>${escaped(part)}</mark>` : escaped(part)))
    .join("");
}

/**
 * The part of a text around the first of the terms that it contains, else its beginning, as HTML.
 * @param {string} text
 * @param {string[]} terms in lower case, the most important first
 */
export function excerpt(text, terms) {
  const lower = text.toLowerCase();
  const term = terms.find((each) => lower.includes(each)) ?? "";
  const start = Math.max(0, lower.indexOf(term) - BEFORE);
  const stretch = text.slice(start, start + SHOWN).replace(/^[\p{P}\s]+/u, "");
  const more = start + SHOWN < text.length ? "…" : "";
  return `${start ? "…" : ""}${marked(stretch, terms)}${more}`;
}

/** @param {string} text */
function escaped(text) {
  return text.replace(/[&<>"]/g, (mark) => ESCAPES[mark] ?? "");
}

/** @param {string} text */
function quoted(text) {
  return text.replace(/[$()*+.?[\\\]^{|}]/g, "\\$&");
}
