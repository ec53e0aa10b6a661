// One summary to be written: an archetype with what its writer has changed of it; mirrors
// macros/library/summary.py.

import { readOwnText } from "../templating/own_text.js";
import { passages } from "./passages.js";

/** @typedef {import("../schema/types.js").Archetype} Archetype */
/** @typedef {import("../schema/types.js").Content} Content */
/** @typedef {import("../schema/types.js").OutlineEntry} OutlineEntry */
/** @typedef {import("../schema/types.js").FactSpec} FactSpec */

/**
 * What a reader has decided besides the facts.
 * @typedef {object} Choices
 * @property {string[]} [without] sections that are left out
 * @property {Record<string, string>} [headings] own headings, by section or by a group's heading
 * @property {Content} [content] what the file brings of its own
 */

/** The outline, the facts and the passages of one summary. */
export class Summary {
  /**
   * @param {Archetype} archetype
   * @param {Choices} [choices]
   */
  constructor(archetype, { without = [], headings = {}, content = {} } = {}) {
    this.archetype = archetype;
    this.content = content;
    const own = content.own?.facts;
    /** @type {Record<string, FactSpec>} the vocabulary, and the writer's own facts */
    this.specs = own ? { ...archetype.facts, ...own } : archetype.facts;
    /** @type {OutlineEntry[]} the sections and groups that are written, in order */
    this.outline = content.outline?.length
      ? content.outline
      : written(archetype.outline, without, headings);
  }

  /** The outline without its groups: each section that is written, in order. */
  get lines() {
    return this.outline.flatMap((entry) => (entry.sections?.length ? entry.sections : [entry]));
  }

  /**
   * What is printed of a section, in order.
   * @param {string} use
   */
  passages(use) {
    const section = this.archetype.sections[use];
    return section ? passages(use, section, this.content, this.specs) : [];
  }

  /**
   * The text of a section of the writer's own.
   * @param {string} name
   */
  ownSection(name) {
    return readOwnText(this.content.own?.sections?.[name]?.text ?? "", this.specs, true);
  }
}

/**
 * An archetype's outline with the writer's headings, without what is left out.
 * @param {OutlineEntry[]} outline
 * @param {string[]} without
 * @param {Record<string, string>} headings
 * @returns {OutlineEntry[]}
 */
function written(outline, without, headings) {
  return outline.flatMap(({ use, heading = "", sections = [] }) => {
    const name = use ?? heading;
    const inner = written(sections, without, headings);
    if ((use && without.includes(use)) || (!use && inner.length === 0)) return [];
    const own = Object.hasOwn(headings, name) ? headings[name] : undefined;
    return [{ ...(use ? { use } : {}), heading: [own, heading].find(Boolean) ?? "", sections: inner }];
  });
}
