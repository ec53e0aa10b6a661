// What the menu 更多 offers, each with what it does; it is loaded when the menu is first opened.

import { actionGroups } from "./action_menu.js";
import { openClearing } from "./clearing.js";
import { downloadBlank, downloadFilled, handDown, splitSheet } from "./collection_sheets.js";
import { openBin, openVersions, removeDraft, renameDraft } from "./draft_care.js";
import { emptyDraft, fillExample, importChosen, rollForward } from "./draft_sources.js";
import { loadOrTell } from "../page/lazy_dialog.js";
import { loadReview } from "./lazy_review.js";
import { manageUnits } from "./unit_offer.js";

/** @typedef {import("./toolbar.js").Toolbar} Toolbar */
/** @typedef {import("./action_menu.js").Action} Action */

const DRAWN = {
  question: "M4 4h16v12H10l-4 4v-4H4zM10 8a2 2 0 1 1 2 3v1M12 14v.5",
  held: "M4 4h10v14H4zM7 8h4M7 12h4M14 10l2 2 5-5M17 16h3v4H9",
  onward: "M4 6h8v12H4zM15 12h6M18 9l3 3-3 3",
  example: "M5 4h14v16H5zM8 9l2 2 4-4M8 15h8",
  archetype: "M4 5h7v15H4zM13 5h7v15h-7zM6 9h3M15 9h3",
  empty: "M5 4h14v16H5zM9 9l6 6M15 9l-6 6",
  out: "M12 15V4M8 8l4-4 4 4M5 14v6h14v-6",
  into: "M12 4v11M8 11l4 4 4-4M5 14v6h14v-6",
  sheet: "M4 5h16v14H4zM4 10h16M10 5v14M13 14h4",
  blankSheet: "M4 5h16v14H4zM4 10h16M10 5v14",
  sheets: "M3 4h11v9H3zM10 13v7h11v-9h-7M3 8h11M10 16h11",
  structure: "M9 3h6v5H9zM3 16h6v5H3zM15 16h6v5h-6zM12 8v4M6 16v-4h12v4",
  fresh: "M6 3h9l4 4v14H6zM12 10v7M9 13.5h6",
  rename: "M4 20l1-4L16 5l3 3L8 19zM14 7l3 3",
  before: "M4 12a8 8 0 1 0 3-6M4 4v4h4M12 8v4l3 2",
  bin: "M5 7h14M9 7V4h6v3M7 7l1 13h8l1-13M10 11v5M14 11v5",
  back: "M5 10h14l-1 10H6zM12 17v-5M9.5 14l2.5-2.5 2.5 2.5M8 6h8",
  unit: "M5 21V6l7-3 7 3v15M3 21h18M9 9h1M14 9h1M9 13h1M14 13h1M11 21v-4h2v4",
  clear: "M12 3l8 3v6c0 5-4 8-8 9-4-1-8-4-8-9V6zM9 9l6 6M15 9l-6 6",
};

/**
 * The groups of the menu.
 * @param {Toolbar} toolbar
 */
export function moreGroups({ list, page }) {
  return actionGroups({ 文稿: textActions(page), 文件: fileActions(page, list), 草稿: draftActions(page, list) });
}

/**
 * @param {Toolbar["page"]} page
 * @returns {Action[]}
 */
function textActions(page) {
  const examples = page.archetype.examples.map((example) => ({
    label: `用示例填写：${example.name}`,
    line: "填进这一家的内容，看成稿是什么样",
    drawn: DRAWN.example,
    act: () => fillExample(page, example),
  }));
  const archetype = `../archetypes/${page.archetype.id}.html`;
  return [
    { label: "读者会问", line: "看的人会追问什么，哪里还没有回答", drawn: DRAWN.question, act: () => page.review.ask() },
    { label: "对照本稿数据核对一段文字", line: "别人或写作工具改过的稿子，数还是不是本稿的", drawn: DRAWN.held, act: () => holdText(page) },
    { label: "写下一期", line: "照这份另建草稿，上期的数先填好", drawn: DRAWN.onward, act: () => rollForward(page) },
    ...examples,
    { label: "看范本", line: "结构、批注和范文", drawn: DRAWN.archetype, act: () => { window.location.assign(archetype); } },
    { label: "清空已填内容", line: "这份草稿回到空白，可以撤销", drawn: DRAWN.empty, act: () => emptyDraft(page) },
  ];
}

/** @param {Toolbar["page"]} page */
async function holdText(page) {
  const bundle = await loadOrTell("没有打开", loadReview);
  bundle?.openHeldText(page);
}

/**
 * @param {Toolbar["page"]} page
 * @param {Toolbar["list"]} list
 * @returns {Action[]}
 */
function fileActions(page, list) {
  return [
    { label: "导出文件", line: "存成文件，换电脑或交给同事接着填", drawn: DRAWN.out, act: () => { list.export(); } },
    { label: "导入文件", line: "读入存下的文件，或者填好的表", drawn: DRAWN.into, act: () => { importChosen(page); } },
    { label: "导出收集表（Excel）", line: "已经填的数带在表里", drawn: DRAWN.sheet, act: () => downloadFilled(page) },
    { label: "空白收集表（Excel）", line: "只列指标，发给别人填数", drawn: DRAWN.blankSheet, act: () => downloadBlank(page) },
    { label: "分科室收集表（Excel）", line: "每个科室一张，只列它要报的", drawn: DRAWN.sheets, act: () => splitSheet(page) },
    { label: "把提纲发给下级", line: "章节和自加的指标，不带数，下级照样填", drawn: DRAWN.structure, act: () => handDown(page) },
  ];
}

/**
 * @param {Toolbar["page"]} page
 * @param {Toolbar["list"]} list
 * @returns {Action[]}
 */
function draftActions(page, list) {
  return [
    { label: "新建草稿", line: "另起一份空的，这一份还在", drawn: DRAWN.fresh, act: () => list.create() },
    { label: "改草稿名称", line: "几份草稿靠名称分清", drawn: DRAWN.rename, act: () => { renameDraft(list); } },
    { label: "恢复以前的内容", line: "找回导入、清空以前的样子", drawn: DRAWN.before, act: () => openVersions(list) },
    { label: "删除这份草稿", line: "先不彻底删，还能找回", drawn: DRAWN.bin, act: () => removeDraft(list) },
    { label: "已删除的草稿", line: "找回来，或者彻底删除", drawn: DRAWN.back, act: () => { openBin(list); } },
    { label: "单位资料", line: "存下单位名称等，下次直接用", drawn: DRAWN.unit, act: () => { manageUnits(page); } },
    { label: "清除本机数据", line: "公用的电脑，用完清掉全部草稿", drawn: DRAWN.clear, act: () => { openClearing(list.switcher); } },
  ];
}
