// Rolls a draft forward to the next period; mirrors macros/exchange/roll_forward.py.

import { enteredFacts } from "../facts/archetype_facts.js";
import { parsePeriod } from "../figures/periods.js";
import { valueAt } from "../facts/paths.js";
import { traitsOf } from "../schema/fact_types.js";
import { sides } from "../templating/expression_kinds.js";

/** @typedef {import("../schema/types.js").Archetype} Archetype */
/** @typedef {import("../schema/types.js").Facts} Facts */
/** @typedef {import("../schema/types.js").Written} Written */
/** @typedef {import("../drafts/state.js").State} State */

/**
 * The state for the next period.  The figures of a series move from now to last; other figures and
 * days are removed.  Texts, choices and lists are carried over, and marked until they are confirmed.
 * @param {Archetype} archetype
 * @param {State} state
 * @returns {State}
 */
export function rollForward(archetype, { facts, without, headings, content }) {
  const specs = { ...archetype.facts, ...content.own?.facts };
  /** @type {Facts} */
  const next = {};
  /** @type {string[]} */
  const carried = [];
  for (const [name, value] of Object.entries(facts)) {
    const spec = specs[name];
    if (!spec) continue;
    const { next_period: becomes } = traitsOf(spec);
    const kept = IN_NEXT_PERIOD[becomes]?.(value, sides(spec, specs).includes("last")) ?? "";
    if (kept === "") continue;
    next[name] = kept;
    if (becomes === "kept") carried.push(name);
  }
  return { facts: { ...next, ...periods(facts) }, without, headings, content: undated(content), carried };
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
 * @param {Facts} facts
 * @returns {Facts}
 */
function periods({ period }) {
  const now = typeof period === "string" ? parsePeriod(period) : null;
  return now ? { period: now.following.code, last_period: now.code } : {};
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
  const period = parsePeriod(valueAt(next.facts, "last_period"));
  const yearly = (period?.kind ?? archetype.periods[0]) === "year";
  const earlier = "要同上年同期比，结转后把“比较时段”改成上年同期，上期数也改填上年同期的数。";
  return [
    ...(empty > 0 ? [`注意：有${String(empty)}项的本期数还没有填，结转后这些项没有上期数。`] : []),
    "本期数成为上期数，本期数、计划数和日期清空，总结时段顺延一期。",
    `结转后是同${period?.text ?? ""}比。${yearly ? "" : earlier}`,
    `文字、选项和列表沿用${String(next.carried.length)}项，逐项核对前文稿一直是草稿。`,
    "自己的话、自己加的事项和章节照样沿用，里面的指标换成下一期的数；写死的数字和日期请逐处核对。",
    "结转后是一份新草稿，现在这份原样保留。",
  ];
}

/**
 * Content without the dates of figures, which belong to the period that is over.
 * @param {State["content"]} content
 * @returns {State["content"]}
 */
function undated({ marks, ...content }) {
  const kept = Object.entries(marks ?? {}).filter(([key]) => key !== "as_of");
  return kept.length > 0 ? { ...content, marks: Object.fromEntries(kept) } : content;
}
