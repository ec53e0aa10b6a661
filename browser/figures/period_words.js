// Finds the words in a typed text that name a period which is over: 首季, 3月, 上半年, 2025年; mirrors
// macros/figures/period_words.py.

import table from "../../macros/figures/period_words.json" with { type: "json" };

/** @typedef {import("./periods.js").Period} Period */

/**
 * The words in a text that name the old period and not the new one, each once.
 * @param {string} text
 * @param {Period} old
 * @param {Period} fresh
 */
export function oldWords(text, old, fresh) {
  const present = wordsOf(fresh);
  const names = wordsOf(old).filter((word) => !present.includes(word));
  if (names.length === 0) return [];
  const longestFirst = [...names, ...present].sort((a, b) => b.length - a.length);
  const found = text.normalize("NFKC").match(patternOf(longestFirst)) ?? [];
  return [...new Set(found)].filter((word) => names.includes(word));
}

/**
 * What matches any of the words; the digits at the head of one are all there are.
 * @param {string[]} words
 */
function patternOf(words) {
  return new RegExp(words.map((word) => (/^\d/.test(word) ? `(?<![0-9])${word}` : word)).join("|"), "g");
}

/** @param {Period} period */
function wordsOf({ year, kind, part, months: { first, last } }) {
  const months = Array.from({ length: last - first + 1 }, (_, i) => ((first + i) % 12) + 1);
  const years = table.years[kind === "term" ? "term" : "other"];
  const named = table.words[kind][part - 1] ?? [];
  return [
    ...named,
    ...months.map((month) => table.month.replace("{month}", String(month))),
    ...years.map((form) => form.replace("{year}", String(year)).replace("{next}", String(year + 1))),
  ];
}
