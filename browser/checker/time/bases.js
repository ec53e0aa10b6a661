// The years with which a text compares its own: 上年（2022年） in a summary of 2024, 比2024年 in one of 2024.

import { spanOf } from "../span_of.js";
import { notAhead } from "./mentions.js";

/** @typedef {import("../types.js").Prose} Prose */
/** @typedef {import("../types.js").Remark} Remark */
/** @typedef {import("../../prose/types.js").Period} Period */

const AWAY = /** @type {Record<string, number>} */ ({ 前: -2, 上: -1, 去: -1, 今: 0, 本: 0, 明: 1, 来: 1, 下: 1 });
const CALLED = /([前上去今本明来下])(?:一?年|(学年))(?:度|同期)?”?(?:[（(]即?|[均系]?指)(20[0-9]{2})[年—–~-]/g;
const WHOLE = "(20[0-9]{2})年(?!度?(?:[0-9]{1,2}月|[底末初上下第一二三四计规预目任]))"; // of a year, not of a part
const COMPARED = new RegExp(`(?:(?<![相对])[比较]|[与同和](?=20[0-9]{2}年[^，。；]{0,14}比))${WHOLE}`, "g");
const OTHER_YEAR = /上年|去年|前年|20[0-9]{2}年/;

/**
 * 上年（2022年） where the year before is another.
 * @param {Prose} prose
 * @param {Period} period
 * @returns {Remark[]}
 */
export function misnamedYears({ text }, { kind, year }) {
  return [...text.matchAll(CALLED)].flatMap((match) => {
    const [found, word = "", school, written] = match;
    const meant = year + (AWAY[word] ?? 0);
    if ((school !== undefined) !== (kind === "term") || Number(written) === meant) return [];
    const name = found.replace(/”?[（(均系指].*/, "");
    return [{ ...spanOf(match), message: `这份材料的“${name}”是${String(meant)}年，这里写的是${written ?? ""}年，请核对。` }];
  });
}

/**
 * 与2024年的7305例相比 in a summary of 2024.
 * @param {Prose} prose
 * @param {Period} period
 * @returns {Remark[]}
 */
export function comparedWithItself(prose, { kind, year, label }) {
  if (kind === "term" || kind === "month") return [];
  return notAhead(prose).flatMap(({ text, start }) => {
    const told = [...text.matchAll(COMPARED)].filter(({ index }) => !OTHER_YEAR.test(text.slice(0, index)));
    return told.filter(([, other]) => Number(other) === year).map((match) => ({
      ...spanOf(match, start),
      message: `“${label}”的数同“${match[0]}”的比，是同本期相比，请核对年份。`,
    }));
  });
}
