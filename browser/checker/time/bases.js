// The years that a text gives the names of its own: 上年（2022年） in a summary of 2024.

import { spanOf } from "../span_of.js";

/** @typedef {import("../types.js").Prose} Prose */
/** @typedef {import("../types.js").Remark} Remark */
/** @typedef {import("../../prose/types.js").Period} Period */

const AWAY = /** @type {Record<string, number>} */ ({ 前: -2, 上: -1, 去: -1, 今: 0, 本: 0, 明: 1, 来: 1, 下: 1 });
const CALLED = /([前上去今本明来下])(?:一?年|(学年))(?:度|同期)?”?(?:[（(]即?|[均系]?指)(20[0-9]{2})[年—–~-]/g;

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
