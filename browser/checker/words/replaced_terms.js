// Terms that have been replaced, by data/writing/terms.yml.

import { replacedTerms, sinceText } from "../../document/replaced_terms.js";
import { wordsOf } from "../parameters.js";

/** @typedef {import("../types.js").Checker} Checker */
/** @typedef {import("../types.js").Terms} Terms */
/** @typedef {import("../../document/replaced_terms.js").Term} Term */

/** @type {Checker} */
export function replacedTermsChecker({ text, period, title }, rule) {
  const { terms, parameters = {} } = rule;
  const except = wordsOf(rule, "except");
  const wanted = Object.entries(terms?.terms ?? {}).filter(([id, { kind }]) => kind === parameters["kind"] && !except.includes(id));
  const found = replacedTerms(text, { ...terms, terms: Object.fromEntries(wanted) }, { lastDay: lastDay(period, title) });
  return found.map(({ term, start, end }) => ({ start, end, ...told(term, text.slice(start, end)) }));
}

/**
 * @param {Term} term
 * @param {string} old
 */
function told(term, old) {
  const since = sinceText(term);
  const instead = term.new ? `，现在写“${term.new}”` : "";
  const message = `“${old}”是${since ? `${since}起` : ""}不用的说法${instead}`;
  const { source } = term;
  const why = [term.why, source && `依据：${source}`].filter(Boolean).join("。");
  return { message, why, ...(source !== undefined && { source }), ...(isOne(term.new) && { suggestion: term.new }) };
}

/**
 * Whether the new words can stand for the old ones as they are.
 * @param {string} words
 */
function isOne(words) {
  return words !== "" && !/[、（]/.test(words);
}

/**
 * @param {import("../../prose/types.js").Period | null} period
 * @param {string} title
 */
function lastDay(period, title) {
  const named = /(?:19|20)[0-9]{2}(?=年)/.exec(title);
  if (!period) return named ? `${named[0]}-12-31` : "";
  const [year, month] = [Math.floor(period.last / 12), (period.last % 12) + 1];
  return `${String(year)}-${String(month).padStart(2, "0")}-31`;
}
