// Lists the words of a writer's own in a draft, each with where it stands; mirrors
// macros/library/own_words.py.

import { OWN_FRAME } from "../facts/archetype_facts.js";
import { ownValue } from "../schema/own_value.js";

/** @typedef {import("../schema/types.js").Content} Content */
/** @typedef {import("../schema/types.js").OutlineEntry} OutlineEntry */

/**
 * Own words and where they stand: a section and a place of it, both empty in the outline; `where` is how
 * a writer calls it.
 * @typedef {{section: string, place: string, where: string, text: string}} OwnWords
 */

/** @type {Record<string, string>} */
export const FRAME_NAMES = {
  title: "标题",
  addressee: "主送机关",
  signature: "落款",
  date: "日期",
  endnote: "附注",
};
const UNTITLED = "自己加的段落";

/**
 * All words of the writer's own in a content, in its order.
 * @param {Content} content
 * @param {Record<string, import("../schema/types.js").Section>} sections
 * @returns {OwnWords[]}
 */
export function ownWords({ outline = [], own = {} }, sections) {
  const nameOf = (/** @type {string} */ use) => ownValue(sections, use)?.name ?? use;
  const headings = headingsOf(outline);
  const written = Object.entries(own.sections ?? {}).map(([section, { name, text }]) => ({
    ...{ section, place: "", where: name, text: `${name}\n${text}` },
  }));
  const items = Object.entries(own.items ?? {}).flatMap(([section, rows]) =>
    rows.map(({ id, title, text }) => ({
      ...{ section, place: id, where: `${nameOf(section)}·${[title, UNTITLED].find(Boolean) ?? ""}` },
      text: [title, text].filter((words) => words !== undefined).join("\n"),
    })),
  );
  const texts = Object.entries(own.texts ?? {}).flatMap(([section, places]) =>
    Object.entries(places).map(([place, text]) => ({
      ...{ section, place, text },
      where: section === OWN_FRAME ? (FRAME_NAMES[place] ?? place) : `${nameOf(section)}·${place}`,
    })),
  );
  const all = headings.length > 0 ? [{ section: "", place: "", where: "提纲", text: headings.join("\n") }] : [];
  return [...all, ...written, ...items, ...texts];
}

/**
 * @param {OutlineEntry[]} outline
 * @returns {string[]}
 */
function headingsOf(outline) {
  return outline.flatMap(({ heading, sections = [] }) => [
    ...(heading === undefined ? [] : [heading]),
    ...headingsOf(sections),
  ]);
}
