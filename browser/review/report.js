// The report to print: what was found, with the lines it stands in, and what was set aside.

import { make } from "../page/elements.js";
import { LEVELS, ORDER } from "../checker/levels.js";
import { context } from "./finding_item.js";
import { lineAt } from "./line_at.js";

/** @typedef {import("../checker/types.js").Finding} Finding */
/** @typedef {{ name: string, text: string, findings: Finding[], dismissed: number, summary: string }} Reported */

const HEADS = ["行", "轻重", "原文", "问题和依据", "建议"];

/**
 * @param {Reported} reported
 * @returns {HTMLElement}
 */
export function report({ name, text, findings, dismissed, summary }) {
  const sorted = [...findings].sort((a, b) => ORDER.indexOf(a.level) - ORDER.indexOf(b.level) || a.start - b.start);
  const rows = sorted.map((finding) => row(finding, text));
  const head = make("tr", {}, ...HEADS.map((label) => make("th", { scope: "col" }, label)));
  const title = name || (/\S[^\n]*/.exec(text)?.[0].trim().slice(0, 60) ?? "");
  const aside = dismissed > 0 ? `；另有${String(dismissed)}条由检查人忽略，没有列出` : "";
  return make(
    "section",
    { class: "proof-report" },
    make("h1", {}, "文稿检查报告"),
    make("p", {}, `文稿：${title}`),
    make("p", {}, `检查日期：${today()}`),
    make("p", {}, `${summary}${aside}`),
    findings.length > 0 ? make("table", {}, make("thead", {}, head), make("tbody", {}, ...rows)) : null,
    make("p", { class: "proof-report-note" }, "本报告由网页按规则自动生成，只核文稿内部是否一致、是否合规，不核数字是否属实。"),
  );
}

/**
 * @param {Finding} finding
 * @param {string} text
 */
function row(finding, text) {
  const { level, start, message, why, source, sum, suggestion } = finding;
  const reasons = [message, sum && !message.includes(sum) ? `算式：${sum}` : "", why, source ? `依据：${source}` : ""];
  const mended = suggestion === undefined ? "" : suggestion || "删去";
  return make(
    "tr",
    {},
    make("td", {}, String(lineAt(text, start))),
    make("td", {}, LEVELS[level]),
    make("td", {}, ...context(finding, text)),
    make("td", {}, ...reasons.filter(Boolean).map((reason) => make("div", {}, reason))),
    make("td", {}, mended),
  );
}

function today() {
  const now = new Date();
  return `${String(now.getFullYear())}年${String(now.getMonth() + 1)}月${String(now.getDate())}日`;
}
