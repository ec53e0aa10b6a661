// 截止 before a day says that something ends; up to a day is 截至.

import { spanOf } from "../span_of.js";

/** @typedef {import("../types.js").Remark} Remark */

const TIME = "[0-9]{4}\\s?年|[0-9]{1,2}\\s?[月日]|[今本]年|[本年月]底|本月|目前|当前|现在|季度末|上半年|学期末|[一二三四]季度|[一二三四五六七八九十]{1,2}月";
const UP_TO = new RegExp(`截止(?:到|至|于)?(?=\\s?(?:${TIME}))`, "g"); // not 截止时间, 报名截止

/**
 * @param {import("../types.js").Prose} prose
 * @returns {Remark[]}
 */
export function deadline({ text }) {
  return [...text.matchAll(UP_TO)].map((match) => ({
    ...spanOf(match),
    message: "“截止”是到期停止；说统计到哪一天，用“截至”。",
    suggestion: "截至",
  }));
}
