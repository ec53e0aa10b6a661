// One summary to be written: an archetype with what its writer has changed of it; mirrors
// macros/library/summary.py.

import { enteredFacts, FRAME, inputsOf } from "../facts/archetype_facts.js";
import { readOwnText } from "../templating/own_text.js";
import { factsIn } from "../templating/render.js";
import { passages } from "./passages.js";

/** @typedef {import("../schema/types.js").Archetype} Archetype */
/** @typedef {import("../schema/types.js").Content} Content */
/** @typedef {import("../schema/types.js").OutlineEntry} OutlineEntry */
/** @typedef {import("../schema/types.js").FactSpec} FactSpec */
/** @typedef {import("../schema/types.js").Statement} Statement */
/** @typedef {import("./passages.js").Passage} Passage */

/**
 * What a reader has decided besides the facts.
 * @typedef {object} Choices
 * @property {string[]} [without] sections that are left out
 * @property {Record<string, string>} [headings] own headings, by section or by a group's heading
 * @property {Content} [content] what the file brings of its own
 */

/** The outline, the facts and the passages of one summary. */
export class Summary {
  /** @type {Map<string, Passage[]>} */
  #passages = new Map();
  /** @type {Map<Statement[], string[]>} */
  #inputs = new Map();
  /** @type {string[] | undefined} */
  #printed;
  /** @type {string[] | undefined} */
  #entered;

  /**
   * @param {Archetype} archetype
   * @param {Choices} [choices]
   */
  constructor(archetype, choices = {}) {
    const { without = [], headings = {}, content = {} } = choices;
    this.archetype = archetype;
    this.choices = choices;
    this.content = content;
    const own = content.own?.facts;
    /** @type {Record<string, FactSpec>} the vocabulary, and the writer's own facts */
    this.specs = own ? { ...archetype.facts, ...own } : archetype.facts;
    /** @type {OutlineEntry[]} the sections and groups that are written, in order */
    this.outline = content.outline?.length
      ? content.outline
      : written(archetype.outline, without, headings);
  }

  /**
   * The summary with other choices; this one where they are the same.
   * @param {Choices} choices
   */
  with(choices) {
    const { without, headings, content } = this.choices;
    const isSame =
      without === choices.without && headings === choices.headings && content === choices.content;
    return isSame ? this : new Summary(this.archetype, choices);
  }

  /** The outline without its groups: each section that is written, in order. */
  get lines() {
    return this.outline.flatMap((entry) => (entry.sections?.length ? entry.sections : [entry]));
  }

  // --- what is printed ---

  /**
   * What is printed of a section, in order.
   * @param {string} use
   */
  passages(use) {
    const section = this.archetype.sections[use];
    const found = this.#passages.get(use);
    if (found || !section) return found ?? [];
    const made = passages(use, section, this.content, this.specs);
    this.#passages.set(use, made);
    return made;
  }

  /**
   * The text of a section of the writer's own.
   * @param {string} name
   */
  ownSection(name) {
    return readOwnText(this.content.own?.sections?.[name]?.text ?? "", this.specs, true);
  }

  /**
   * All that is printed, as compiled bodies: the frame, the passages, own sections.
   * @returns {Statement[][]}
   */
  bodies() {
    const frame = FRAME.map((name) => this.archetype.frame[name].body);
    return [...frame, ...this.lines.flatMap((line) => this.bodiesOfLine(line))];
  }

  /**
   * What is printed of a section.
   * @param {OutlineEntry} line
   * @returns {Statement[][]}
   */
  bodiesOfLine({ own, use = "" }) {
    if (own) return bodiesOf(this.ownSection(own));
    return this.passages(use).flatMap(({ text, body = [] }) => (text ? bodiesOf(text) : [body]));
  }

  // --- facts ---

  /** The facts a reader may enter, also those of places that are left out. */
  get entered() {
    this.#entered ??= [...new Set([...this.#enteredInSections(), ...this.#enteredInOwnTexts()])];
    return this.#entered;
  }

  #enteredInSections() {
    const { sections } = this.archetype;
    const used = this.lines.flatMap(({ use = "" }) => sections[use]?.entered ?? []);
    return [...enteredFacts(this.archetype, this.choices.without), ...used];
  }

  #enteredInOwnTexts() {
    const named = this.#ownTexts().flatMap(bodiesOf).flatMap(factsIn);
    return inputsOf(this.specs, [...named, ...Object.keys(this.content.own?.facts ?? {})]);
  }

  /** Every text of the writer's own, also those that are not printed. */
  #ownTexts() {
    const { texts = {}, items = {}, sections = {} } = this.content.own ?? {};
    const written = [
      ...Object.values(texts).flatMap((places) => Object.values(places)),
      ...Object.values(items).flatMap((own) => own.map(({ text = "" }) => text)),
    ];
    const read = written.map((text) => readOwnText(text, this.specs, false));
    return [...read, ...Object.keys(sections).map((name) => this.ownSection(name))];
  }

  /** The facts a reader enters for what is printed, in the order of the text. */
  get printedFacts() {
    this.#printed ??= inputsOf(this.specs, this.bodies().flatMap(factsIn));
    return this.#printed;
  }

  /**
   * What a body's text depends on: its facts, the periods and, where a list cites, every fact.
   * @param {Statement[]} body
   */
  inputs(body) {
    const found = this.#inputs.get(body);
    if (found) return found;
    const named = factsIn(body);
    const names = [...new Set([...named, ...inputsOf(this.specs, named)])];
    const cites = names.some((name) => isCiting(this.specs[name]));
    const all = cites ? Object.keys(this.specs) : [...names, "period", "last_period", "as_of"];
    this.#inputs.set(body, all);
    return all;
  }
}

/**
 * The lines of an own text as bodies; a table prints its facts.
 * @param {ReturnType<typeof readOwnText>} text
 * @returns {Statement[][]}
 */
function bodiesOf({ lines }) {
  return lines.map(({ mark, body }) =>
    mark === "table" ? body.map((name) => /** @type {Statement} */ (["=", name])) : body,
  );
}

/**
 * Tells whether a fact's records cite other facts.
 * @param {FactSpec} [spec]
 */
function isCiting(spec) {
  return Object.values(spec?.fields ?? {}).some((field) => field.type === "figure");
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
