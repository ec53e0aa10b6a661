// Sections that say nothing that could be counted.

import { wordsOf } from "../parameters.js";
import { sectionsOf } from "./sections.js";

/** @typedef {import("../types.js").Checker} Checker */

const FIGURE = /[0-9０-９]|[一二两三四五六七八九十百千万]+[次个人家户份期名所处场支项篇块台]/;

/** @type {Checker} */
export function sectionFigures(prose, rule) {
  const [only, except] = [wordsOf(rule, "only"), wordsOf(rule, "except")];
  const shortest = Number(wordsOf(rule, "shortest").join(""));
  const sections = sectionsOf(prose).filter(({ title }) => isMeant(title, only, except));
  return sections
    .filter(({ text }) => text.length >= shortest && !FIGURE.test(text))
    .map(({ heading }) => ({ start: heading.start, end: heading.end, message: wordsOf(rule, "says").join("") }));
}

/**
 * @param {string} title
 * @param {string[]} only
 * @param {string[]} except
 */
function isMeant(title, only, except) {
  return (only.length === 0 || only.some((word) => title.includes(word))) && !except.some((word) => title.includes(word));
}
