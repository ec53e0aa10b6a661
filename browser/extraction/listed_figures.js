// The lists of a text that state lists of an archetype: by the words that a template prints before one, or by what the
// sentence is about.

import { fitsBefore } from "./framed.js";
import { pairsOf } from "./fact_names.js";
import { itemsAt, itemsText, pairOf } from "./list_items.js";

/** @typedef {import("../prose/types.js").Prose} Prose */
/** @typedef {import("../prose/types.js").Sentence} Sentence */
/** @typedef {import("../schema/types.js").FactSpec} FactSpec */
/** @typedef {import("./types.js").Frame} Frame */
/** @typedef {import("./types.js").StatedFigure} StatedFigure */
/** @typedef {{ path: string, spec: FactSpec, fitted: number }} Candidate */

const LEAD = /(?:(?:主要|最多的|较多的|其中|分别|包括)(?:是|为|有)?)+[：:]?/g;
const ENOUGH = 4; // Chinese characters before it that are those of a template
const LOOKED_AT = 160; // signs before a sentence
const FEWEST = 2; // records
const OWN_WORDS = 3; // one pair of signs in so many of a list's name stands in a sentence about it

/**
 * @param {Prose} prose
 * @param {Record<string, FactSpec>} specs
 * @param {Frame[]} frames
 * @returns {StatedFigure[]}
 */
export function listedFigures({ text, sentences, lines }, specs, frames) {
  const lists = Object.entries(specs).filter(([, spec]) => pairOf(spec));
  const leads = [...new Set(frames.flatMap(({ left }) => left.map(([first]) => (first?.words ?? "").replace(/^。/, ""))))].filter((words) => words.length > 1);
  return sentences
    .filter(({ line }) => lines[line]?.kind === "paragraph")
    .flatMap((sentence) => beginnings(sentence.text, leads).flatMap((at) => stated(sentence, at, text, lists, frames) ?? []));
}

/**
 * Where lists may begin in a sentence: after the words that stand before one.
 * @param {string} text
 * @param {string[]} leads
 */
function beginnings(text, leads) {
  const told = leads.flatMap((words) => (text.includes(words) ? [text.indexOf(words) + words.length] : []));
  return [...new Set([...told, ...Array.from(text.matchAll(LEAD), ({ index, 0: { length } }) => index + length)])];
}

/**
 * @param {Sentence} sentence
 * @param {number} at
 * @param {string} whole text
 * @param {[string, FactSpec][]} lists
 * @param {Frame[]} frames
 * @returns {StatedFigure | undefined}
 */
function stated({ start, text }, at, whole, lists, frames) {
  const before = whole.slice(Math.max(0, start - LOOKED_AT), start + at);
  const able = lists.filter(([, spec]) => itemsAt(text.slice(at), spec).rows.length >= FEWEST);
  const fitted = able.map(([path, spec]) => ({ path, spec, fitted: Math.max(-1, ...frames.filter((one) => one.path === path).map(({ left }) => fitsBefore(left, before))) }));
  const found = fitted.filter(({ spec, fitted: signs }) => signs >= ENOUGH || isAbout(text.slice(0, at), spec)).sort((a, b) => b.fitted - a.fitted);
  const [best, ...others] = found;
  if (!best) return undefined;
  const { rows, end } = itemsAt(text.slice(at), best.spec);
  const sure = best.fitted >= ENOUGH && others.every((one) => one.fitted < best.fitted);
  const place = { start: start + at, end: start + at + end };
  return { ...place, path: best.path, typed: itemsText(rows, best.spec), sure, others: others.map(({ path }) => path), derived: false, comparison: "", sentence: text };
}

/**
 * Whether words are about what a list is of.
 * @param {string} words
 * @param {FactSpec} spec
 */
function isAbout(words, { label }) {
  const pairs = [...pairsOf(label)];
  return pairs.filter((pair) => words.includes(pair)).length * OWN_WORDS >= pairs.length;
}
