// What the page shows of a state: the document with edits, and why it is still a draft.

import { problems } from "../facts/consistency.js";
import { enteredFacts } from "../facts/archetype_facts.js";
import { linesOf } from "../document/document.js";
import { figureLines, withAppendix } from "../output/appendix.js";
import { numbered } from "../document/numbering.js";
import { applyEdits } from "../drafts/edits.js";
import { carriedFacts } from "../drafts/records.js";

// What could become markup, as in macros/output/formats.py: within a line, and where a block begins.
const INSIDE = /[\\`*_[{<&~^|]|#(?=#*$)/g;
const FIRST = /^[#+\->!:=]|^[0-9]+[.)](?=[ \t]|$)/;
// What a backslash does not take from every reader of Markdown.
/** @type {Record<string, string>} */
const ENTITIES = { "<": "&lt;", "&": "&amp;", "~": "&#126;", "^": "&#94;", ":": "&#58;", "=": "&#61;" };

/** @typedef {import("../schema/types.js").Archetype} Archetype */
/** @typedef {import("../drafts/state.js").State} State */
/** @typedef {import("../drafts/edits.js").Shown} Shown */

/**
 * @typedef {object} Live
 * @property {Shown[]} blocks
 * @property {string} title
 * @property {number} blanks stretches of the text that wait for a fact
 * @property {string[]} missing required facts that are not given
 * @property {string[]} carried facts that are carried over and not confirmed
 * @property {import("../drafts/state.js").Edit[]} lost edits whose paragraph is gone
 */

/**
 * @param {import("../library/compose.js").Composer} composer
 * @param {State} state
 * @param {{layout: {numbers: string[]}, appendix: boolean}} look the forms of the numbers, and
 *   whether the table of figures is attached
 * @returns {Live}
 */
export function live(composer, { facts, without, headings, edits, carried: marks }, { layout, appendix }) {
  const document = composer.document(facts, { without, headings });
  const lines = appendix ? figureLines(composer.archetype, facts, without) : [];
  const carried = carriedFacts(marks, enteredFacts(composer.archetype, without));
  const made = withAppendix(numbered(document.blocks, layout.numbers), lines);
  const { blocks, lost } = applyEdits(made, edits);
  const blanks = blocks.flatMap((block) => block.runs).filter((run) => run.blank).length;
  return { blocks, title: blocks[0]?.text ?? "", blanks, missing: document.missing, carried, lost };
}

/**
 * Why a text is still a draft, a reason each; none means that it may be the final one.
 * @param {Archetype} archetype
 * @param {State} state
 * @param {Live} shown
 */
export function draftReasons(archetype, state, { blocks, blanks, missing, carried, lost }) {
  const mistakes = problems(archetype, state.facts, state.without).length;
  const stale = blocks.filter((block) => block.stale).length;
  const reasons = /** @type {[number, string][]} */ ([
    [blanks, "处空白"],
    [missing.length, "项必填未填"],
    [mistakes, "处填写有误"],
    [carried.length, "项沿用未核对"],
    [exampleNames(archetype, blocks), "处示例单位的名称"],
    [stale, "处手改文字与数字不再一致"],
    [lost.length, "段手改文字无处可放"],
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
function markdownBlock({ type, level, number, text, rows }) {
  if (rows) return markdownTable(rows);
  const plain = inside(number + text).replace(FIRST, escaped);
  if (type === "title") return `# ${plain}`;
  if (type === "appendix" || type === "caption") return `## ${plain}`;
  return type === "heading" ? `${"#".repeat(level + 1)} ${plain}` : plain;
}

/** @param {string[][]} rows */
function markdownTable(rows) {
  const [head, ...others] = rows.map((row) => `| ${row.map(inside).join(" | ")} |`);
  return [head, `|${" --- |".repeat(rows[0]?.length ?? 0)}`, ...others].join("\n");
}

/** @param {string} text */
function inside(text) {
  return text.replace(INSIDE, escaped);
}

/** @param {string} found */
function escaped(found) {
  const mark = found.slice(-1);
  return found.slice(0, -1) + (ENTITIES[mark] ?? `\\${mark}`);
}
