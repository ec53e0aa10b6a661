// The body of the dialog 核对: all that stands between the draft and a final text, each with a way to its
// place, and all figures.

import { make } from "../page/elements.js";
import { makeButton } from "../page/button.js";
import { figureLines } from "../output/appendix.js";
import { factOf } from "../facts/paths.js";
import { findings, sorted } from "./review.js";

/** @typedef {import("../drafts/state.js").State} State */
/** @typedef {import("./live_document.js").LiveDocument} LiveDocument */
/** @typedef {import("./review.js").Finding} Finding */

/**
 * What the page does for the list.
 * @typedef {object} Ways
 * @property {(finding: Pick<Finding, "path" | "place">) => void} goTo takes the reader to a field or place
 * @property {(finding: Finding) => void} setAside asks for the reason, and sets a warning aside
 * @property {(key: string) => void} takeBack
 * @property {(mark: string) => void} confirm confirms what was carried over
 * @property {(text: string) => void} dropUnplaced drops words that have no place any more
 */

/** @type {[Finding["kind"], string, string][]} each kind with its heading and the label of its way */
const GROUPS = [
  ["blank", "还没有填", "去填"],
  ["mistake", "要改", "去改"],
  ["carried", "沿用的，要核对", "去核对"],
  ["warning", "请看一看", "去看"],
];

/**
 * The dialog's body, and the number of findings that keep the text from being final.
 * @param {State} state
 * @param {LiveDocument} live
 * @param {Ways} ways
 */
export function reviewBody(state, live, ways) {
  const { open, aside } = sorted(findings(state, live), state);
  const blocking = open.filter(({ kind }) => kind !== "warning").length;
  const lists = GROUPS.map(([kind, heading, label]) => {
    const found = open.filter((one) => one.kind === kind);
    return group(`${heading}（${String(found.length)}处）`, found, (one) => tools(one, label, ways));
  });
  const body = make(
    "div",
    {},
    make("p", { class: "review-head" }, headline(open.length, blocking)),
    ...lists,
    asideList(aside, state, ways),
    figureTable(state, live, ways),
  );
  return { body, open: open.length, blocking };
}

/**
 * @param {number} open
 * @param {number} blocking
 */
function headline(open, blocking) {
  if (blocking > 0) return `还有${String(blocking)}处，做完才能作正式稿。`;
  return open > 0 ? `已填完整。有${String(open)}处请看一看，没有问题就可以输出。` : "没有发现问题，可以输出正式稿。";
}

/**
 * @param {string} heading
 * @param {Finding[]} found
 * @param {(finding: Finding) => Node[]} toolsOf
 */
function group(heading, found, toolsOf) {
  if (found.length === 0) return "";
  const items = found.map((one) => make("li", {}, one.what, ...toolsOf(one)));
  return make("section", {}, make("h3", {}, heading), make("ul", { class: "review-warnings" }, ...items));
}

/**
 * @param {Finding} finding
 * @param {string} label
 * @param {Ways} ways
 */
function tools(finding, label, ways) {
  const { path, place, key, mark, what } = finding;
  const found = [];
  if (path !== undefined || place) found.push(wayButton(label, what, () => { ways.goTo(finding); }));
  else if (finding.kind === "mistake") found.push(wayButton("已另处理，删去", what, () => { ways.dropUnplaced(what); }));
  if (mark !== undefined) found.push(wayButton("沿用，核对无误", what, () => { ways.confirm(mark); }));
  if (key !== undefined) found.push(wayButton("属实，不再提醒", what, () => { ways.setAside(finding); }));
  return found;
}

/**
 * @param {string} label
 * @param {string} what
 * @param {() => void} act
 */
function wayButton(label, what, act) {
  return makeButton(label, act, { class: "review-back", "aria-label": `${label}：${what}` });
}

/**
 * What was set aside, with the reasons.
 * @param {Finding[]} aside
 * @param {State} state
 * @param {Ways} ways
 */
function asideList(aside, state, ways) {
  if (aside.length === 0) return "";
  const reasons = state.content.marks?.dismissed ?? {};
  const items = aside.map(({ what, key = "" }) => {
    const back = wayButton("再提醒", what, () => { ways.takeBack(key); });
    return make("li", {}, `${what}（理由：${reasons[key] ?? ""}）`, back);
  });
  const head = make("summary", {}, `已看过、不再提醒的（${String(aside.length)}处）`);
  return make("details", {}, head, make("ul", { class: "review-warnings" }, ...items));
}

/**
 * @param {State} state
 * @param {LiveDocument} live
 * @param {Ways} ways
 */
function figureTable(state, live, ways) {
  const head = ["指标", "上期", "本期", "变化", "计划", "算式", "改"];
  const titles = head.map((text) => make("th", { scope: "col" }, text));
  const lines = inOrderOf(live, figureLines(live.summary, state.facts));
  const rows = lines.map((line) => {
    const cells = [line.last, line.now, line.change, line.plan, line.formula];
    const name = make("th", { scope: "row" }, line.label);
    const way = wayButton("去改", line.label, () => { ways.goTo({ path: line.path }); });
    const data = cells.map((text, at) => make("td", { "data-title": head[at + 1] ?? "" }, text));
    return make("tr", {}, name, ...data, make("td", {}, line.formula ? "" : way));
  });
  const caption = make("caption", {}, "全部数字，请逐项与报表核对");
  const table = make("table", { class: "review-figures" }, caption, make("thead", {}, make("tr", {}, ...titles)));
  table.append(make("tbody", {}, ...rows));
  return table;
}

/**
 * The figures in the order of the text; a computed one comes after its parts.
 * @param {LiveDocument} live
 * @param {import("../output/appendix.js").FigureLine[]} lines
 */
function inOrderOf({ blocks, summary }, lines) {
  const sources = blocks.flatMap((block) => block.runs.flatMap((run) => run.facts ?? []));
  const order = [...new Set(sources.map(factOf))];
  const place = (/** @type {string} */ path) => {
    const { numerator, sum_of: parts = [] } = summary.specs[path] ?? {};
    const at = order.indexOf(numerator ?? parts[0] ?? path);
    return at < 0 ? order.length : at;
  };
  return [...lines].sort((a, b) => place(a.path) - place(b.path));
}
