// Times that are mistaken for those of the title: its own year told as an earlier one, another school year.

import { linesAhead } from "../../prose/lines_ahead.js";
import { spanOf } from "../span_of.js";

/** @typedef {import("../types.js").Prose} Prose */
/** @typedef {import("../types.js").Remark} Remark */
/** @typedef {import("../../prose/types.js").Period} Period */

const PLANNED = /(?<!现)将|定[于在]|[排商]定|拟|计划|力争|争取|预计|确保|下一步|打算|准备|安排在/;
const OF_OWN_YEAR = /(?<=[比较与同])(20[0-9]{2})年度?的?(?=[0-9][0-9.,]*[^0-9.,月年—–~～至-])|今年同期(?=[^，。；]{0,6}[0-9])/g; // 与2024年的7305例相比
const OTHER_YEAR = /上年|去年|前年|20[0-9]{2}年/;
const TERM = /本学年[（(](20[0-9]{2})年/g;

/**
 * The sentences that do not tell of what is to come.
 * @param {Prose} prose
 */
export function notAhead({ lines, sentences }) {
  const ahead = linesAhead(lines);
  return sentences.filter(({ line, text }) => !ahead.has(line) && !PLANNED.test(text));
}

/**
 * 与2024年的7305例相比 in a summary of 2024; 门诊120人次，今年同期110人次.
 * @param {Prose} prose
 * @param {Period} period
 * @returns {Remark[]}
 */
export function sameYear(prose, period) {
  return notAhead(prose).flatMap(({ text, start }) =>
    [...text.matchAll(OF_OWN_YEAR)]
      .filter(({ index, 1: year }) => !OTHER_YEAR.test(text.slice(0, index)) && (year === undefined || (Number(year) === period.year && period.kind === "year")))
      .map((match) => ({ ...spanOf(match, start), message: `“${period.label}”的数同“${match[0]}”的比，是同本期相比，请核对年份。` })),
  );
}

/**
 * 本学年（2023年9月至2024年7月） in a summary of 2024—2025学年.
 * @param {Prose} prose
 * @param {Period} period
 * @returns {Remark[]}
 */
export function schoolYears({ text }, period) {
  if (period.kind !== "term") return [];
  return [...text.matchAll(TERM)].filter(([, year]) => Number(year) !== period.year).map((match) => ({ ...spanOf(match), message: `标题写的是“${period.label}”，请核对年份。` }));
}
