// Composes a whole summary from an archetype's sections and written facts; mirrors macros/compose.py.

import { Context } from "./context.js";
import { block, merged, Numbering, partsOf, sectionBlocks } from "./document.js";
import { readEntries } from "./entries.js";
import { render } from "./interpreter.js";

/** @typedef {import("./types.js").Archetype} Archetype */
/** @typedef {import("./types.js").Facts} Facts */
/** @typedef {import("./types.js").Block} Block */
/** @typedef {import("./types.js").Document} Document */
/** @typedef {import("./types.js").OutlineEntry} OutlineEntry */
/** @typedef {import("./types.js").Template} Template */

const FRAME = /** @type {const} */ (["title", "signature", "date"]);

/**
 * What a reader has decided besides the facts.
 * @typedef {object} Choices
 * @property {string[]} [without] optional sections that are left out
 * @property {Record<string, string>} [headings] own headings, by section
 */

/**
 * The archetype's document with these facts; what is missing or means nothing prints as a blank.
 * @param {Archetype} archetype
 * @param {Facts} facts
 * @param {Choices} [choices]
 * @returns {Document}
 */
export function compose(archetype, facts, choices = {}) {
  return new Composer(archetype, facts, choices).document();
}

/**
 * The facts a reader enters, in the order the text needs them.
 * @param {Archetype} archetype
 * @param {string[]} [without]
 */
export function enteredFacts(archetype, without = []) {
  const used = usedSections(archetype.outline).filter((use) => !without.includes(use));
  const sections = used.map((use) => archetype.sections[use]);
  const templates = [...FRAME.map((name) => archetype.frame[name]), ...sections];
  return [...new Set(templates.flatMap((template) => template?.entered ?? []))];
}

/**
 * @param {OutlineEntry[]} outline
 * @returns {string[]}
 */
export function usedSections(outline) {
  return outline.flatMap((entry) => (entry.use ? [entry.use] : usedSections(entry.sections ?? [])));
}

/**
 * Required facts that are not given.
 * @param {Archetype} archetype
 * @param {import("./entries.js").Entries} entries
 * @param {string[]} without
 */
export function missing(archetype, entries, without) {
  return enteredFacts(archetype, without).filter((name) => {
    const [spec, entry] = [archetype.facts[name], entries[name]];
    const given = spec?.series ? entry && "now" in /** @type {object} */ (entry) : entry !== undefined;
    return spec?.required !== false && !given;
  });
}

class Composer {
  /**
   * @param {Archetype} archetype
   * @param {Facts} facts
   * @param {Choices} choices
   */
  constructor(archetype, facts, { without = [], headings = {} }) {
    this.archetype = archetype;
    this.without = without;
    this.headings = headings;
    const { entries } = readEntries(archetype.facts, Object.keys(archetype.facts), facts);
    const context = new Context(archetype.facts, entries);
    const detailed = archetype.form === "detailed";
    /** @type {import("./interpreter.js").Scope} */
    this.scope = (name) => (name === "detailed" ? detailed : context.fact(name));
    this.missing = missing(archetype, entries, without);
    this.numbering = new Numbering();
  }

  /** @returns {Document} */
  document() {
    const body = this.archetype.outline.flatMap((entry) => this.entry(entry, 1));
    const [title, signature, date] = FRAME.map((name) => this.framed(name));
    const blocks = [title, ...body, signature, date].filter((found) => found !== undefined);
    const blanks = blocks.flatMap((found) => found.runs).filter((run) => run.blank).length;
    const { id, version } = this.archetype;
    const draft = blanks > 0 || this.missing.length > 0;
    const named = { archetype: id, version, title: title?.text ?? "" };
    return { ...named, draft, blanks, missing: this.missing, blocks };
  }

  /** @param {"title" | "signature" | "date"} name */
  framed(name) {
    return block(name, merged(this.parts(this.archetype.frame[name]).flatMap((part) => part.runs)));
  }

  /** @param {Template} template */
  parts(template) {
    return partsOf(render(template.body, this.scope));
  }

  /**
   * @param {OutlineEntry} entry
   * @param {number} level
   * @returns {Block[]}
   */
  entry(entry, level) {
    return entry.use ? this.section(entry.use, entry.heading, level) : this.group(entry, level);
  }

  /**
   * @param {string} use
   * @param {string | undefined} heading
   * @param {number} level
   */
  section(use, heading, level) {
    const section = this.archetype.sections[use];
    if (!section || this.without.includes(use)) return [];
    const parts = this.parts(section);
    if (parts.length === 0) return [];
    if (!section.heading) return sectionBlocks(parts, use, level - 1, this.numbering);
    const texts = [this.headings[use], heading, section.name];
    const text = texts.find(Boolean) ?? "";
    const head = this.heading(text, level, use);
    return [head, ...sectionBlocks(parts, use, level, this.numbering)];
  }

  /**
   * @param {OutlineEntry} entry
   * @param {number} level
   */
  group(entry, level) {
    const before = this.numbering.counts;
    const heading = this.heading(entry.heading ?? "", level, "");
    const blocks = (entry.sections ?? []).flatMap((inner) => this.entry(inner, level + 1));
    if (blocks.length === 0) this.numbering.counts = before;
    return blocks.length > 0 ? [heading, ...blocks] : [];
  }

  /**
   * @param {string} text
   * @param {number} level
   * @param {string} section
   */
  heading(text, level, section) {
    return block("heading", [{ text }], { level, number: this.numbering.next(level), section });
  }
}
