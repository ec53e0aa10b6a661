// Finds the digits that a writer has typed into own words, where no figure can be computed; mirrors
// macros/library/typed_numbers.py.

import { OWN_FRAME } from "../facts/archetype_facts.js";
import { ownValue } from "../schema/own_value.js";

/** @typedef {import("../schema/types.js").Content} Content */

/**
 * Own words, and where they stand: the section and the place, an own item's id or nothing.
 * @typedef {{section: string, place: string, where: string, text: string}} OwnWords
 */

// Not those of a name, such as H7N9 or 5G.
const DIGITS = /(?<![A-Za-z0-9])[0-9０-９]+(?:[.．,][0-9０-９]+)*(?![A-Za-z0-9])[%％‰]?/g;
const EXPRESSION = /\{\{.*?\}\}/g;
/** @type {Record<string, string>} */
const FRAME_NAMES = { title: "标题", signature: "落款", date: "日期" };

/**
 * The digits in a text, outside its expressions.
 * @param {string} text
 */
export function typedNumbers(text) {
  return text.replace(EXPRESSION, "").match(DIGITS) ?? [];
}

/**
 * All words of the writer's own in a content, as far as they are printed.
 * @param {Content} content
 * @param {Record<string, import("../schema/types.js").Section>} sections
 * @returns {OwnWords[]}
 */
export function ownWords({ own = {} }, sections) {
  const nameOf = (/** @type {string} */ use) => ownValue(sections, use)?.name ?? use;
  const texts = Object.entries(own.texts ?? {}).flatMap(([section, places]) =>
    Object.entries(places).map(([place, text]) => ({
      ...{ section, place, text },
      where: section === OWN_FRAME ? (FRAME_NAMES[place] ?? place) : `${nameOf(section)}·${place}`,
    })),
  );
  const items = Object.entries(own.items ?? {}).flatMap(([section, rows]) =>
    rows.map(({ id, title = "", text = "" }) => ({
      ...{ section, place: id, where: `${nameOf(section)}·${title || "自己加的段落"}` },
      text: title ? `${title}。${text}` : text,
    })),
  );
  const written = Object.entries(own.sections ?? {}).map(([section, { name, text }]) => ({
    ...{ section, place: "", where: name, text: `${name}。${text}` },
  }));
  return [...texts, ...items, ...written];
}
