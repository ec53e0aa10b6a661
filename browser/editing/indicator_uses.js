// Where an own indicator is used: in own words, and in indicators computed from it.

import { sourcesOf } from "../facts/archetype_facts.js";
import { namesInExpressions } from "../templating/written_expressions.js";

/** @typedef {import("../schema/types.js").Content} Content */

/**
 * The places and indicators that use a fact, as their writer calls them.
 * @param {{content: Content, nameOf: (use: string) => string}} editing
 * @param {string} fact
 * @returns {string[]}
 */
export function usesOf({ content, nameOf }, fact) {
  const { facts = {}, sections = {}, items = {}, texts = {} } = content.own ?? {};
  const computed = Object.values(facts)
    .filter((spec) => sourcesOf(spec).includes(fact))
    .map(({ label }) => `指标“${label}”`);
  const places = Object.entries(texts).flatMap(([use, own]) =>
    Object.entries(own).map(([name, text]) => ({ text, where: `${nameOf(use)}“${name}”` })),
  );
  const added = Object.entries(items).flatMap(([use, own]) =>
    own.map(({ title = "", text = "" }) => ({ text, where: `${nameOf(use)}自己加的“${title || "段落"}”` })),
  );
  const written = Object.values(sections).map(({ name, text }) => ({ text, where: `“${name}”一节` }));
  const named = [...places, ...added, ...written].filter(({ text }) => namesInExpressions(text).includes(fact));
  return [...computed, ...named.map(({ where }) => where)];
}
