// Headings that end with a mark although they stand on a line of their own.

/** @typedef {import("../types.js").Checker} Checker */
/** @typedef {import("../../prose/types.js").Line} Line */

const MARK = /[。；，、：:;,]$/;
const INSIDE = /[。；，：]/;
const LONGEST = 24;

/** @type {Checker} */
export function headingEnd({ lines }) {
  const numbered = lines.filter(({ number }) => number);
  return numbered.filter((line) => isMarkedHeading(line, numbered)).map(({ end }) => ({
    ...{ start: end - 1, end, suggestion: "" },
    message: "单独成行的标题末尾不用标点",
  }));
}

/**
 * Whether a line is a heading with a mark at its end: those of the same style have none, and something follows.
 * @param {Line} line
 * @param {Line[]} numbered
 */
function isMarkedHeading(line, numbered) {
  const { text, number } = line;
  if (!MARK.test(text) || text.length > LONGEST || INSIDE.test(text.slice(0, -1))) return false;
  const others = numbered.filter((other) => other !== line && other.number?.style === number?.style);
  const bare = others.filter(({ kind }) => kind === "heading").length;
  return bare > 0 && bare * 2 > others.length;
}
