// The weight a writer gives the places of a section: 重点 comes first, 略写 is one short sentence; mirrors
// macros/library/emphasis.py.

import { sourcesOf } from "../facts/archetype_facts.js";
import { sides } from "../templating/expression_kinds.js";

/** @typedef {import("../schema/types.js").Statement} Statement */
/** @typedef {import("../templating/expression_kinds.js").Specs} Specs */

export const FIRST = "重点";
export const SHORT = "略写";
export const WEIGHTS = [FIRST, SHORT];

/**
 * The weights of a section's places and own items, by the names they have now.
 * @param {string} use
 * @param {import("../schema/types.js").Content} content
 * @param {(name: string) => string} now
 * @returns {Map<string, string>}
 */
export function weightsIn(use, { marks }, now) {
  const all = Object.entries(marks?.emphasis ?? {}).filter(([key]) => key.startsWith(`${use}/`));
  return new Map(all.map(([key, weight]) => [now(key.slice(use.length + 1)), weight]));
}

/**
 * A place in one sentence: what its title says, and its main figure with the change.  It is numbered as
 * the whole place is; the brief form has no items, only sentences.  A title that the figure's label repeats
 * is not said twice.  Of a figure that need not be given, and is not, nothing is said.
 * @param {string} title
 * @param {string} main
 * @param {Specs} specs
 * @param {"brief" | "detailed"} form
 * @returns {Statement[]}
 */
export function shortBody(title, main, specs, form) {
  const spec = specs[main];
  const label = spec?.label ?? main;
  const mark = title && form === "detailed" ? "+ " : "";
  const lead = label.includes(title) ? mark : `${mark}${title}，`;
  /** @type {Statement[]} */
  const figure = [label, ["=", main]];
  if (spec && !spec.approx && sides(spec, specs).includes("last")) {
    const compared = spec.type === "count" ? "then_against" : "then_compared";
    figure.push(["=", ["()", compared, main, ["'", "short"]]]);
  }
  /** @type {Statement[]} */
  const orNone = [["if", [[["()", "zero", main], [`没有${label}`]]], figure]];
  const sentence = [lead, ...(spec?.type === "count" && !spec.approx ? orNone : figure), "。\n"];
  if ([main, ...sourcesOf(spec)].every((name) => specs[name]?.required !== false)) return sentence;
  return [["if", [[["()", "known", main], sentence]], []]];
}
