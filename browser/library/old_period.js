// Finds typed words that name the period from which a draft was rolled forward: 首季, 3月, 上半年; mirrors
// macros/library/old_period.py.

import lists from "../../macros/library/plan_lists.json" with { type: "json" };
import { labelAt, periodOf } from "../facts/paths.js";
import { oldWords } from "../figures/period_words.js";
import { parsePeriod } from "../figures/periods.js";
import { withoutExpressions } from "../templating/written_expressions.js";
import { findingKey } from "./finding_keys.js";
import { ownWords } from "./own_words.js";

/** @typedef {import("../schema/types.js").Facts} Facts */
/** @typedef {import("../schema/types.js").FactSpec} FactSpec */
/** @typedef {import("./summary.js").Summary} Summary */

/**
 * What was typed at a path of a fact, or at a place of the writer's own words.
 * @typedef {{id: string, at: {path: string} | {section: string, place: string}, where: string,
 *   text: string}} Typed
 */

/** @typedef {Typed & {words: string[], key: string}} OldWords `key` is what a writer sets them aside by */

/**
 * The words of the period before in what was typed.
 * @param {Summary} summary
 * @param {Facts} facts
 * @param {Record<string, string>} headings
 * @returns {OldWords[]}
 */
export function wordsOfOldPeriod(summary, facts, headings) {
  const old = parsePeriod(summary.content.marks?.rolled_from ?? "");
  const fresh = periodOf(facts);
  if (!old || !fresh) return [];
  return typedTexts(summary, facts, headings).flatMap((typed) => {
    const words = oldWords(withoutExpressions(typed.text), old, fresh);
    return words.length > 0 ? [{ ...typed, words, key: findingKey("period", typed.id, words.join("、")) }] : [];
  });
}

/**
 * @param {Summary} summary
 * @param {Facts} facts
 * @param {Record<string, string>} headings
 * @returns {Typed[]}
 */
function typedTexts({ specs, archetype, content }, facts, headings) {
  const own = ownWords(content, archetype.sections).map(({ section, place, where, text }) => ({
    ...{ id: `${section}/${place}`, at: { section, place }, where, text },
  }));
  const titles = Object.entries(headings).map(([name, text]) => ({
    ...{ id: `heading/${name}`, at: { section: "", place: "" }, where: `标题“${text}”`, text },
  }));
  return [...Object.entries(facts).flatMap(([name, fact]) => ofFact(specs, name, fact)), ...titles, ...own];
}

/**
 * @param {Record<string, FactSpec>} specs
 * @param {string} name
 * @param {Facts[string]} fact
 * @returns {Typed[]}
 */
function ofFact(specs, name, fact) {
  const spec = Object.hasOwn(specs, name) ? specs[name] : undefined;
  const typed = (/** @type {string} */ path, /** @type {string} */ text) => ({
    ...{ id: path, at: { path }, where: labelAt(specs, path), text },
  });
  if (typeof fact === "string") return spec?.type === "text" ? [typed(name, fact)] : [];
  if (!spec || !Array.isArray(fact)) return [];
  const parts = Object.entries(spec.fields ?? {}).filter(
    ([part, { type }]) => type === "text" && !(name === lists.report && lists.quoted.includes(part)),
  );
  return fact.flatMap((record, row) =>
    parts.flatMap(([part]) => {
      const text = record[part];
      return text ? [typed(`${name}[${String(row)}].${part}`, text)] : [];
    }),
  );
}
