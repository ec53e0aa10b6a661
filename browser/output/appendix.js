// The table of main figures (主要指标表), attached to a document on a page of its own; mirrors
// macros/output/appendix.py.

import table from "../../macros/output/appendix.json" with { type: "json" };
import { change } from "../figures/comparisons.js";
import { contextOf } from "../facts/archetype_context.js";
import { sourcesOf } from "../facts/archetype_facts.js";
import { block } from "../document/document.js";
import { HEADS, NONE, textCell, withoutUnit } from "../document/figure_table.js";
import { now, side } from "../figures/arithmetic.js";
import { Rows, Series } from "../figures/values.js";
import { factsIn } from "../templating/render.js";

/** @typedef {import("../library/summary.js").Summary} Summary */
/** @typedef {import("../schema/types.js").Block} Block */
/** @typedef {import("../schema/types.js").Facts} Facts */
/**
 * A figure's name and unit, its texts for this period, as planned and for the earlier period, and the
 * change.  `listed` tells whether the table has it: limits and thresholds, which are neither added up
 * nor compared, are no figures of a period.
 * @typedef {{path: string, label: string, unit: string, last: string, now: string, plan: string,
 *   change: string, formula: string, comparedWith: string, listed: boolean}} FigureLine
 */

const { title: TITLE, attachment: ATTACHMENT } = table;
const ENDS = ["signature", "date", "endnote"]; // below the note on the attachment

/**
 * The blocks with the table of figures attached; unchanged where there are none.
 * GB/T 9704-2012, 7.3.4 (the note) and 7.3.7 (the page).
 * @template {Block} B
 * @param {B[]} blocks
 * @param {FigureLine[]} lines
 * @returns {(B | Block)[]}
 */
export function withAppendix(blocks, lines) {
  const listed = lines.filter((line) => line.listed);
  if (listed.length === 0) return blocks;
  const table = { ...block("table", []), rows: rowsOf(listed) };
  const note = block("attachment", [{ text: `${ATTACHMENT}：${TITLE}` }]);
  const page = [block("appendix", [{ text: ATTACHMENT }]), block("caption", [{ text: TITLE }]), table];
  const end = blocks.findIndex(({ type }) => ENDS.includes(type));
  const at = end < 0 ? blocks.length : end;
  return [...blocks.slice(0, at), note, ...blocks.slice(at), ...page];
}

/**
 * The rows of the table, the head first; a column without any figure is left out.
 * @param {FigureLine[]} lines
 */
function rowsOf(lines) {
  const compared = lines.find((line) => line.last)?.comparedWith ?? "";
  /** @type {[string, (line: FigureLine) => string][]} */
  const columns = [
    [HEADS.label, ({ label }) => label],
    [HEADS.unit, ({ unit }) => unit || NONE],
    [HEADS.now, ({ now, unit }) => withoutUnit(now, unit) || NONE],
  ];
  if (lines.some(({ plan }) => plan)) columns.push([HEADS.plan, ({ plan, unit }) => withoutUnit(plan, unit) || NONE]);
  if (compared) {
    columns.push(
      [compared, ({ last, unit }) => withoutUnit(last, unit) || NONE],
      [HEADS.change, ({ change: step, unit }) => withoutUnit(step, unit) || NONE],
    );
  }
  const head = columns.map(([text]) => textCell(text));
  return [head, ...lines.map((line) => columns.map(([, cell]) => textCell(cell(line))))];
}

/**
 * Every figure that the text may show, in the order of the text.
 * @param {Summary} summary
 * @param {Facts} facts
 * @returns {FigureLine[]}
 */
export function figureLines(summary, facts) {
  const { context, shown } = contextOf(summary, facts);
  /** @type {FigureLine[]} */
  const lines = [];
  for (const [path, { label, series, additive = true }] of inOrder(summary)) {
    const fact = shown(path) ? context.fact(path) : undefined;
    if (!fact || fact instanceof Rows) continue;
    const figure = now(fact);
    if (!figure) continue;
    const [last, plan] = [side(fact, "last"), side(fact, "plan")];
    const texts = { last: last?.text ?? "", now: fact.text, plan: plan?.text ?? "" };
    const step = last ? change(fact).text : "";
    const comparedWith = fact instanceof Series ? fact.comparedWith : "";
    const unit = figure.shownUnit;
    const listed = additive || series !== undefined;
    lines.push({ path, label, unit, ...texts, change: step, formula: fact.formula, comparedWith, listed });
  }
  return lines;
}

/**
 * The facts in the order of the text; a computed one comes after its parts.
 * @param {Summary} summary
 */
function inOrder(summary) {
  /** @type {Map<string, import("../schema/types.js").FactSpec>} */
  const found = new Map();
  const seen = new Set();
  const add = (/** @type {string} */ name) => {
    const spec = summary.specs[name];
    if (!spec || seen.has(name)) return;
    seen.add(name);
    for (const source of sourcesOf(spec)) add(source);
    found.set(name, spec);
  };
  for (const name of summary.bodies().flatMap(factsIn)) add(name);
  return found;
}
