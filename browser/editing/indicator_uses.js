// Where an own indicator is used: in own words, and in indicators computed from it.

/** @typedef {import("../schema/types.js").Content} Content */

const EXPRESSION = /\{\{[^\n]*?\}\}/g;
const NAME = /[A-Za-z_][A-Za-z0-9_]*/g;

/**
 * The places and indicators that use a fact, as their writer calls them.
 * @param {{content: Content, nameOf: (use: string) => string}} editing
 * @param {string} fact
 * @returns {string[]}
 */
export function usesOf({ content, nameOf }, fact) {
  const { facts = {}, sections = {}, items = {}, texts = {} } = content.own ?? {};
  const computed = Object.values(facts)
    .filter(({ numerator, denominator, sum_of: parts = [] }) => [numerator, denominator, ...parts].includes(fact))
    .map(({ label }) => `指标“${label}”`);
  const places = Object.entries(texts).flatMap(([use, own]) =>
    Object.entries(own).map(([name, text]) => ({ text, where: `${nameOf(use)}“${name}”` })),
  );
  const added = Object.entries(items).flatMap(([use, own]) =>
    own.map(({ title = "", text = "" }) => ({ text, where: `${nameOf(use)}自己加的“${title || "段落"}”` })),
  );
  const written = Object.values(sections).map(({ name, text }) => ({ text, where: `“${name}”一节` }));
  const named = [...places, ...added, ...written].filter(({ text }) => names(text).has(fact));
  return [...computed, ...named.map(({ where }) => where)];
}

/** @param {string} text */
function names(text) {
  return new Set((text.match(EXPRESSION) ?? []).flatMap((expression) => expression.match(NAME) ?? []));
}
