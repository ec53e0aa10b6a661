// Finds where the text prints a fact: the first place of a section whose words are made of it; mirrors
// macros/library/printing_place.py.

import { inputsOf } from "../facts/archetype_facts.js";
import { factsIn } from "../templating/render.js";
import { bodiesOf } from "./summary.js";

/**
 * The section and the place that print a fact; a section of the writer's own has no places.
 * @param {import("./summary.js").Summary} summary
 * @param {string} name
 * @returns {{section: string, name: string, body: import("../schema/types.js").Statement[]} | undefined}
 */
export function placePrinting(summary, name) {
  const sources = inputsOf(summary.specs, [name]);
  return printed(summary).find(({ body }) => {
    const named = factsIn(body);
    const inputs = inputsOf(summary.specs, named);
    return named.includes(name) || sources.every((source) => inputs.includes(source));
  });
}

/** @param {import("./summary.js").Summary} summary */
function printed(summary) {
  return summary.lines.flatMap(({ own, use = "" }) => {
    if (own) return bodiesOf(summary.ownSection(own)).map((body) => ({ section: own, name: "", body }));
    return summary.passages(use).flatMap(({ name, text, body = [] }) => {
      const bodies = text ? bodiesOf(text) : [body];
      return bodies.map((one) => ({ section: use, name, body: one }));
    });
  });
}
