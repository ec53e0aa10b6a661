// The dictionary of official indicators, offered while the name of an indicator of one's own is typed.

import { make } from "../page/elements.js";
import { loadScript } from "../page/lazy_script.js";

/** @typedef {import("../schema/types.js").FactSpec} FactSpec */

/**
 * An official indicator with its present and former names; `parts` are what it is computed from, if the page
 * can compute it: ids of entries, or words.
 * @typedef {{names: string[], unit: string, parts: string[], basis: string, source: string}} DictionaryEntry
 */

const SHARES = ["%", "‰", "1/10万"];

/** @returns {Promise<DictionaryEntry[]>} empty where the site's files are not complete: it only helps */
export async function loadDictionary() {
  const loaded = loadScript("dictionary.js", "summariesDictionary").catch(() => []);
  return /** @type {DictionaryEntry[]} */ (await loaded);
}

/**
 * The choices of names, present and former, for an input.
 * @param {string} id
 * @param {DictionaryEntry[]} entries
 */
export function nameChoices(id, entries) {
  const options = entries.flatMap(({ names }) => names.map((value) => make("option", { value })));
  return make("datalist", { id }, ...options);
}

/**
 * What the entry of a name says of an indicator; null where there is none.
 * @param {DictionaryEntry[]} entries
 * @param {string} name
 * @param {Record<string, FactSpec>} specs
 */
export function entryNamed(entries, name, specs) {
  const entry = entries.find(({ names }) => names.includes(name));
  if (!entry) return null;
  const computed = SHARES.includes(entry.unit) ? "rate" : "quotient";
  const [numerator = "", denominator = ""] = entry.parts.map((part) => factOfEntry(specs, part));
  const basis = entry.basis || "算法没有见到";
  return { kind: entry.parts.length > 0 ? computed : "decimal", unit: entry.unit, numerator, denominator, basis: `口径：${basis}（${entry.source}）` };
}

/**
 * The fact that is declared by an entry of the dictionary.
 * @param {Record<string, FactSpec>} specs
 * @param {string} entry
 */
function factOfEntry(specs, entry) {
  return Object.entries(specs).find(([, { indicator }]) => indicator === entry)?.[0];
}
