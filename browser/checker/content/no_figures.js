// A whole summary that tells no figures: nothing in it can be counted.

/** @typedef {import("../types.js").Checker} Checker */

const LONG = 500; // characters: a shorter text may be a part, or a brief
const MOST = 1; // figures that such a text may have by the way
const SUMMARY = /总结|小结|汇报|报告/;

/** @type {Checker} */
export function noFigures({ text, lines, title, quantities }) {
  const line = lines.find(({ kind }) => kind === "title");
  if (!line || !SUMMARY.test(title) || text.length < LONG) return [];
  if (quantities.filter(({ unit }) => unit !== "").length > MOST) return [];
  return [{ start: line.start, end: line.end, message: "全文几乎没有数据" }];
}
