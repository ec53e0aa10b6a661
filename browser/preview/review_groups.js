// What 核对 lists, as groups of lines: all that stands between the draft and a final text, each with a way to its
// place, and all figures.

import { figureLines } from "../output/appendix.js";
import { contextOf } from "../facts/archetype_context.js";
import { valueAt, withValueAt } from "../facts/paths.js";
import { efforts } from "../library/advice.js";
import { reasons as reasonsOf, total } from "./review.js";

/** @typedef {import("../drafts/state.js").State} State */
/** @typedef {import("./live_document.js").LiveDocument} LiveDocument */
/** @typedef {import("./review.js").Finding} Finding */
/** @typedef {{blocking: Finding[], doubtful: Finding[], aside: Finding[]}} Sorted */
/** @typedef {[label: string, act: () => void]} Act */

/**
 * A line: `lead` takes the reader to its place, where `path` is the value that stands there.
 * @typedef {object} Line
 * @property {string} key
 * @property {string} text
 * @property {string} [path]
 * @property {Act} [lead]
 * @property {Act[]} [acts] what else can be done about it
 * @property {string} [note]
 * @property {number} [times] that it stands in the text
 * @property {string[]} [sums] from which it follows
 */

/**
 * Lines under a heading; an inner group belongs to the one before it.
 * @typedef {object} Group
 * @property {string} id
 * @property {string} heading
 * @property {boolean} [isInner]
 * @property {boolean} [isFolded]
 * @property {boolean} [isOpen] when it is shown first, where it is folded
 * @property {string} [intro]
 * @property {Act} [act] what can be done about all of them
 * @property {Line[]} lines
 */

/**
 * What the page does for the list.
 * @typedef {object} Ways
 * @property {(finding: Pick<Finding, "path" | "place">) => void} goTo takes the reader to a field or place
 * @property {(found: Finding[], what: string) => void} setAside asks for one reason, and sets warnings aside
 * @property {(finding: Finding) => void} takeBack
 * @property {(finding: Finding) => void} confirm confirms what was carried over
 * @property {(finding: Finding) => void} drop drops words that have no place any more
 * @property {(words: string) => void} copy
 * @property {(section: string, name: string) => void} leaveOut leaves a whole section out
 * @property {(key: string, facts: (state: State) => import("../schema/types.js").Facts) => void} take changes facts as
 *   a line proposes
 * @property {(finding: Finding) => void} mend puts the mended words in their place
 */

/** @typedef {{id: string, name: string, entry?: unknown}} Section of the outline; one that has an entry can be left out */

const FEW = 12; // blanks that are listed without being folded
const SHOWN = "shown"; // the field of a plan that says how its target is written
const LACKING = "还没有填";
const WITH_EFFORT = "连同工作量";
/** @type {Record<string, [string, string]>} what to do with what blocks, by kind, and the name of its way */
const TASKS = {
  other: ["要改", "去改"],
  blank: [LACKING, "去填"],
  carried: ["沿用的，要核对", "去核对"],
};
/** @type {Record<string, string>} what a kind of warnings is about */
export const DOUBTS = {
  headlines: "开头的主要数据",
  goal: "开头的目标",
  target: "打算的目标",
  left: "填了、文中没有的",
  earlier: "填了、文中没有的上期数",
  content: "自拟的内容",
  typed: "手写的数字",
  example: "与示例相同的",
  change: "与上期相同或相差很大的",
  relation: "前后对不上的",
  year: "不在同一年的日期",
  person: "像是个人信息的",
  "words error": "自己写的文字，错误",
  "words warning": "自己写的文字，提醒",
  "words hint": "自己写的文字，提示",
  period: "说着上一期的",
};

/**
 * How the draft stands, in a line.
 * @param {Sorted} found
 */
export function headline({ blocking, doubtful }) {
  if (blocking.length > 0) return `还是草稿：${reasonsOf(blocking).join("，")}。`;
  if (doubtful.length === 0) return "没有发现问题，可以输出正式稿。";
  return `已填完整。另有${String(total(doubtful))}处需要核实，无误即可输出。`;
}

// --- what is to be done ---

/**
 * What keeps the text from being final, and what is to be looked at.
 * @param {Sorted} found
 * @param {Ways} ways
 * @param {Section[]} sections in the order of the outline
 * @param {string} current the section where the reader is
 * @returns {Group[]}
 */
export function dueGroups({ blocking, doubtful }, ways, sections, current) {
  const tasks = Object.entries(TASKS).flatMap(([task, [heading, label]]) => {
    const due = blocking.filter(({ kind }) => (kind in TASKS ? kind : "other") === task);
    if (due.length === 0) return [];
    const group = { id: task, heading: counted(heading, due), lines: due.map((one) => lineOf(one, label, ways)) };
    return task === "blank" ? [{ ...group, lines: [] }, ...blanksBySection(due, ways, sections, current)] : [group];
  });
  return [...tasks, ...doubts(doubtful, ways)];
}

/**
 * The blanks by the section that states them first; one that states none in the outline is of the first, the basics.
 * @param {Finding[]} due
 * @param {Ways} ways
 * @param {Section[]} sections
 * @param {string} current
 * @returns {Group[]}
 */
function blanksBySection(due, ways, sections, current) {
  const known = sections.map(({ id }) => id);
  const homeOf = (/** @type {Finding} */ { section = "" }) => (known.includes(section) ? section : known[0]);
  return sections.flatMap(({ id, name, entry }) => {
    const some = due.filter((one) => homeOf(one) === id);
    if (some.length === 0) return [];
    const act = /** @type {Act} */ (["整节不写", () => { ways.leaveOut(id, name); }]);
    const lines = some.map((one) => lineOf(one, "去填", ways));
    const isOpen = id === current || due.length <= FEW;
    return [{ id: `blank ${id}`, heading: counted(name, some), isFolded: true, isOpen, lines, ...(entry !== undefined && { act }) }];
  });
}

/**
 * The warnings by kind; several of a kind can be set aside together.
 * @param {Finding[]} found
 * @param {Ways} ways
 * @returns {Group[]}
 */
function doubts(found, ways) {
  if (found.length === 0) return [];
  const kinds = [...new Set(found.map(({ kind }) => kind))];
  const groups = kinds.map((kind) => {
    const some = found.filter((one) => one.kind === kind);
    const heading = counted(DOUBTS[kind] ?? kind, some);
    const act = /** @type {Act} */ (["全部忽略", () => { ways.setAside(some, heading); }]);
    const lines = some.map((one) => lineOf(one, "去看", ways));
    return { id: `doubt ${kind}`, heading, isInner: true, lines, ...(some.length > 1 && { act }) };
  });
  return [{ id: "doubts", heading: counted("请核实", found), lines: [] }, ...groups];
}

/**
 * @param {string} heading
 * @param {Finding[]} found
 */
function counted(heading, found) {
  return `${heading}（${String(total(found))}处）`;
}

/** @param {Finding} finding */
function wordsOf({ kind, what, expected = "", count = 1 }) {
  const times = count > 1 && kind !== "blank" ? `（文中${String(count)}处）` : ""; // of a blank it is said beside
  return what + (expected && `，应为：${expected}`) + times;
}

/**
 * @param {Finding} finding
 * @param {string} label of its way
 * @param {Ways} ways
 * @returns {Line}
 */
function lineOf(finding, label, ways) {
  const { kind, count = 1, key, path, place, words = "", mark, offer, what, note, sums, mending, canSetAside } = finding;
  /** @type {[boolean, string, () => void][]} */
  const all = [
    [mending !== undefined, mending?.words ? `改为“${mending.words}”` : "删去", () => { ways.mend(finding); }],
    [offer !== undefined, "采用建议", () => { ways.take(key, ({ facts }) => ({ ...facts, ...offer })); }],
    [mark !== undefined, "沿用，核对无误", () => { ways.confirm(finding); }],
    [words !== "", "复制", () => { ways.copy(words); }],
    [words !== "", "已另处理，删去", () => { ways.drop(finding); }],
    [canSetAside, "忽略", () => { ways.setAside([finding], what); }],
  ];
  const acts = all.filter(([isOffered]) => isOffered).map(([, name, act]) => /** @type {Act} */ ([name, act]));
  const lead = /** @type {Act} */ ([label, () => { ways.goTo(finding); }]);
  const hasWay = path !== undefined || place !== undefined;
  const times = kind === "blank" && count > 1 ? { times: count } : {};
  const told = { ...times, ...(note !== undefined && { note }), ...(sums && { sums }) };
  return { key, text: wordsOf(finding), acts, ...told, ...(path !== undefined && { path }), ...(hasWay && { lead }) };
}

// --- what is there to be looked up, folded ---

/**
 * What was set aside, what the targets of plans take, and all figures.
 * @param {State} state
 * @param {LiveDocument} live
 * @param {Finding[]} aside
 * @param {Ways} ways
 * @returns {Group[]}
 */
export function otherGroups(state, live, aside, ways) {
  const groups = [asideGroup(aside, state, ways), effortGroup(state, live, ways), figureGroup(state, live, ways)];
  return groups.filter(({ lines }) => lines.length > 0).map((group) => ({ ...group, isFolded: true }));
}

/**
 * What was set aside, with the reasons.
 * @param {Finding[]} aside
 * @param {State} state
 * @param {Ways} ways
 * @returns {Group}
 */
function asideGroup(aside, { content }, ways) {
  const lines = aside.map((finding) => ({
    key: finding.key,
    text: `${wordsOf(finding)}（理由：${content.marks?.dismissed?.[finding.key] ?? ""}）`,
    acts: [/** @type {Act} */ (["恢复提醒", () => { ways.takeBack(finding); }])],
  }));
  return { id: "aside", heading: counted("已忽略", aside), lines };
}

/**
 * What the targets of plans take, each to be written into its plan or taken out of it.
 * @param {State} state
 * @param {LiveDocument} live
 * @param {Ways} ways
 * @returns {Group}
 */
function effortGroup({ facts }, { summary }, ways) {
  const lines = efforts(summary, contextOf(summary, facts).context).map(({ path, text }) => {
    const at = `${path}.${SHOWN}`;
    const isShown = valueAt(facts, at) === WITH_EFFORT;
    const act = () => { ways.take(path, (now) => withValueAt(now.facts, at, isShown ? "" : WITH_EFFORT)); };
    return { key: path, text, acts: [/** @type {Act} */ ([isShown ? "不写进打算" : "写进打算", act])] };
  });
  return { id: "efforts", heading: `目标要多做多少（${String(lines.length)}）`, lines };
}

/**
 * @param {State} state
 * @param {LiveDocument} live
 * @param {Ways} ways
 * @returns {Group}
 */
function figureGroup({ facts }, { summary }, ways) {
  const lines = figureLines(summary, facts).map((line) => {
    const { path, label, formula } = line;
    const texts = Object.entries({ 本期: line.now, 上期: line.last, "": line.change, 计划: line.plan });
    const told = texts.filter(([, text]) => text).map(([name, text]) => `${name}${text}`);
    const lead = /** @type {Act} */ (["去看", () => { ways.goTo({ path }); }]);
    return { key: path, text: label, note: formula || told.join("，"), path, lead };
  });
  return { id: "figures", heading: `全部数字，请逐项与报表核对（${String(lines.length)}项）`, lines };
}
