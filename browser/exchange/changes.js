// The differences between two states of a draft: what is at each place before and after.

import { parsePeriod } from "../figures/periods.js";
import { labelAt, specAt } from "../facts/paths.js";
import { withTokens } from "../templating/tokens.js";

/** @typedef {import("../schema/types.js").Archetype} Archetype */
/** @typedef {import("../schema/types.js").Content} Content */
/** @typedef {Record<string, import("../schema/types.js").FactSpec>} Specs */
/** @typedef {import("../schema/types.js").Facts} Facts */
/** @typedef {import("../schema/types.js").OutlineEntry} OutlineEntry */
/** @typedef {import("../drafts/state.js").StoredState} StoredState */
/** @typedef {{path: string, label: string, before: string, after: string}} Change */

/** @type {Record<string, string>} */
const FRAME = { title: "标题", addressee: "主送机关", signature: "落款", date: "成文日期", endnote: "附注" };

/**
 * Everything that differs between two states: facts, sections, headings, paragraphs edited by hand,
 * content of the writer's own, and what is still to be confirmed.
 * @param {Archetype} archetype
 * @param {StoredState} before
 * @param {StoredState} after
 * @param {Specs} [known] facts of the library, that the states may have besides
 * @returns {Change[]}
 */
export function stateChanges(archetype, before, after, known = archetype.facts) {
  const specs = { ...known, ...before.content.own?.facts, ...after.content.own?.facts };
  const [old, fresh] = [settingsOf(archetype, specs, before), settingsOf(archetype, specs, after)];
  const settings = diff(old, fresh, (label) => label);
  return [...factChanges(specs, before.facts, after.facts), ...settings];
}

/**
 * What a state holds besides facts, by name.
 * @param {Archetype} archetype
 * @param {Specs} specs
 * @param {StoredState} state
 */
function settingsOf(archetype, specs, { without, headings, content, edits = [], carried }) {
  /** @type {Map<string, string>} */
  const found = new Map();
  const name = (/** @type {string} */ place) => placeName(archetype, place);
  for (const use of Object.keys(archetype.sections)) {
    found.set(`“${name(use)}”一节`, without.includes(use) ? "不写" : "写");
  }
  for (const [place, text] of Object.entries(headings)) found.set(`自拟标题：${name(place)}`, text);
  for (const { section, index, text } of edits) {
    const label = `手改的段落：${name(section)}第${String(index + 1)}段`;
    found.set(label, [found.get(label), text].filter(Boolean).join("；"));
  }
  const labels = carried.map((fact) => labelAt(specs, fact));
  found.set("沿用未核对的项", labels.join("、"));
  for (const [label, text] of contentTexts(content)) found.set(label, withTokens(text, specs));
  return found;
}

/**
 * What a content holds, by name: each own text, and the rest as it is written.
 * @param {Content} content
 * @returns {[string, string][]}
 */
function contentTexts({ outline = [], skip, order, own = {}, marks }) {
  const { facts = {}, sections = {}, items = {}, texts = {} } = own;
  const rows = Object.entries(items).flatMap(([use, list]) =>
    list.map(({ id, title = "", text = "" }) => [`自拟事项：${use} ${id}`, [title, text].filter(Boolean).join("。")]),
  );
  const places = Object.entries(texts).flatMap(([use, inner]) =>
    Object.entries(inner).map(([place, text]) => [`自拟文字：${use} ${place}`, text]),
  );
  const all = [
    ["自拟的章节次序", outline.map(({ use, own: name, heading }) => heading ?? use ?? name).join("、")],
    ...Object.entries(facts).map(([name, { label }]) => [`自加指标：${name}`, label]),
    ...Object.entries(sections).map(([name, section]) => [`自拟章节：${section.name}（${name}）`, section.text]),
    ...rows,
    ...places,
    ...Object.entries({ 本期不写: skip, 调整次序: order, 标记: marks }).map(([label, value]) => [
      label,
      value ? JSON.stringify(value) : "",
    ]),
  ];
  return /** @type {[string, string][]} */ (all);
}

/**
 * How a written choice reads, where it is not as written.
 * @type {import("../schema/fact_types.js").ByType<(text: string, specs: Specs) => string | undefined>}
 */
export const READINGS = {
  period: (text) => parsePeriod(text)?.text,
  choice: (text) => text,
  figure: (text, specs) => specs[text]?.label,
};

/**
 * The facts that differ: those that were there before, then the new ones.
 * @param {Specs} specs
 * @param {Facts} before
 * @param {Facts} after
 * @returns {Change[]}
 */
export function factChanges(specs, before, after) {
  const shown = (/** @type {string} */ path, /** @type {string} */ text) => {
    const type = specAt(specs, path)?.type ?? "text";
    return type === "words" ? withTokens(text, specs) : (READINGS[type]?.(text, specs) ?? text);
  };
  const label = (/** @type {string} */ path) => labelAt(specs, path);
  return diff(textsByPath(before), textsByPath(after), label).map((change) => ({
    ...change,
    before: shown(change.path, change.before),
    after: shown(change.path, change.after),
  }));
}

/**
 * @param {Map<string, string>} before
 * @param {Map<string, string>} after
 * @param {(path: string) => string} label
 * @returns {Change[]}
 */
function diff(before, after, label) {
  return [...new Set([...before.keys(), ...after.keys()])]
    .map((path) => ({
      ...{ path, label: label(path) },
      ...{ before: before.get(path) ?? "", after: after.get(path) ?? "" },
    }))
    .filter((change) => change.before !== change.after);
}

/**
 * The name of a place in the text: a section, a heading over several sections, or a part of the frame.
 * @param {Archetype} archetype
 * @param {string} place
 */
function placeName({ sections, outline }, place) {
  const entries = outline.flatMap((entry) => [entry, ...(entry.sections ?? [])]);
  const heading = entries.find(({ use }) => use === place)?.heading;
  return heading ?? sections[place]?.name ?? FRAME[place] ?? place;
}

/**
 * The texts of the facts by path; an empty list is one of them.
 * @param {Facts} facts
 */
export function textsByPath(facts) {
  /** @type {Map<string, string>} */
  const found = new Map();
  for (const [name, fact] of Object.entries(facts)) {
    if (typeof fact === "string") found.set(name, fact);
    else if (!Array.isArray(fact)) addAll(found, name, fact);
    else if (fact.length === 0) found.set(name, "（没有）");
    else for (const [i, row] of fact.entries()) addAll(found, `${name}[${String(i)}]`, row);
  }
  return found;
}

/**
 * @param {Map<string, string>} found
 * @param {string} path
 * @param {Record<string, string>} fields
 */
function addAll(found, path, fields) {
  for (const [name, text] of Object.entries(fields)) if (text) found.set(`${path}.${name}`, text);
}
