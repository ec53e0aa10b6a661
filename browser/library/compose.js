// Composes a whole summary from an archetype's sections and the facts as typed; mirrors macros/library/compose.py.

import { FRAME, missing } from "../facts/archetype_facts.js";
import { Context } from "../facts/context.js";
import { block, withoutBidiControls } from "../document/document.js";
import { mergeLiteralRuns, partsOf, sectionBlocks } from "../document/paragraphs.js";
import { joinLines, readEntries } from "../facts/entries.js";
import { render } from "../templating/render.js";

/** @typedef {import("../schema/types.js").Archetype} Archetype */
/** @typedef {import("../schema/types.js").Facts} Facts */
/** @typedef {import("../schema/types.js").Block} Block */
/** @typedef {import("../schema/types.js").Document} Document */
/** @typedef {import("../schema/types.js").OutlineEntry} OutlineEntry */
/** @typedef {import("../schema/types.js").Template} Template */
/** @typedef {import("../schema/types.js").Written} Written */
/** @typedef {import("../document/paragraphs.js").Part} Part */

/**
 * What a reader chooses besides the facts.
 * @typedef {object} Choices
 * @property {string[]} [without] optional sections to leave out
 * @property {Record<string, string>} [headings] own headings, by section or by the heading of a group
 */

/** Composes an archetype's document; keeps what it rendered, and renders again only what has changed. */
export class Composer {
  /** @type {Choices & {without: string[], headings: Record<string, string>}} */
  choices = { without: [], headings: {} };
  /** @type {Facts} */
  #facts = {};
  /** @type {import("../templating/render.js").Scope} */
  #scope = () => undefined;
  /** @type {Map<Template, {written: (Written | undefined)[], parts: Part[]}>} */
  #rendered = new Map();

  /** @param {Archetype} archetype */
  constructor(archetype) {
    this.archetype = archetype;
  }

  /**
   * The document with these facts: what is missing or invalid prints as a blank.  It has no numbers
   * yet (numbering.js).
   * @param {Facts} facts
   * @param {Choices} [choices]
   * @returns {Document}
   */
  document(facts, { without = [], headings = {} } = {}) {
    const { archetype } = this;
    const { entries } = readEntries(archetype.facts, Object.keys(archetype.facts), facts);
    const context = new Context(archetype.facts, entries);
    this.#scope = (name) => context.fact(name);
    this.#facts = facts;
    this.choices = { without, headings };
    return this.#assembled(missing(archetype, entries, without));
  }

  /**
   * @param {string[]} lacking
   * @returns {Document}
   */
  #assembled(lacking) {
    const body = this.archetype.outline.flatMap((entry) => this.#entry(entry, 1));
    const [title, signature, date] = FRAME.map((name) => this.#framed(name));
    const blocks = [title, ...body, signature, date].filter((found) => found !== undefined);
    const blanks = blocks.flatMap((found) => found.runs).filter((run) => run.blank).length;
    const { id, version } = this.archetype;
    const draft = blanks > 0 || lacking.length > 0;
    const head = { archetype: id, version, title: title?.text ?? "" };
    return { ...head, draft, blanks, missing: lacking, blocks };
  }

  /** @param {"title" | "signature" | "date"} name */
  #framed(name) {
    const runs = this.#parts(this.archetype.frame[name]).flatMap((part) => part.runs);
    return block(name, mergeLiteralRuns(runs));
  }

  /** @param {Template} template */
  #parts(template) {
    const written = this.#inputs(template);
    const before = this.#rendered.get(template);
    if (before?.written.every((fact, index) => fact === written[index])) return before.parts;
    const parts = partsOf(render(template.body, this.#scope));
    this.#rendered.set(template, { written, parts });
    return parts;
  }

  /**
   * What a template's text depends on: its facts, the periods and, where a list cites, every fact.
   * @param {Template} template
   */
  #inputs({ entered }) {
    const cites = entered.some((name) => isCiting(this.archetype.facts[name]));
    const names = cites ? Object.keys(this.archetype.facts) : [...entered, "period", "last_period"];
    return names.map((name) => this.#facts[name]);
  }

  /**
   * @param {OutlineEntry} entry
   * @param {number} level
   * @returns {Block[]}
   */
  #entry(entry, level) {
    return entry.use ? this.#section(entry.use, entry.heading, level) : this.#group(entry, level);
  }

  /**
   * @param {string} use
   * @param {string | undefined} heading
   * @param {number} level
   */
  #section(use, heading, level) {
    const section = this.archetype.sections[use];
    const { without, headings } = this.choices;
    if (!section || without.includes(use)) return [];
    const parts = this.#parts(section);
    if (parts.length === 0) return [];
    if (!section.heading) return sectionBlocks(parts, use, level - 1);
    const texts = [headings[use], heading, section.name];
    const text = texts.find(Boolean) ?? "";
    return [headingBlock(text, level, use), ...sectionBlocks(parts, use, level)];
  }

  /**
   * @param {OutlineEntry} entry
   * @param {number} level
   */
  #group(entry, level) {
    const own = entry.heading ?? "";
    const text = [this.choices.headings[own], own].find(Boolean) ?? "";
    const blocks = (entry.sections ?? []).flatMap((inner) => this.#entry(inner, level + 1));
    return blocks.length > 0 ? [headingBlock(text, level, ""), ...blocks] : [];
  }
}

/**
 * @param {string} text
 * @param {number} level
 * @param {string} section
 */
function headingBlock(text, level, section) {
  return block("heading", [{ text: withoutBidiControls(joinLines(text)) }], { level, section });
}

/**
 * Tells whether a fact's records cite other facts.
 * @param {import("../schema/types.js").FactSpec} [spec]
 */
function isCiting(spec) {
  return Object.values(spec?.fields ?? {}).some((field) => field.type === "figure");
}
