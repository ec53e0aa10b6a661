// Rolls a draft forward to the next period: figures become those that the next is compared with; mirrors
// macros/exchange/roll_forward.py.

import lists from "../../macros/library/plan_lists.json" with { type: "json" };
import NEXT_PERIODS from "../../macros/schema/next_periods.json" with { type: "json" };
import { wordsByKey } from "../facts/words_by_key.js";
import { acceptedFacts, enteredFacts } from "../facts/archetype_facts.js";
import { omit, periodOf } from "../facts/paths.js";
import { sides } from "../templating/expression_kinds.js";
import { comparedPeriod } from "./comparison.js";
import { hasReport, outlineWithReport, plansToReport } from "./plan_report.js";

/** @typedef {import("../drafts/state.js").State} State */
/** @typedef {import("../library/summary.js").Summary} Summary */
/** @typedef {import("../schema/types.js").Facts} Facts */
/** @typedef {import("../schema/types.js").FactSpec} FactSpec */
/** @typedef {import("../schema/types.js").Written} Written */

/**
 * How the next period begins.  `source` is the draft with the figures of the period that it is compared
 * with, where that is not the one that has ended; without it there are none.  `reports` tells whether
 * the plans come back as a list to report on.
 * @typedef {object} NextPeriod
 * @property {import("./comparison.js").Base} [base]
 * @property {Pick<State, "facts" | "content"> | null} [source]
 * @property {boolean} [reports]
 */

/**
 * The state for the next period.  The figures of the period compared with become `last`; other figures
 * and days are removed.  Texts, choices, lists and own words are carried over, and marked until they
 * are confirmed.
 * @param {Summary} summary
 * @param {State} state
 * @param {NextPeriod} [begins]
 * @returns {State}
 */
export function rollForward(summary, state, { base = "previous", source = null, reports = true } = {}) {
  const ended = periodOf(state.facts);
  const isOwn = !ended || comparedPeriod(ended, base).equals(ended);
  const given = source ?? (isOwn ? state : null);
  const { facts, carried } = nextFacts(summary, state.facts, given ? figuresOf(summary, given) : {});
  const periods = ended && { period: ended.following.code, last_period: comparedPeriod(ended, base).code };
  const rolled = {
    ...state,
    facts: { ...facts, ...periods },
    content: nextContent(state.content, ended?.code),
    carried,
  };
  const next = reports ? withReport(summary, state.facts, rolled) : rolled;
  return { ...next, carried: [...next.carried, ...Object.keys(wordsByKey(state.content))] };
}

/**
 * @param {Summary} summary
 * @param {Facts} written
 * @param {Facts} figures of the period compared with
 */
function nextFacts({ specs }, written, figures) {
  /** @type {Facts} */
  const facts = {};
  /** @type {string[]} */
  const carried = [];
  for (const name of new Set([...Object.keys(written), ...Object.keys(figures)])) {
    const spec = Object.hasOwn(specs, name) ? specs[name] : undefined;
    if (!spec || name === lists.report) continue;
    const becomes = NEXT_PERIODS[spec.type];
    const kept = IN_NEXT_PERIOD[becomes]?.(written[name] ?? "", figures[name] ?? "") ?? "";
    if (kept === "") continue;
    facts[name] = kept;
    if (becomes === "kept") carried.push(name);
  }
  return { facts, carried };
}

/**
 * The figures of a draft, of facts that the summary compares, also in sections that are left out and may come back; an
 * own fact is known by label, unit and type.
 * @param {Summary} summary
 * @param {Pick<State, "facts" | "content">} source
 * @returns {Facts}
 */
function figuresOf({ archetype, specs, entered, content }, source) {
  const known = new Set(acceptedFacts(specs, [...enteredFacts(archetype), ...entered]));
  const ours = content.own?.facts ?? {};
  const theirs = source.content.own?.facts ?? {};
  const own = new Map(Object.entries(ours).map(([name, spec]) => [identity(spec), name]));
  /** @type {Facts} */
  const found = {};
  for (const [theirName, value] of Object.entries(source.facts)) {
    const isOwn = Object.hasOwn(theirs, theirName);
    const name = isOwn ? own.get(identity(/** @type {FactSpec} */ (theirs[theirName]))) : theirName;
    const spec = name !== undefined && known.has(name) ? specs[name] : undefined;
    if (name !== undefined && spec && sides(spec, specs).includes("last")) found[name] = value;
  }
  return found;
}

/** @param {FactSpec} spec */
function identity({ label, unit = "", type }) {
  return JSON.stringify([label, unit, type]);
}

/**
 * What becomes of a fact, by what is written of it and its figure of the period compared with.
 * @type {Record<string, (written: Written, figures: Written) => Written>}
 */
export const IN_NEXT_PERIOD = {
  kept: (written) => written,
  moved: (_, figures) => moved(figures),
  emptied: () => "",
};

/**
 * @param {Written} figures
 * @returns {Written}
 */
function moved(figures) {
  if (Array.isArray(figures)) return "";
  const now = typeof figures === "object" ? figures["now"] : figures;
  return now ? { last: now } : "";
}

/**
 * Content without the dates of figures, which belong to the period that is over.
 * @param {State["content"]} content
 * @param {string} [ended]
 * @returns {State["content"]}
 */
function nextContent({ marks = {}, ...content }, ended) {
  const kept = { ...omit(marks, "as_of"), ...(ended !== undefined && { rolled_from: ended }) };
  return Object.keys(kept).length > 0 ? { ...content, marks: kept } : content;
}

/**
 * The state with the plans moved to the list that reports on them, in a section that is added for it.
 * @param {Summary} summary
 * @param {Facts} written
 * @param {State} state
 * @returns {State}
 */
function withReport(summary, written, state) {
  const plans = plansToReport(summary, written);
  if (plans.length === 0) return state;
  const facts = { ...omit(state.facts, lists.plans), [lists.report]: plans };
  const carried = state.carried.filter((name) => name !== lists.plans);
  if (hasReport(summary)) return { ...state, facts, carried };
  const content = { ...state.content, outline: outlineWithReport(summary) };
  return { ...state, facts, carried, content, without: [], headings: {} };
}
