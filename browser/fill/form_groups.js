// The groups that a summary is filled in by: the basics, each section in the order of the text, and what
// only own words name.

import { askingInOrder, sourcesOf, usedSections } from "../facts/archetype_facts.js";

/** @typedef {import("../library/summary.js").Summary} Summary */
/** @typedef {import("../schema/types.js").OutlineEntry} OutlineEntry */

/**
 * A group: its section, where it is one, or the first of those under a heading (`over`).
 * @typedef {object} Group
 * @property {string} id
 * @property {string} name
 * @property {string[]} facts that are entered, each in the first group that asks for it
 * @property {string[]} rates that may be entered where their counts are not known
 * @property {OutlineEntry} [entry]
 * @property {string} [over]
 */

export const BASICS = "basics";
const OWN = "own"; // the writer's indicators, and others that only own words name

/**
 * The groups of a summary, in the order of its text; sections that are switched off are among them.
 * @param {Summary} summary
 * @returns {Group[]}
 */
export function formGroups(summary) {
  const { archetype, content, enteredInOwnWords } = summary;
  const placed = new Set();
  const fresh = (/** @type {string[]} */ names) => {
    const found = [...new Set(names)].filter((name) => !placed.has(name));
    for (const name of found) placed.add(name);
    return found;
  };
  const frame = Object.values(archetype.frame).flatMap((template) => template.entered);
  /** @type {Group[]} */
  const groups = [{ id: BASICS, name: "基本情况", facts: fresh(frame), rates: [] }];
  const lines = linesOf(content.outline ?? archetype.outline);
  const asking = askingInOrder(archetype, lines.map(({ entry }) => entry));
  const asked = new Map(asking.map((entry) => [entry, { facts: fresh(enteredIn(summary, entry)), rates: fresh(summary.rates(entry)) }]));
  for (const line of lines) groups.push({ facts: [], rates: [], ...line, ...named(summary, line.entry), ...asked.get(line.entry) });
  const own = fresh(enteredInOwnWords);
  if (own.length > 0) groups.push({ id: OWN, name: "自加的指标", facts: own, rates: [] });
  return groups;
}

/**
 * The facts of a group with its rates, each rate after the last of the figures that it is made from.
 * @param {Record<string, import("../schema/types.js").FactSpec>} specs
 * @param {Group} group
 */
export function inOrder(specs, { facts, rates }) {
  const names = [...facts];
  for (const rate of [...rates].reverse()) {
    const last = Math.max(...sourcesOf(specs[rate]).map((source) => names.lastIndexOf(source)));
    names.splice(last < 0 ? names.length : last + 1, 0, rate);
  }
  return names;
}

/**
 * The sections that could be written, and are not.
 * @param {Summary} summary
 */
export function leftOut({ archetype, content, lines }) {
  if (!content.outline) return [];
  const present = lines.map(({ own, use }) => own ?? use);
  const usual = usedSections(archetype.outline);
  const known = [...usual, ...Object.keys(content.own?.sections ?? {})];
  return known.filter((name) => !present.includes(name));
}

/**
 * The sections of an outline, the first under a heading with that heading.
 * @param {OutlineEntry[]} outline
 * @returns {{entry: OutlineEntry, over?: string}[]}
 */
function linesOf(outline) {
  return outline.flatMap((entry) => {
    if (!entry.sections?.length) return entry.use || entry.own ? [{ entry }] : [];
    return entry.sections.map((inner, at) => ({ entry: inner, ...(at === 0 && entry.heading ? { over: entry.heading } : {}) }));
  });
}

/**
 * @param {Summary} summary
 * @param {OutlineEntry} entry
 */
function named({ archetype, content }, { own, use = "", heading }) {
  const usual = own ? content.own?.sections?.[own]?.name : archetype.sections[use]?.name;
  return { id: own ?? use, name: [heading, usual].find(Boolean) ?? own ?? use };
}

/**
 * @param {Summary} summary
 * @param {OutlineEntry} entry
 */
function enteredIn(summary, entry) {
  if (entry.own) return summary.factsOfLine(entry);
  return summary.archetype.sections[entry.use ?? ""]?.entered ?? [];
}
