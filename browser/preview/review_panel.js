// The body of the dialog 核对: all that stands between the draft and a final text, each with a way to its
// place, and all figures.

import { make } from "../page/elements.js";
import { makeButton } from "../page/button.js";
import { figureLines } from "../output/appendix.js";
import { contextOf } from "../facts/archetype_context.js";
import { factOf, valueAt, withValueAt } from "../facts/paths.js";
import { efforts } from "../library/advice.js";
import { reasons as reasonsOf, total } from "./review.js";

/** @typedef {import("../drafts/state.js").State} State */
/** @typedef {import("./live_document.js").LiveDocument} LiveDocument */
/** @typedef {import("./review.js").Finding} Finding */
/** @typedef {{blocking: Finding[], doubtful: Finding[], aside: Finding[]}} Sorted */

/**
 * What the page does for the list.
 * @typedef {object} Ways
 * @property {(finding: {key?: string, path?: string, place?: Finding["place"]}) => void} goTo takes the
 *   reader to a field or place
 * @property {(found: Finding[], what: string) => void} setAside asks for one reason, and sets warnings aside
 * @property {(finding: Finding) => void} takeBack
 * @property {(finding: Finding) => void} confirm confirms what was carried over
 * @property {(finding: Finding) => void} drop drops words that have no place any more
 * @property {(words: string) => void} copy
 * @property {(line: {key: string}, facts: import("../schema/types.js").Facts) => void} take changes facts as a line
 *   proposes
 */

const SHOWN = "shown"; // the field of a plan that says how its target is written
const WITH_EFFORT = "连同工作量";
/** @type {Record<string, [string, string]>} what to do with what blocks, by kind, and the label of its way */
const TASKS = {
  blank: ["还没有填", "去填"],
  carried: ["沿用的，要核对", "去核对"],
  other: ["要改", "去改"],
};
/** @type {Record<string, string>} what a kind of warnings is about */
const DOUBTS = {
  headlines: "开头的主要数据",
  goal: "开头的目标",
  target: "打算的目标",
  content: "自拟的内容",
  typed: "手写的数字",
  example: "与示例相同的",
  change: "与上期相同或相差很大的",
  year: "不在同一年的日期",
  person: "像是个人信息的",
  period: "说着上一期的",
};

/**
 * The dialog's body.
 * @param {State} state
 * @param {LiveDocument} live
 * @param {Sorted} found
 * @param {Ways} ways
 * @param {Node | string} [questions] what readers will ask
 */
export function reviewBody(state, live, { blocking, doubtful, aside }, ways, questions = "") {
  const tasks = Object.entries(TASKS).map(([task, [heading, label]]) => {
    const due = blocking.filter(({ kind }) => (kind in TASKS ? kind : "other") === task);
    return group(heading, due, (one) => tools(one, label, ways));
  });
  return make(
    "div",
    {},
    make("p", { class: "review-head" }, headline(blocking, doubtful)),
    ...tasks,
    doubts(doubtful, ways),
    questions,
    asideList(aside, state, ways),
    effortList(state, live, ways),
    figureTable(state, live, ways),
  );
}

/**
 * @param {Finding[]} blocking
 * @param {Finding[]} doubtful
 */
function headline(blocking, doubtful) {
  if (blocking.length > 0) return `还是草稿：${reasonsOf(blocking).join("，")}。`;
  if (doubtful.length === 0) return "没有发现问题，可以输出正式稿。";
  return `已填完整。另有${String(total(doubtful))}处需要核实，无误即可输出。`;
}

/**
 * @param {string} heading
 * @param {Finding[]} found
 * @param {(finding: Finding) => Node[]} toolsOf
 */
function group(heading, found, toolsOf) {
  if (found.length === 0) return "";
  return make("section", {}, make("h3", {}, counted(heading, found)), list(found, toolsOf));
}

/**
 * @param {string} heading
 * @param {Finding[]} found
 */
function counted(heading, found) {
  return `${heading}（${String(total(found))}处）`;
}

/**
 * @param {Finding[]} found
 * @param {(finding: Finding) => Node[]} toolsOf
 */
function list(found, toolsOf) {
  return make("ul", { class: "review-list" }, ...found.map((one) => make("li", {}, wordsOf(one), ...toolsOf(one))));
}

/**
 * The warnings by kind; several of a kind can be set aside together.
 * @param {Finding[]} found
 * @param {Ways} ways
 */
function doubts(found, ways) {
  if (found.length === 0) return "";
  const kinds = [...new Set(found.map(({ kind }) => kind))];
  const groups = kinds.flatMap((kind) => {
    const some = found.filter((one) => one.kind === kind);
    const heading = counted(DOUBTS[kind] ?? kind, some);
    const all = lineButton("全部忽略", heading, () => { ways.setAside(some, heading); });
    const head = make("h4", {}, heading, some.length > 1 ? all : "");
    return [head, list(some, (one) => tools(one, "去看", ways))];
  });
  return make("section", {}, make("h3", {}, counted("请核实", found)), ...groups);
}

/** @param {Finding} finding */
function wordsOf({ what, expected = "", count = 1 }) {
  return what + (expected && `，应为：${expected}`) + (count > 1 ? `（文中${String(count)}处）` : "");
}

/**
 * The buttons of a line.
 * @param {Finding} finding
 * @param {string} label
 * @param {Ways} ways
 */
function tools(finding, label, ways) {
  const { path, place, words, mark, offer, what, canSetAside } = finding;
  /** @type {[boolean, string, () => void][]} */
  const all = [
    [path !== undefined || place !== undefined, label, () => { ways.goTo(finding); }],
    [offer !== undefined, "采用建议", () => { ways.take(finding, offer ?? {}); }],
    [mark !== undefined, "沿用，核对无误", () => { ways.confirm(finding); }],
    [words !== undefined, "复制", () => { ways.copy(words ?? ""); }],
    [words !== undefined, "已另处理，删去", () => { ways.drop(finding); }],
    [canSetAside, "忽略", () => { ways.setAside([finding], what); }],
  ];
  return all.filter(([isOffered]) => isOffered).map(([, name, act]) => lineButton(name, what, act));
}

/**
 * @param {string} label
 * @param {string} what
 * @param {() => void} act
 */
export function lineButton(label, what, act) {
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
  const items = aside.map((finding) => {
    const back = lineButton("恢复提醒", finding.what, () => { ways.takeBack(finding); });
    return make("li", {}, `${wordsOf(finding)}（理由：${reasons[finding.key] ?? ""}）`, back);
  });
  const head = make("summary", {}, counted("已忽略", aside));
  return make("details", {}, head, make("ul", { class: "review-list" }, ...items));
}

/**
 * What the targets of plans take, each to be written into its plan or taken out of it.
 * @param {State} state
 * @param {LiveDocument} live
 * @param {Ways} ways
 */
function effortList({ facts }, { summary }, ways) {
  const found = efforts(summary, contextOf(summary, facts).context);
  if (found.length === 0) return "";
  const items = found.map(({ path, text }) => {
    const at = `${path}.${SHOWN}`;
    const isShown = valueAt(facts, at) === WITH_EFFORT;
    const label = isShown ? "不写进打算" : "写进打算";
    const act = () => { ways.take({ key: path }, withValueAt(facts, at, isShown ? "" : WITH_EFFORT)); };
    return make("li", {}, text, lineButton(label, text, act));
  });
  const head = make("summary", {}, `目标要多做多少（${String(found.length)}）`);
  return make("details", {}, head, make("ul", { class: "review-list" }, ...items));
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
    const way = lineButton("去改", line.label, () => {
      ways.goTo({ path: line.path });
    });
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
