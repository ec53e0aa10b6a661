// A text by its sections: a heading and what stands under it, up to the next of the same level.

import { outlined } from "../outline.js";

/** @typedef {import("../../prose/types.js").Prose} Prose */
/** @typedef {import("../../prose/types.js").Line} Line */
/** @typedef {{ heading: Line, title: string, text: string }} Section */

const OUTSIDE = ["blank", "signature", "date"];

/**
 * The title of a text; without one, its first line.
 * @param {Line[]} lines
 */
export function headLine(lines) {
  return lines.find(({ kind }) => kind === "title") ?? lines.find(({ kind }) => kind !== "blank");
}

/**
 * The sections of the topmost level that is numbered more than once.
 * @param {Prose} prose
 * @returns {Section[]}
 */
export function sectionsOf(prose) {
  const lines = outlined(prose.lines);
  const headings = lines.filter(({ kind, number }) => kind === "heading" && number);
  /** @type {Map<string, number>} */
  const counts = new Map();
  for (const { number } of headings) counts.set(number?.style ?? "", (counts.get(number?.style ?? "") ?? 0) + 1);
  const style = [...counts.keys()].find((one) => (counts.get(one) ?? 0) > 1);
  const tops = new Set(headings.filter(({ number }) => number?.style === style));
  return divided(lines, tops);
}

/**
 * The lines under each heading.
 * @param {Line[]} lines
 * @param {Set<Line>} tops
 */
function divided(lines, tops) {
  /** @type {{ heading: Line, body: Line[] }[]} */
  const sections = [];
  for (const line of lines) {
    if (tops.has(line)) sections.push({ heading: line, body: [] });
    else if (!OUTSIDE.includes(line.kind)) sections.at(-1)?.body.push(line);
  }
  return sections.map(({ heading, body }) => ({ heading, title: heading.text, text: body.map(({ text }) => text).join("\n") }));
}
