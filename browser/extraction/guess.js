// Which archetype a text is of, by its title, its period and its headings.

import { likeness, likenessOf, pairsOf } from "./fact_names.js";

/** @typedef {import("../prose/types.js").Prose} Prose */
/** @typedef {{ title: string, short: string, aliases?: string[], periods: string[], headings: string[] }} Kind */

const ENOUGH = 0.35;
const NUMBER = /^\s*(?:[（(]?[0-9一二三四五六七八九十]{1,3}[）)、.．]|第[一二三四五六七八九十]+[章部节])/;
const PERIOD = /(?:20[0-9]{2}\s?[-—–~－]+\s?)?20[0-9]{2}\s?学?年(?:度)?|年度|第?[一二三四1-4]?季度|[上下]?半年|第[一二]学期|学期/g;

/**
 * The most likely of some kinds, and whether it is likely enough to be more than a guess.
 * @template {Kind} K
 * @param {Prose} prose
 * @param {K[]} kinds
 * @returns {{ kind: K | undefined, likely: boolean }}
 */
export function guessKind(prose, kinds) {
  const lines = prose.lines.filter(({ kind: type }) => type === "heading");
  const headings = lines.map(({ text }) => pairsOf(text.replace(NUMBER, "")));
  const scored = kinds.map((kind) => ({ kind, score: score(prose, headings, kind) })).sort((a, b) => b.score - a.score);
  return { kind: scored[0]?.kind, likely: (scored[0]?.score ?? 0) >= ENOUGH };
}

/**
 * @param {Prose} prose
 * @param {Set<string>[]} headings of the text, in pairs
 * @param {Kind} kind
 */
function score(prose, headings, kind) {
  const names = kind.headings.map(pairsOf);
  const fitting = headings.filter((heading) => names.some((name) => likenessOf(name, heading) > 0.6)).length;
  return titleLikeness(prose, kind) + fitting / Math.max(3, headings.length) - (isTimed(prose, kind) ? 0 : 0.3);
}

/**
 * How like the title of a text is to one of the names of a kind.
 * @param {Prose} prose
 * @param {Kind} kind
 */
export function titleLikeness({ title }, { title: own, short, aliases = [] }) {
  const words = title.replace(PERIOD, "");
  return Math.max(...[own, short, ...aliases].map((name) => likeness(name.replace(PERIOD, ""), words)));
}

/**
 * Whether a text tells no period, or one of those that a kind is written for.
 * @param {Prose} prose
 * @param {Kind} kind
 */
export function isTimed({ period }, { periods }) {
  return !period || periods.includes(period.kind);
}
