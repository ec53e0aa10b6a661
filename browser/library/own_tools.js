// What reads a writer's own content, with the whole library at hand; a summary without any works
// without it, so the page loads it when a draft first has some.

import { inputsOf, referencesOf, usedSections } from "../facts/archetype_facts.js";
import { ownSpecs } from "../facts/own_facts.js";
import { isComputed } from "../schema/fact_types.js";
import { readOwnText } from "../templating/own_text.js";
import { namesInExpressions } from "../templating/written_expressions.js";
import { checkContent } from "./content_checks.js";
import { passages } from "./passages.js";

/** @typedef {import("../schema/types.js").Archetype} Archetype */
/** @typedef {import("../schema/types.js").Content} Content */
/** @typedef {import("../schema/types.js").FactSpec} FactSpec */
/** @typedef {import("../schema/types.js").Library} Library */
/** @typedef {import("./summary.js").OwnTools} OwnTools */

/**
 * The tools for own content over a library's sections and facts.
 * @param {Library} library
 * @returns {OwnTools}
 */
export function ownTools(library) {
  return {
    library,
    opened: (archetype, content) => opened(archetype, content, library),
    readOwnText,
    passages,
    check: (summary) => checkContent(summary, library),
  };
}

/**
 * The archetype with the sections and the facts that a content asks for, the writer's own among them.
 * @param {Archetype} archetype
 * @param {Content} content
 * @param {Library} library
 * @returns {Archetype}
 */
function opened(archetype, content, library) {
  const uses = usedSections(content.outline ?? []).filter((use) => !Object.hasOwn(archetype.sections, use));
  const added = uses.flatMap((use) => {
    const section = Object.hasOwn(library.sections, use) ? library.sections[use] : undefined;
    return section ? [{ use, section }] : [];
  });
  const sections = Object.fromEntries(added.map(({ use, section }) => [use, section]));
  const own = ownSpecs(content.own?.facts ?? {});
  const named = [...added.flatMap(({ section }) => section.facts), ...namesIn(content)];
  const facts = { ...availableFacts(archetype.facts, named, library.facts), ...own };
  return { ...archetype, sections: { ...archetype.sections, ...sections }, facts };
}

/**
 * The library's facts that a summary may show: its archetype's, those named besides, and what can be
 * computed from them.
 * @param {Record<string, FactSpec>} present
 * @param {string[]} named
 * @param {Record<string, FactSpec>} library
 */
function availableFacts(present, named, library) {
  const entered = new Set([...Object.keys(present), ...inputsOf(library, named)]);
  const isAvailable = (/** @type {string} */ name, /** @type {FactSpec} */ spec) =>
    entered.has(name) || (isComputed(spec) && inputsOf(library, [name]).every((one) => entered.has(one)));
  const found = Object.entries(library).filter(([name, spec]) => isAvailable(name, spec));
  return Object.fromEntries(found);
}

/**
 * Whatever may name a fact: in own texts, in own facts and in marks.
 * @param {Content} content
 */
function namesIn({ own = {}, marks = {} }) {
  const { facts = {}, sections = {}, items = {}, texts = {} } = own;
  const parts = [...Object.values(sections), ...Object.values(items).flat()].map(({ text = "" }) => text);
  const written = [...parts, ...Object.values(texts).flatMap((inner) => Object.values(inner))];
  const sources = Object.values(facts).flatMap((spec) => referencesOf(spec));
  return [...written.flatMap(namesInExpressions), ...sources, ...Object.keys(marks.as_of ?? {})];
}
