// Advises on what a reader will miss: headline figures, an answer to the aim, a target worth it; mirrors
// macros/library/advice.py.

import { AIM, FIGURE, hasTargets, STEP } from "../facts/targets.js";
import { now, plus } from "../figures/arithmetic.js";
import { brought, effort, fallsShort, target } from "../figures/targets.js";
import { blank, Rows, Value } from "../figures/values.js";
import { statedFacts } from "./announced.js";
import { findingKey } from "./finding_keys.js";
import { FIELD, LIST, MATTERS, MOST, proposedHeadlines } from "./headlines.js";

/** @typedef {import("../facts/context.js").Context} Context */
/** @typedef {import("../schema/types.js").Block} Block */
/** @typedef {import("../schema/types.js").Facts} Facts */
/** @typedef {import("../figures/values.js").Row} Row */
/** @typedef {import("./summary.js").Summary} Summary */

/**
 * What a reader will miss; `offer` are facts that mend it.
 * @typedef {{kind: string, key: string, path: string, what: string, offer?: Facts}} Advice
 */

const GOAL = "goal";
const RESULTS = "goal_results";
const NOTHING = blank([]);

/**
 * What a reader will miss in the text.
 * @param {Summary} summary
 * @param {Context} context
 * @param {Block[]} blocks
 * @returns {Advice[]}
 */
export function advice(summary, context, blocks) {
  return [...headlines(summary, context), ...goal(summary, context, blocks), ...targets(summary, context)];
}

/** @type {(kind: string, path: string, value: string, what: string, offer?: Facts) => Advice} */
function advised(kind, path, value, what, offer) {
  return { kind, key: findingKey(kind, path, value), path, what, ...(offer && { offer }) };
}

/**
 * How many records a list has that the text prints.
 * @param {Summary} summary
 * @param {Context} context
 * @param {string} name
 */
function countOf(summary, context, name) {
  const rows = summary.printedFacts.includes(name) ? context.fact(name) : undefined;
  return rows instanceof Rows ? rows.rows.length : 0;
}

/**
 * That the opening states no figure, with those that are proposed; or too many.
 * @param {Summary} summary
 * @param {Context} context
 * @returns {Advice[]}
 */
function headlines(summary, context) {
  if (!summary.printedFacts.includes(LIST)) return [];
  const count = countOf(summary, context, LIST);
  if (count > 0) {
    const what = `开头的主要数据有${String(count)}个，读的人记不住，留两三个`;
    return count > MOST ? [advised("headlines", LIST, String(count), what)] : [];
  }
  const isTold = countOf(summary, context, MATTERS) > 0 || statedFacts(summary, context.entries).length > 0;
  const proposal = isTold ? [] : proposedHeadlines(summary, context);
  if (proposal.length === 0) return [];
  const listed = proposal.map(({ label, why }) => `${label}（${why}）`).join("、");
  const offer = { [LIST]: proposal.map(({ fact }) => ({ [FIELD]: fact })) };
  return [advised("headlines", LIST, "", `开头没有报主要数据，建议报：${listed}`, offer)];
}

/**
 * That the aim is stated once and never taken up again.
 * @param {Summary} summary
 * @param {Context} context
 * @param {Block[]} blocks
 */
function goal({ printedFacts }, context, blocks) {
  const aim = context.fact(GOAL);
  const paths = blocks.map(({ runs }) => runs.flatMap(({ facts = [] }) => facts));
  const stating = paths.filter((facts) => facts.includes(GOAL)).length;
  const isAnswered = paths.flat().some((path) => path.startsWith(`${RESULTS}[`));
  if (!(aim instanceof Value) || !aim.known || stating !== 1 || isAnswered) return [];
  const what = `开头写了目标“${aim.text}”，后面没有写结果：做到的、没做到的、还看不出来的都要写明`;
  return [advised("goal", printedFacts.includes(RESULTS) ? RESULTS : GOAL, aim.text, what)];
}

// --- targets ---

/**
 * The targets of levels that ask for less than was reached.
 * @param {Summary} summary
 * @param {Context} context
 */
function targets(summary, context) {
  return targetsIn(summary, context).flatMap(({ path, field, figure, to }) => {
    const [mine, aim] = [now(figure), target(figure, to)];
    if (!mine || !fallsShort(figure, to)) return [];
    const what = `“${mine.label}”本期已是${mine.text}，打算的目标是${aim.text}，不如本期`;
    return [advised("target", `${path}.${field}`, `${mine.text}/${aim.text}`, what)];
  });
}

/**
 * What each target takes, in words, with the path of its record.
 * @param {Summary} summary
 * @param {Context} context
 */
export function efforts(summary, context) {
  return targetsIn(summary, context).flatMap(({ path, figure, to }) => {
    const takes = effort(figure, to);
    return takes.known ? [{ path, text: `${brought(figure, to).text}，${takes.text}` }] : [];
  });
}

/**
 * The targets of figures: of which record, in which of its fields, of what, and what is to be reached.
 * @param {Summary} summary
 * @param {Context} context
 */
function targetsIn({ specs, printedFacts }, context) {
  return printedFacts.flatMap((name) => {
    const rows = specs[name] && hasTargets(specs[name]) ? context.fact(name) : null;
    const found = rows instanceof Rows ? rows.rows : [];
    return found.map((row, index) => ({ path: `${name}[${String(index)}]`, ...targetOf(row) }));
  });
}

/** @param {Row} row */
function targetOf({ [FIGURE]: figure = NOTHING, [STEP]: step = NOTHING, [AIM]: aim = NOTHING }) {
  return aim.known ? { figure, field: AIM, to: aim } : { figure, field: STEP, to: plus(figure, step) };
}
