// Rolls a draft forward to the next period; mirrors macros/exchange/roll_forward.py.

import { enteredFacts } from "../facts/archetype_facts.js";
import { parsePeriod } from "../figures/periods.js";
import { valueAt } from "../facts/paths.js";
import { traitsOf } from "../schema/fact_types.js";
import { sides } from "../templating/expression_kinds.js";

/** @typedef {import("../schema/types.js").Archetype} Archetype */
/** @typedef {import("../schema/types.js").Content} Content */
/** @typedef {import("../schema/types.js").Facts} Facts */
/** @typedef {import("../schema/types.js").OutlineEntry} OutlineEntry */
/** @typedef {import("../schema/types.js").Written} Written */
/** @typedef {import("../drafts/state.js").State} State */
/** @typedef {Record<string, import("../schema/types.js").FactSpec>} Specs */

/**
 * What the next period is compared with: this period, or an earlier one with its facts, which are null
 * where nobody has them; `outline` is the present one where the plans are to be reported on.
 * @typedef {object} Choice
 * @property {{code: string, facts: Facts | null}} [earlier]
 * @property {OutlineEntry[]} [outline]
 */

const CARRY_OVER = "carry-over"; // the section that reports on the last period's plans
const CARRIED_PLANS = "carried_plans";
const OF_THE_PERIOD = ["as_of", "dismissed"]; // marks that the figures of the next period do not have

/**
 * The state for the next period.  The figures of a series move from now to last, or come from an earlier
 * period; other figures and days are removed.  Texts, choices and lists are carried over, and marked
 * until they are confirmed.
 * @param {Archetype} archetype
 * @param {State} state
 * @param {Choice} [choice]
 * @returns {State}
 */
export function rollForward(archetype, { facts, without, headings, content }, { earlier, outline } = {}) {
  const specs = { ...archetype.facts, ...content.own?.facts };
  /** @type {Facts} */
  const next = {};
  /** @type {string[]} */
  const carried = [];
  for (const [name, value] of Object.entries(facts)) {
    const spec = specs[name];
    if (!spec || name === CARRIED_PLANS) continue;
    const { next_period: becomes } = traitsOf(spec);
    if (earlier && becomes === "moved") continue;
    const kept = IN_NEXT_PERIOD[becomes]?.(value, sides(spec, specs).includes("last")) ?? "";
    if (kept === "") continue;
    next[name] = kept;
    if (becomes === "kept") carried.push(name);
  }
  const figures = earlier ? lastFigures(earlier.facts ?? {}, specs) : {};
  const rolled = { ...next, ...figures, ...periods(facts, earlier?.code) };
  const state = { facts: rolled, without, headings, content: undated(content), carried };
  return outline ? reportingPlans(state, facts, outline) : state;
}

/**
 * What becomes of a fact, which may have a figure of the period before or not.
 * @type {Record<string, (value: Written, compares: boolean) => Written>}
 */
export const IN_NEXT_PERIOD = {
  kept: (value) => value,
  moved,
  emptied: () => "",
};

/**
 * @param {Written} value
 * @param {boolean} compares
 * @returns {Written}
 */
function moved(value, compares) {
  if (Array.isArray(value)) return "";
  const now = typeof value === "object" ? value["now"] : value;
  return compares && now ? { last: now } : "";
}

/**
 * The figures of an earlier period as those to compare with.
 * @param {Facts} facts
 * @param {Specs} specs
 * @returns {Facts}
 */
function lastFigures(facts, specs) {
  /** @type {Facts} */
  const figures = {};
  for (const [name, value] of Object.entries(facts)) {
    const spec = Object.hasOwn(specs, name) ? specs[name] : undefined;
    if (!spec || traitsOf(spec).next_period !== "moved") continue;
    const figure = moved(value, sides(spec, specs).includes("last"));
    if (figure) figures[name] = figure;
  }
  return figures;
}

/**
 * @param {Facts} facts
 * @param {string} [compared]
 * @returns {Facts}
 */
function periods({ period }, compared) {
  const now = typeof period === "string" ? parsePeriod(period) : null;
  return now ? { period: now.following.code, last_period: compared ?? now.code } : {};
}

/**
 * The state with the plans of the period that is over as a list to report on, in a section of its own.
 * @param {State} state
 * @param {Facts} old
 * @param {OutlineEntry[]} outline
 * @returns {State}
 */
function reportingPlans(state, { plans }, outline) {
  if (!Array.isArray(plans) || plans.length === 0) return state;
  const rows = plans.map(({ title = "", figure = "" }) => ({ title, status: "", figure, result: "", reason: "" }));
  const facts = { ...state.facts, [CARRIED_PLANS]: rows };
  const lines = outline.flatMap((entry) => (entry.sections?.length ? entry.sections : [entry]));
  if (lines.some(({ use }) => use === CARRY_OVER)) return { ...state, facts };
  const [first, ...others] = outline;
  const longer = [...(first ? [first] : []), { use: CARRY_OVER }, ...others];
  return { ...state, facts, without: [], headings: {}, content: { ...state.content, outline: longer } };
}

/**
 * What to tell the reader before the draft is rolled forward to the state `next`.
 * @param {Archetype} archetype
 * @param {State} state
 * @param {State} next
 */
export function rollNotes(archetype, { facts, without }, next) {
  const compared = enteredFacts(archetype, without).filter((name) =>
    archetype.facts[name]?.series?.includes("last"),
  );
  const empty = compared.filter((name) => valueAt(facts, `${name}.now`) === "").length;
  return [
    ...(empty > 0 ? [`注意：有${String(empty)}项的本期数还没有填，结转后这些项没有上期数。`] : []),
    "本期数、计划数和日期清空，总结时段顺延一期。",
    `文字、选项和列表沿用${String(next.carried.length)}项，逐项核对前文稿一直是草稿。`,
    "自己的话、自己加的事项和章节照样沿用，里面的指标换成下一期的数；写死的数字和旧时段的说法，核对时会逐处列出。",
    "结转后是一份新草稿，现在这份原样保留。",
  ];
}

/**
 * Content without what was said of the figures of the period that is over.
 * @param {State["content"]} content
 * @returns {State["content"]}
 */
function undated({ marks, ...content }) {
  const kept = Object.entries(marks ?? {}).filter(([key]) => !OF_THE_PERIOD.includes(key));
  return kept.length > 0 ? { ...content, marks: Object.fromEntries(kept) } : content;
}
