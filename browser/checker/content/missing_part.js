// A summary without problems, or without plans.

import { wordsOf } from "../parameters.js";
import { headLine, sectionsOf } from "./sections.js";

/** @typedef {import("../types.js").Checker} Checker */

const LONG = 350; // characters: a shorter text may be a part, or a brief
const MANY = 3; // sections
const SUMMARY = /总结|小结|汇报|报告/;

/** @type {Checker} */
export function missingPart(prose, rule, { held }) {
  const { text, lines, title } = prose;
  const words = new RegExp(wordsOf(rule, "words").join("|"));
  const chosen = held?.chosen === true; // then a short text is no part of another
  const line = chosen ? headLine(lines) : lines.find(({ kind }) => kind === "title");
  if (!line || words.test(text.slice(line.end))) return [];
  if (!chosen && (!SUMMARY.test(title) || (text.length < LONG && sectionsOf(prose).length < MANY))) return [];
  return [{ start: line.start, end: line.end, message: `全文没有写${wordsOf(rule, "part").join("")}` }];
}
