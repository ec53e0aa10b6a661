// The body of the dialog 核对: what looks wrong, and all figures, each with a button to its field.

import { make } from "../page/elements.js";
import { makeButton } from "../page/button.js";
import { figureLines } from "../output/appendix.js";
import { factOf } from "../facts/paths.js";
import { warnings } from "./review.js";

/** @typedef {import("../drafts/state.js").State} State */

/**
 * @param {State} state
 * @param {import("./live_document.js").LiveDocument} live
 * @param {(path: string) => void} goTo
 */
export function reviewBody(state, live, goTo) {
  const edited = live.blocks.filter((block) => block.edit);
  const found = warnings(live.summary, state, edited, live.unused);
  const items = found.map(({ path, what }) => make("li", {}, what, path ? backButton(path, goTo) : ""));
  const paragraph = (/** @type {string[]} */ paths, /** @type {string} */ what) => {
    const ways = paths.map((path) => backButton(path, goTo, live.summary.specs[path]?.label));
    return ways.length > 0 ? [make("li", {}, `${what}（${String(ways.length)}项）：`, ...ways)] : [];
  };
  items.push(...paragraph(live.carried, "沿用的，还没有核对"));
  const count = found.length + live.carried.length + live.orphaned.length;
  const head = count > 0 ? `有${String(count)}处要看一看：` : "没有发现问题。";
  const list = make("ul", { class: "review-warnings" }, ...items);
  const lost = live.orphaned.map((edit) => make("p", {}, `有一段手改的文字已无处可放：${edit.text}`));
  return make("div", {}, make("p", {}, head), list, ...lost, figureTable(state, live, goTo));
}

/**
 * @param {State} state
 * @param {import("./live_document.js").LiveDocument} live
 * @param {(path: string) => void} goTo
 */
function figureTable(state, live, goTo) {
  const head = ["指标", "上期", "本期", "变化", "计划", "算式", "改"];
  const titles = head.map((text) => make("th", { scope: "col" }, text));
  const lines = inOrderOf(live, figureLines(live.summary, state.facts));
  const rows = lines.map((line) => {
    const cells = [line.last, line.now, line.change, line.plan, line.formula];
    const name = make("th", { scope: "row" }, line.label);
    const way = make("td", {}, line.formula ? "" : backButton(line.path, goTo));
    const data = cells.map((text, at) => make("td", { "data-title": head[at + 1] ?? "" }, text));
    return make("tr", {}, name, ...data, way);
  });
  const caption = make("caption", {}, "全部数字，请逐项与报表核对");
  const table = make("table", { class: "review-figures" }, caption, make("thead", {}, make("tr", {}, ...titles)));
  table.append(make("tbody", {}, ...rows));
  return table;
}

/**
 * The figures in the order of the text; a computed one comes after its parts.
 * @param {import("./live_document.js").LiveDocument} live
 * @param {import("../output/appendix.js").FigureLine[]} lines
 */
function inOrderOf({ blocks, summary }, lines) {
  const order = [...new Set(blocks.flatMap((block) => block.sources.map(factOf)))];
  const place = (/** @type {string} */ path) => {
    const { numerator, sum_of: parts = [] } = summary.specs[path] ?? {};
    const at = order.indexOf(numerator ?? parts[0] ?? path);
    return at < 0 ? order.length : at;
  };
  return [...lines].sort((a, b) => place(a.path) - place(b.path));
}

/**
 * @param {string} path
 * @param {(path: string) => void} goTo
 * @param {string} [label]
 */
function backButton(path, goTo, label = "去改") {
  const act = () => {
    goTo(path);
  };
  return makeButton(label, act, { class: "review-back" });
}
