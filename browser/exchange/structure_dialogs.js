// The dialogs about a structure: one that was handed down begins a new draft, one that differs from the draft's
// is chosen by hand, and one of the draft's own is handed down.

import { make } from "../page/elements.js";
import { openDialog } from "../page/dialog.js";
import { download } from "../page/download.js";
import { ownWords } from "../library/own_words.js";
import { typedNumbers } from "../library/typed_numbers.js";
import { draftText } from "./draft_file.js";
import { handedDown } from "./handed_down.js";
import { downloadOrTell } from "./lazy_sheet.js";
import { structureKey } from "./structure.js";

/** @typedef {import("../drafts/state.js").State} State */
/** @typedef {import("../library/summary.js").Summary} Summary */

/**
 * Offers to begin a draft with a structure.
 * @param {State} state
 * @param {() => void} begin
 */
export function offerStructure({ content, without }, begin) {
  const { facts = {}, sections = {}, items = {}, texts = {} } = content.own ?? {};
  const counts = Object.entries({
    自加的指标: Object.keys(facts).length,
    自拟的章节: Object.keys(sections).length,
    自加的事项: Object.values(items).flat().length,
    自己写的文字: Object.values(texts).flatMap((places) => Object.keys(places)).length,
    不写的章节: without.length,
  });
  const listed = counts.flatMap(([name, count]) => (count > 0 ? [`${name}${String(count)}处`] : []));
  const labels = Object.values(facts).map(({ label }) => label).join("、");
  const lines = [
    "这个文件里是提纲和自加的内容，没有填数。可以用它新建一份草稿，现在这份原样保留。",
    ...(listed.length > 0 ? [`里面有：${listed.join("、")}。`] : []),
    ...(labels ? [`自加的指标：${labels}。`] : []),
  ];
  openDialog("用下发的结构新建草稿", lines.map((line) => make("p", {}, line)), [["新建草稿", begin]]);
}

/**
 * Asks which structure is to be filled in, the draft's or the one that sheets carry.
 * @param {number} count of other structures
 * @param {() => void} keep
 * @param {() => void} take
 */
export function askStructure(count, keep, take) {
  const several = count > 1;
  const what = several
    ? `这些表里有${String(count)}种提纲和自加的内容，与这份草稿的都不同。`
    : "表里的提纲和自加的内容，与这份草稿的不同：可能导出以后改过，也可能不是从这份草稿导出的。";
  const rest = "只导入数，草稿的提纲不变，名称和单位对得上的填进来，对不上的列出来。";
  /** @type {[string, () => void][]} */
  const taking = several ? [] : [["换成表里的提纲，再导入数", take]];
  openDialog("提纲不同", [make("p", {}, what), make("p", {}, rest)], [["只导入数", keep], ...taking]);
}

/**
 * Hands down the structure of a draft, without figures, as a file or a sheet.
 * @param {Summary} summary
 * @param {State} state
 */
export function openHandDown(summary, state) {
  if (!structureKey(state)) {
    const none = "这份草稿的提纲与范本相同，也没有自加的内容，没有要下发的结构。收数请用“空白收集表”。";
    openDialog("没有要下发的", [make("p", {}, none)], []);
    return;
  }
  const given = handedDown(state);
  const there = summary.with(given, summary.tools);
  const name = `${summary.archetype.short}结构`;
  const intro = "下发的是提纲、章节的取舍次序和自加的内容，不带填写的数。下级单位在填写页“导入文件”，就照它新建草稿。";
  openDialog("把提纲发给下级", [make("p", {}, intro), ...gapsIn(summary, state)], [
    ["下载文件", () => {
      download(`${name}.json`, draftText(summary.archetype, "", given), "application/json;charset=utf-8");
      return false;
    }],
    ["下载Excel表", () => { void downloadOrTell(there, given, name); return false; }],
  ]);
}

/**
 * Which typed numbers are gaps in what is handed down.
 * @param {Summary} summary
 * @param {State} state
 */
function gapsIn({ archetype }, { content }) {
  const found = ownWords(content, archetype.sections).flatMap(({ where, text }) => {
    const numbers = typedNumbers(text);
    return numbers.length > 0 ? [`${where}${numbers.map((number) => `“${number}”`).join("")}`] : [];
  });
  return found.length > 0 ? [make("p", {}, `自己写的文字里的数换成“＿＿”：${found.join("、")}。`)] : [];
}
