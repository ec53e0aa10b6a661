// Headings that end with a mark although they stand on a line of their own.

/** @typedef {import("../types.js").Checker} Checker */
/** @typedef {import("../../prose/types.js").Line} Line */

const MARK = /[。；，、：:;,]$/;
const INSIDE = /[。；，：]/;
const LONGEST = 24;

/** @type {Checker} */
export function headingEnd({ lines }) {
  const counts = countsOf(lines);
  return lines.filter((line) => isMarkedHeading(line, counts)).map(({ end }) => ({
    ...{ start: end - 1, end, suggestion: "" },
    message: "单独成行的标题末尾不用标点",
  }));
}

/**
 * How many lines have a number of each style, and how many of them are headings.
 * @param {Line[]} lines
 */
function countsOf(lines) {
  /** @type {Map<string, { all: number, bare: number }>} */
  const counts = new Map();
  for (const { number, kind } of lines) {
    if (!number) continue;
    const { all, bare } = counts.get(number.style) ?? { all: 0, bare: 0 };
    counts.set(number.style, { all: all + 1, bare: bare + (kind === "heading" ? 1 : 0) });
  }
  return counts;
}

/**
 * Whether a line is a heading with a mark at its end: most others of the same style have none.
 * @param {Line} line
 * @param {Map<string, { all: number, bare: number }>} counts
 */
function isMarkedHeading({ text, number }, counts) {
  if (!number || !MARK.test(text) || text.length > LONGEST || INSIDE.test(text.slice(0, -1))) return false;
  const { all, bare } = counts.get(number.style) ?? { all: 0, bare: 0 };
  return bare > 0 && bare * 2 > all - 1;
}
