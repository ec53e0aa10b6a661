// What the page shows of a state: the document with edits, and why it is still a draft.

import { problems } from "../engine/consistency.js";
import { linesOf } from "../engine/document.js";
import { applyEdits } from "./edits.js";

/** @typedef {import("../engine/types.js").Archetype} Archetype */
/** @typedef {import("./state.js").State} State */
/** @typedef {import("./edits.js").Shown} Shown */

/**
 * @typedef {object} Live
 * @property {Shown[]} blocks
 * @property {string} title
 * @property {number} blanks stretches of the text that wait for a fact
 * @property {string[]} missing required facts that are not given
 * @property {import("./state.js").Edit[]} lost edits whose section is gone
 */

/**
 * @param {import("../engine/compose.js").Composer} composer
 * @param {State} state
 * @returns {Live}
 */
export function live(composer, { facts, without, headings, edits }) {
  const document = composer.document(facts, { without, headings });
  const { blocks, lost } = applyEdits(document.blocks, edits);
  const blanks = blocks.flatMap((block) => block.runs).filter((run) => run.blank).length;
  return { blocks, title: blocks[0]?.text ?? "", blanks, missing: document.missing, lost };
}

/**
 * Why a text is still a draft, a reason each; none means that it may be the final one.
 * @param {Archetype} archetype
 * @param {State} state
 * @param {Live} shown
 */
export function draftReasons(archetype, state, { blocks, blanks, missing }) {
  const mistakes = problems(archetype, state.facts, state.without).length;
  const stale = blocks.filter((block) => block.stale).length;
  const reasons = /** @type {[number, string][]} */ ([
    [blanks, "处空白"],
    [missing.length, "项必填未填"],
    [mistakes, "处填写有误"],
    [state.carried.length, "项沿用未核对"],
    [exampleNames(archetype, blocks), "处示例单位的名称"],
    [stale, "处手改文字与数字不再一致"],
  ]);
  return reasons.filter(([count]) => count > 0).map(([count, what]) => `${String(count)}${what}`);
}

/**
 * How many blocks name an example's office.
 * @param {Archetype} archetype
 * @param {Shown[]} blocks
 */
function exampleNames({ examples }, blocks) {
  const names = examples.map((example) => example.name).filter(Boolean);
  return blocks.filter(({ text }) => names.some((name) => text.includes(name))).length;
}

/**
 * The plain text of what is shown; a draft says so in its first line.
 * @param {Shown[]} blocks
 * @param {string[]} reasons
 */
export function plainText(blocks, reasons) {
  const text = blocks.flatMap(linesOf).join("\n");
  return reasons.length > 0 ? `${draftLine(reasons)}\n\n${text}` : text;
}

/** @param {string[]} reasons */
export function draftLine(reasons) {
  return `【草稿：${reasons.join("，")}，不得作为正式稿使用】`;
}

/**
 * The text as Markdown; a draft says so in its first line.
 * @param {Shown[]} blocks
 * @param {string[]} reasons
 */
export function markdown(blocks, reasons) {
  const head = reasons.length > 0 ? [`> ${draftLine(reasons)}`] : [];
  return [...head, ...blocks.map(markdownBlock)].join("\n\n") + "\n";
}

/** @param {Shown} block */
function markdownBlock({ type, level, number, text }) {
  const escaped = `${number}${text}`.replace(/[\\`*_{}[\]<>#+\-.!|~^=:"'&()]/g, "\\$&");
  if (type === "title") return `# ${escaped}`;
  return type === "heading" ? `${"#".repeat(level + 1)} ${escaped}` : escaped;
}
