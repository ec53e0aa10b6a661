// Which facts a summary needs: those a reader enters, and what others are made from; mirrors macros/facts/archetype_facts.py.

import { isQuotient } from "../schema/fact_types.js";
import { ownValue } from "../schema/own_value.js";

/** @typedef {import("../schema/types.js").Archetype} Archetype */
/** @typedef {import("../schema/types.js").OutlineEntry} OutlineEntry */
/** @typedef {import("../schema/types.js").FactSpec} FactSpec */

export const FRAME_HEAD = /** @type {const} */ (["title", "addressee"]); // above the sections
export const FRAME_FOOT = /** @type {const} */ (["signature", "date", "endnote"]);
export const FRAME = [...FRAME_HEAD, ...FRAME_FOOT];
export const OWN_FRAME = "frame"; // stands for a section in the own texts of the frame

/**
 * Tells whether a block, or a place, is a line of the frame.
 * @param {string} name
 */
export function isFramed(name) {
  return FRAME.some((one) => one === name);
}

/**
 * The facts a reader enters, in the order the text needs them.
 * @param {Archetype} archetype
 * @param {string[]} [without]
 */
export function enteredFacts(archetype, without = []) {
  const lines = usedSections(archetype.outline).map((use) => ({ use }));
  const used = askingInOrder(archetype, lines).filter(({ use }) => !without.includes(use));
  const sections = used.map(({ use }) => archetype.sections[use]);
  const templates = [...FRAME.map((name) => archetype.frame[name]), ...sections];
  return [...new Set(templates.flatMap((template) => template?.entered ?? []))];
}

/**
 * Lines of an outline as they ask for facts: overviews last, after those that tell them.
 * @template {OutlineEntry} Line
 * @param {Archetype} archetype
 * @param {Line[]} lines
 * @returns {Line[]}
 */
export function askingInOrder(archetype, lines) {
  const isLast = (/** @type {OutlineEntry} */ line) => isOverview(archetype, line);
  return [...lines.filter((line) => !isLast(line)), ...lines.filter(isLast)];
}

/**
 * Whether a line of an outline is a section that shows in a table what others tell.
 * @param {Archetype} archetype
 * @param {OutlineEntry} line
 */
export function isOverview({ sections }, { use = "" }) {
  return ownValue(sections, use)?.overview === true;
}

/**
 * The facts that a draft may give: those entered, and rates whose counts are not known.
 * @param {Record<string, FactSpec>} specs
 * @param {string[]} entered
 */
export function acceptedFacts(specs, entered) {
  const isKnown = (/** @type {string} */ name) =>
    inputsOf(specs, [name]).every((source) => entered.includes(source));
  const quotients = Object.entries(specs).filter(([, spec]) => isQuotient(spec));
  return [...entered, ...quotients.map(([name]) => name).filter(isKnown)];
}

/**
 * @param {OutlineEntry[]} outline
 * @returns {string[]}
 */
export function usedSections(outline) {
  return outline.flatMap((entry) => (entry.use ? [entry.use] : usedSections(entry.sections ?? [])));
}

/**
 * The facts a reader enters so that all of `names` can be shown, in order.
 * @param {Record<string, FactSpec>} specs
 * @param {string[]} names
 */
export function inputsOf(specs, names) {
  /** @type {Set<string>} */
  const found = new Set();
  /** @type {Set<string>} */
  const seen = new Set();
  const waiting = [...names].reverse();
  for (let name = waiting.pop(); name !== undefined; name = waiting.pop()) {
    const spec = Object.hasOwn(specs, name) ? specs[name] : undefined;
    if (!spec || seen.has(name)) continue;
    seen.add(name);
    const sources = sourcesOf(spec);
    if (sources.length === 0) found.add(name);
    waiting.push(...sources.reverse());
    if (name === "period") found.add("last_period");
  }
  return [...found];
}

/**
 * The facts that a computed fact is made from.
 * @param {FactSpec | undefined} spec
 */
export function sourcesOf(spec) {
  const { numerator, denominator, sum_of: parts = [] } = spec ?? {};
  return [numerator, denominator, ...parts].filter((source) => source !== undefined);
}

/**
 * The facts that a declaration names, as sources or to be compared with.
 * @param {import("../schema/types.js").FactSpec} spec
 */
export function referencesOf(spec) {
  const { part_of: wholes = [], apart_from: others = [], at_most: limits = [], line, mean, not_before: day } = spec;
  return [...sourcesOf(spec), ...wholes, ...others, ...limits, ...[line, mean, day].flatMap((name) => name ?? [])];
}
