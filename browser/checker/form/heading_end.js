// Headings that end with a mark although they stand on a line of their own.

import { leads, outlined } from "../outline.js";

/** @typedef {import("../types.js").Checker} Checker */
/** @typedef {import("../../prose/types.js").Line} Line */

const MARK = /[。；，、：:;,]$/;
const INSIDE = /[。；：]/;
const LONGEST = 24;

/** @type {Checker} */
export function headingEnd(prose) {
  const lines = outlined(prose.lines);
  const heads = lines.filter((line, index) => line.number && leads(lines, index));
  return heads.filter((line) => isMarked(line) && othersAreBare(line, heads)).map(({ end }) => ({
    ...{ start: end - 1, end, suggestion: "" },
    message: "单独成行的标题末尾不用标点",
  }));
}

/** @param {Line} line */
function isMarked({ text }) {
  return MARK.test(text) && text.length <= LONGEST && !INSIDE.test(text.slice(0, -1));
}

/**
 * Whether most others that are numbered in the same way have no mark at their end.
 * @param {Line} line
 * @param {Line[]} heads
 */
function othersAreBare(line, heads) {
  const others = heads.filter((one) => one !== line && one.number?.style === line.number?.style);
  return others.length > 0 && others.filter(({ text }) => !MARK.test(text)).length * 2 > others.length;
}
