// Under which section of an archetype a line of a text stands, by the words of the headings above it.

import { likeness } from "./fact_names.js";

/** @typedef {import("../prose/types.js").Prose} Prose */
/** @typedef {Pick<import("../schema/types.js").Archetype, "outline" | "sections" | "facts">} Archetype what is read of it */
/** @typedef {import("../schema/types.js").OutlineEntry} OutlineEntry */

const LIKENESS = 0.5;

/**
 * Tells of a section whether the last heading above a line is its own.
 * @param {Prose} prose
 * @param {number} line
 * @param {Archetype} archetype
 * @returns {(section: string) => boolean}
 */
export function headingFits({ lines }, line, { outline, sections }) {
  const above = lines.slice(0, line + 1).reverse().find(({ kind, number }) => kind === "heading" && (number?.level ?? 1) === 1);
  const words = above ? above.text.slice(above.number?.sign.length ?? 0) : "";
  const names = new Map(outline.flatMap(namesOf).map(({ use, heading }) => [use, heading || (sections[use]?.name ?? "")]));
  return (section) => words !== "" && likeness(names.get(section) ?? "", words) >= LIKENESS;
}

/**
 * @param {OutlineEntry} entry
 * @returns {{ use: string, heading: string }[]}
 */
function namesOf({ use, heading = "", sections = [] }) {
  return [...(use ? [{ use, heading }] : []), ...sections.flatMap(namesOf).map((one) => ({ ...one, heading: one.heading || heading }))];
}
