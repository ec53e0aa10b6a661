// Makes the plans of a period that is over a list to report on in the next; mirrors
// macros/exchange/plan_report.py.

import lists from "../../macros/library/plan_lists.json" with { type: "json" };
import { contextOf } from "../facts/archetype_context.js";
import { plainOutline } from "../library/plain_outline.js";
import { raised } from "../figures/arithmetic.js";
import { aimed } from "../figures/targets.js";
import { Rows, Value } from "../figures/values.js";

/** @typedef {import("../figures/values.js").Row} Row */
/** @typedef {import("../library/summary.js").Summary} Summary */
/** @typedef {import("../schema/types.js").Facts} Facts */
/** @typedef {import("../schema/types.js").OutlineEntry} OutlineEntry */

/**
 * Each plan with its aim as it stood; what became of it is to be answered.
 * @param {Summary} summary
 * @param {Facts} facts
 * @returns {Record<string, string>[]}
 */
export function plansToReport(summary, facts) {
  const written = facts[lists.plans];
  const rows = contextOf({ specs: summary.specs, printedFacts: summary.entered }, facts).context.fact(lists.plans);
  if (!Array.isArray(written) || !(rows instanceof Rows)) return [];
  return rows.rows.map((row, index) => recordOf(row, written[index]?.["figure"] ?? ""));
}

/**
 * @param {Row} row
 * @param {string} figure
 * @returns {Record<string, string>}
 */
function recordOf(row, figure) {
  const target = [aimOf(row), textOf(row["left"])].filter(Boolean).join("；");
  const record = { title: textOf(row["title"]), target, figure };
  return Object.fromEntries(Object.entries(record).filter(([, text]) => text));
}

/**
 * What a plan said it would reach, as templates/sections/plans.j2 puts it.
 * @param {Row} row
 */
function aimOf({ due: when, target: what, figure, value, to, unit }) {
  const [due, target] = [textOf(when), textOf(what)];
  if (figure?.known && to?.known) return due + aimed(figure, to).text;
  if (figure?.known && value?.known) return `${due}将${raised(figure, value).text}`;
  if (target) return due + target + textOf(value) + textOf(unit);
  return due && `${due}完成`;
}

/** @param {Row[string] | undefined} value */
function textOf(value) {
  return value instanceof Value && value.known ? value.text : "";
}

// --- the outline ---

/**
 * Tells whether the summary has the section that reports on plans.
 * @param {Summary} summary
 */
export function hasReport({ lines }) {
  return lines.some(({ use }) => use === lists.section);
}

/**
 * The summary's outline with the section that reports on plans.
 * @param {Summary} summary
 * @returns {OutlineEntry[]}
 */
export function outlineWithReport(summary) {
  const outline = plainOutline(summary.outline);
  const found = outline.findIndex(({ use }) => use === lists.before);
  const at = found < 0 ? outline.length : found;
  return [...outline.slice(0, at), { use: lists.section }, ...outline.slice(at)];
}
