// The body of the dialog for 核对: what looks wrong, and every figure, each with its way back.

import { make } from "../elements.js";
import { figureLines } from "../engine/figure_table.js";
import { warnings } from "./review.js";

/** @typedef {import("../engine/types.js").Archetype} Archetype */
/** @typedef {import("./state.js").State} State */

/**
 * @param {Archetype} archetype
 * @param {State} state
 * @param {import("./live.js").Live} live
 * @param {string[]} edited
 * @param {(path: string) => void} goTo
 */
export function reviewBody(archetype, state, live, edited, goTo) {
  const found = warnings(archetype, state, edited);
  const items = found.map(({ path, what }) => make("li", {}, what, path ? back(path, goTo) : ""));
  const named = (/** @type {string[]} */ paths, /** @type {string} */ what) => {
    const ways = paths.map((path) => back(path, goTo, archetype.facts[path]?.label));
    return ways.length > 0 ? [make("li", {}, `${what}（${String(ways.length)}项）：`, ...ways)] : [];
  };
  items.push(...named(live.missing, "必填，还没有填"), ...named(live.carried, "沿用的，还没有核对"));
  const count = found.length + live.missing.length + live.carried.length + live.lost.length;
  const head = count > 0 ? `有${String(count)}处要看一看：` : "没有发现问题。";
  const list = make("ul", { class: "review-warnings" }, ...items);
  const lost = live.lost.map((edit) => make("p", {}, `有一段手改的文字已无处可放：${edit.text}`));
  return make("div", {}, make("p", {}, head), list, ...lost, figureTable(archetype, state, goTo));
}

/**
 * @param {Archetype} archetype
 * @param {State} state
 * @param {(path: string) => void} goTo
 */
function figureTable(archetype, state, goTo) {
  const head = ["指标", "上期", "本期", "变化", "计划", "算式", "改"];
  const titles = head.map((text) => make("th", { scope: "col" }, text));
  const rows = figureLines(archetype, state.facts, state.without).map((line) => {
    const cells = [line.last, line.now, line.change, line.plan, line.formula];
    const name = make("th", { scope: "row" }, line.label);
    const way = make("td", {}, line.formula ? "" : back(line.path, goTo));
    return make("tr", {}, name, ...cells.map((text) => make("td", {}, text)), way);
  });
  const caption = make("caption", {}, "全部数字，请逐项与报表核对");
  const table = make("table", {}, caption, make("thead", {}, make("tr", {}, ...titles)));
  table.append(make("tbody", {}, ...rows));
  return make("div", { class: "dialog-scroll", tabindex: "0", role: "group", "aria-label": "数字" }, table);
}

/**
 * @param {string} path
 * @param {(path: string) => void} goTo
 * @param {string} [label]
 */
function back(path, goTo, label = "去改") {
  const button = make("button", { type: "button", class: "review-back" }, label);
  button.addEventListener("click", () => {
    goTo(path);
  });
  return button;
}
