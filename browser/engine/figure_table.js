// Every figure of a text in one table, also as an attachment of the document; mirrors macros/appendix.py.

import { change } from "./comparisons.js";
import { enteredFacts } from "./compose.js";
import { Context } from "./context.js";
import { block } from "./document.js";
import { readEntries } from "./entries.js";
import { now, side } from "./figures.js";
import { Rows, Series } from "./values.js";

/** @typedef {import("./types.js").Archetype} Archetype */
/** @typedef {import("./types.js").Block} Block */
/** @typedef {import("./types.js").Facts} Facts */
/** @typedef {{path: string, label: string, last: string, now: string, plan: string, change: string,
 *   formula: string, comparedWith: string}} FigureLine */

const TITLE = "主要指标表";
const NONE = "—"; // there is no such figure

/**
 * Every figure that the text may show, in the order of the vocabulary.
 * @param {Archetype} archetype
 * @param {Facts} facts
 * @param {string[]} without
 * @returns {FigureLine[]}
 */
export function figureLines(archetype, facts, without) {
  const { context, shown } = contextOf(archetype, facts, without);
  /** @type {FigureLine[]} */
  const lines = [];
  for (const [path, { label }] of Object.entries(archetype.facts)) {
    const fact = shown(path) ? context.fact(path) : undefined;
    if (!fact || fact instanceof Rows || !now(fact)) continue;
    const [last, plan] = [side(fact, "last"), side(fact, "plan")];
    const texts = { last: last?.text ?? "", now: fact.text, plan: plan?.text ?? "" };
    const step = last ? change(fact).text : "";
    const comparedWith = fact instanceof Series ? fact.comparedWith : "";
    lines.push({ path, label, ...texts, change: step, formula: fact.formula, comparedWith });
  }
  return lines;
}

/**
 * The values of the facts, which of them the text may show, and those that are entered.
 * @param {Archetype} archetype
 * @param {Facts} facts
 * @param {string[]} without
 */
export function contextOf(archetype, facts, without) {
  const names = enteredFacts(archetype, without);
  const { entries } = readEntries(archetype.facts, names, facts);
  const context = new Context(archetype.facts, entries);
  const shown = (/** @type {string} */ name) => {
    const { numerator, denominator, sum_of: parts = [] } = archetype.facts[name] ?? {};
    const sources = [numerator, denominator, ...parts].filter((source) => source !== undefined);
    return sources.length > 0 ? sources.every((s) => names.includes(s)) : names.includes(name);
  };
  return { context, shown, names };
}

/**
 * The blocks with the table of the figures; without figures, as they are.
 * GB/T 9704-2012, 7.3.4 (the note) and 7.3.7 (the page).
 * @template {Block} B
 * @param {B[]} blocks
 * @param {FigureLine[]} lines
 * @returns {(B | Block)[]}
 */
export function withAppendix(blocks, lines) {
  if (lines.length === 0) return blocks;
  const compared = lines.find((line) => line.last)?.comparedWith ?? "上期";
  const rows = lines.map((line) => [line.label, line.now, line.last || NONE, line.change || NONE]);
  const table = { ...block("table", []), rows: [["指标", "本期", compared, "增减"], ...rows] };
  const note = block("attachment", [{ text: `附件：${TITLE}` }]);
  const page = [block("appendix", [{ text: "附件" }]), block("caption", [{ text: TITLE }]), table];
  return [...blocks.slice(0, -2), note, ...blocks.slice(-2), ...page];
}
