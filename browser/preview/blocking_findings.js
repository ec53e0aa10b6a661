// What keeps a text from being final: blanks, mistakes, facts that are not used or not confirmed, words of
// an example or without a place.  live_document.js counts the same without listing it.

import { checkConsistency } from "../facts/consistency.js";
import { isValid } from "../facts/entries.js";
import { labelAt, parsePath, specAt, valueAt } from "../facts/paths.js";
import { isNumber, unitOf } from "../schema/fact_types.js";
import { printedUnit } from "../figures/values.js";
import { isFramed, OWN_FRAME } from "../facts/archetype_facts.js";
import { namedRetired } from "../facts/retired_facts.js";
import { allRuns } from "../document/document.js";
import { findingKey } from "../library/finding_keys.js";
import { ownWords } from "../library/own_words.js";
import { isWordsKey } from "../drafts/carried_words.js";
import { reasonUnused } from "../library/unused.js";
import { exampleNames } from "./live_document.js";
import { withShortQuotes } from "./short_quotes.js";
import { statedValues, waitsFor } from "./stated_values.js";

/** @typedef {import("../schema/types.js").Block} Block */
/** @typedef {import("./live_document.js").LiveDocument} LiveDocument */
/** @typedef {import("./review.js").Finding} Finding */
/** @typedef {import("./review.js").Reviewed} Reviewed */

/**
 * @param {string} kind
 * @param {string} where
 * @param {Omit<Finding, "kind" | "key" | "canSetAside">} more
 * @returns {Finding}
 */
function blocking(kind, where, more) {
  return { kind, key: findingKey(kind, where, more.what), canSetAside: false, ...more };
}

// --- blanks ---

/**
 * The values that lack, each once.
 * @param {Reviewed} reviewed
 */
export function blanks({ live: { blocks, summary }, state: { facts } }) {
  const stated = statedValues(blocks, facts);
  /** @type {Map<string, Finding>} */
  const found = new Map();
  for (const block of blocks) {
    for (const run of allRuns(block).filter((one) => one.blank)) {
      for (const key of waitsFor(block, run, facts)) {
        const fresh = run.facts ? blankFinding(run.facts, key, stated, summary.specs, facts) : ownBlank(block);
        const count = (found.get(key)?.count ?? 0) + 1;
        found.set(key, { ...fresh, count, section: stated.get(key)?.section ?? "" });
      }
    }
  }
  return [...found.values()];
}

/** @param {Block} block */
function ownBlank(block) {
  return blocking("blank", "", { what: "自己的话里留着的空", ...placeOf(block) });
}

/**
 * What a blank waits for: a value that lacks, or another one where all are given and give no result.
 * @param {string[]} paths
 * @param {string} key
 * @param {Map<string, import("./stated_values.js").Stated>} stated
 * @param {LiveDocument["summary"]["specs"]} specs
 * @param {import("../schema/types.js").Facts} facts
 */
function blankFinding(paths, key, stated, specs, facts) {
  const given = paths.map((path) => ({ path, text: valueAt(facts, path), spec: specAt(specs, path) }));
  const lacks = given.find(({ path, text, spec }) => path === key && !(text && spec && isValid(text, spec)));
  const invalid = given.find(({ text, spec }) => !spec || !isValid(text, spec));
  const path = lacks?.path ?? invalid?.path ?? paths[0] ?? "";
  if (lacks ?? invalid) return blocking("blank", path, { path, what: shortLabel(path, stated, specs) });
  const told = given.map(({ path: one, text, spec }) =>
    `“${labelAt(specs, one)}”${spec && isNumber(spec) ? text + printedUnit(unitOf(spec)) : `“${text}”`}`);
  return blocking("blank", path, { path, what: `${told.join("、")}算不出结果`, expected: "改其中的数" });
}

/**
 * The label of a value; its side is named where another one lacks too.
 * @param {string} path
 * @param {Map<string, import("./stated_values.js").Stated>} stated
 * @param {LiveDocument["summary"]["specs"]} specs
 */
function shortLabel(path, stated, specs) {
  const { name, part } = parsePath(path);
  const others = ["last", "plan"].some((side) => stated.get(`${name}.${side}`)?.isDue);
  return part === "now" && !others ? labelAt(specs, name) : labelAt(specs, path);
}

/**
 * Where a block's words can be changed.
 * @param {Block} block
 * @returns {Pick<Finding, "place">}
 */
function placeOf({ type, section, places: [name = ""] = [] }) {
  if (isFramed(type)) return { place: { section: OWN_FRAME, name: type } };
  return section ? { place: { section, name } } : {};
}

// --- mistakes ---

/** @param {Reviewed} reviewed */
export function mistakes({ state, live: { summary } }) {
  return checkConsistency(summary, state.facts).map(({ path, what, expected, fact }) =>
    blocking("mistake", path, { path, what: withShortQuotes(what), expected, ...namedRetired(fact, summary.archetype.renamed) }),
  );
}

/**
 * What is wrong with the writer's own content; a remark about it can be set aside.
 * @param {Reviewed} reviewed
 */
export function contentProblems({ live: { summary } }) {
  return summary.problems.map(({ keys, what, expected, warning = false, unsettled = false }) => {
    const found = placeAt(summary, keys);
    const where = whereIs(summary, found) ?? `自拟内容 ${keys.join("/")}`;
    const more = { ...found, what: `${where}：${what}`, expected };
    return { ...blocking("content", keys.join("/"), more), canSetAside: warning && !unsettled };
  });
}

/**
 * How a writer calls a place or a fact of her own.
 * @param {LiveDocument["summary"]} summary
 * @param {Pick<Finding, "path" | "place">} found
 */
function whereIs({ content, archetype, specs }, { path, place }) {
  if (path !== undefined) return `自加的指标“${specs[path]?.label ?? path}”`;
  const all = ownWords(content, archetype.sections);
  return all.find((one) => one.section === place?.section && one.place === place.name)?.where;
}

/**
 * The place that the keys of a content lead to.
 * @param {LiveDocument["summary"]} summary
 * @param {(string | number)[]} keys
 * @returns {Pick<Finding, "path" | "place">}
 */
function placeAt({ content }, [first, kind, name, inner]) {
  if (first !== "own" || typeof name !== "string") return {};
  if (kind === "facts") return { path: name };
  if (kind === "sections") return { place: { section: name, name: "" } };
  const item = kind === "items" ? content.own?.items?.[name]?.[Number(inner)]?.id : inner;
  return item === undefined ? {} : { place: { section: name, name: String(item) } };
}

// --- what is not used or not confirmed ---

/** @param {Reviewed} reviewed */
export function unusedFacts({ live: { unused, summary }, context }) {
  return unused.map((path) => {
    const label = labelAt(summary.specs, path);
    const why = reasonUnused(summary, path, (fact) => context.fact(fact));
    return blocking("unused", path, { path, what: `填了“${label}”，文中没有用到：${why}` });
  });
}

/** @param {Reviewed} reviewed */
export function carriedFacts({ live: { carried, summary } }) {
  const facts = carried.filter((mark) => !isWordsKey(mark));
  const words = ownWords(summary.content, summary.archetype.sections).flatMap(({ section, place, where }) => {
    const mark = carried.find((one) => isWordsKey(one) && one.endsWith(`/${section}${place && `/${place}`}`));
    return mark === undefined ? [] : [{ place: { section, name: place }, what: where, mark }];
  });
  const entered = facts.map((path) => ({ path, what: summary.specs[path]?.label ?? path, mark: path }));
  return [...entered, ...words].map((one) => blocking("carried", one.mark, one));
}

// --- words of an example, words without a place ---

/** @param {Reviewed} reviewed */
export function namesOfExamples({ live: { blocks, summary } }) {
  return exampleNames(summary.archetype, blocks).map(({ block, name }) => {
    const path = block.runs.find((run) => run.facts && run.text.includes(name))?.facts?.[0];
    const way = path === undefined ? placeOf(block) : { path };
    return blocking("name", block.text, { ...way, what: `文中还有示例单位的名称“${name}”` });
  });
}

/** @param {Reviewed} reviewed */
export function unplacedWords({ state }) {
  const words = state.content.marks?.unplaced ?? [];
  return words.map(({ section, text }) =>
    blocking("unplaced", section, { words: text, what: `有一段手改的文字已无处可放：${text}` }),
  );
}
