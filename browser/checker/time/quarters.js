// Quarters and half years against the months that are told of them: 二季度（1—3月）, 第四季度，护理部于9月组织….

import { monthsOf } from "../../prose/period.js";
import { spanOf } from "../span_of.js";
import { PART } from "./mentions.js";

/** @typedef {import("../types.js").Prose} Prose */
/** @typedef {import("../types.js").Remark} Remark */

export const FROM_TO = "([0-9]{1,2})月?\\s?[-—–~～至]+\\s?([0-9]{1,2})月";
const SPAN = new RegExp(`(?:${PART})[（(](?:20[0-9]{2}年)?${FROM_TO}`, "g");
const FIRST_PART = new RegExp(PART); // of a sentence
// a month behind a quarter
const MONTH = /^(?:[，,]?(?:[^，。；0-9比较至到]{0,12}?[于在])?|[^。；]*其中)([0-9]{1,2})月(?!龄|[底末]?[之以]?前|起|[至到—～-])/;
const WHOLE_PART = /(?<![0-9比较]|[0-9]年)([0-9]{1,2})月?[-—–~～至]+([0-9]{1,2})月(?![0-9])/;
const COMPARED = /上年|去年|同期|[比较]|[高低多少]于/;
const NEAR = 60; // characters behind a quarter in which its months may stand

/**
 * @param {Prose} prose
 * @returns {Remark[]}
 */
export function quarterMonths({ text, sentences }) {
  const named = [...text.matchAll(SPAN)].flatMap((match) => {
    const [written, quarter, half, ...months] = match;
    const meant = monthsOf(0, quarter, half);
    return isOf(months, meant) ? [] : [{ ...spanOf(match), message: told(written.split(/[（(]/)[0] ?? "", meant) }];
  });
  return [...named, ...sentences.flatMap(strayMonths)];
}

/**
 * Months that are not those of the only quarter, or half year, that a sentence names.
 * @param {import("../../prose/types.js").Sentence} sentence
 * @returns {Remark[]}
 */
function strayMonths({ text, start }) {
  const match = FIRST_PART.exec(text);
  if (!match) return [];
  const [written, quarter, half] = match;
  const after = text.slice(match.index + written.length, match.index + written.length + NEAR);
  if (FIRST_PART.test(after) || COMPARED.test(text.slice(0, match.index)) || /^[（(]/.test(after)) return [];
  const meant = monthsOf(0, quarter, half);
  const at = { start: start + match.index, end: start + match.index + written.length };
  return isStray(after, meant) ? [{ ...at, message: told(written, meant) }] : [];
}

/**
 * Whether what follows a quarter tells of another month, or of all months of another quarter.
 * @param {string} after
 * @param {{ first: number, last: number }} meant
 */
function isStray(after, meant) {
  const [, month] = MONTH.exec(after) ?? [];
  if (month !== undefined) return !isWithin(Number(month), meant);
  const span = WHOLE_PART.exec(after);
  if (!span || COMPARED.test(after.slice(0, span.index))) return false;
  const [, from, to] = span;
  const length = Number(to) - Number(from);
  return length === meant.last - meant.first && Number(to) % (length + 1) === 0 && !isOf([from, to], meant);
}

/**
 * @param {number} month
 * @param {{ first: number, last: number }} meant
 */
function isWithin(month, { first, last }) {
  return month - 1 >= first % 12 && month - 1 <= last % 12;
}

/**
 * @param {(string | undefined)[]} months
 * @param {{ first: number, last: number }} meant
 */
function isOf([from, to], { first, last }) {
  return Number(from) === (first % 12) + 1 && Number(to) === (last % 12) + 1;
}

/**
 * @param {string} name
 * @param {{ first: number, last: number }} meant
 */
function told(name, { first, last }) {
  return `${name}是${String((first % 12) + 1)}—${String((last % 12) + 1)}月，请核对。`;
}
