// One summary to be written: an archetype with what its writer has changed of it; mirrors
// macros/library/summary.py.

import { askingInOrder, enteredFacts, FRAME, inputsOf, OWN_FRAME, usedSections } from "../facts/archetype_facts.js";
import { isQuotient } from "../schema/fact_types.js";
import { ownValue } from "../schema/own_value.js";
import { fieldsRead } from "../templating/fields_read.js";
import { factsIn } from "../templating/render.js";

/** @typedef {import("../schema/types.js").Archetype} Archetype */
/** @typedef {import("../schema/types.js").Content} Content */
/** @typedef {import("../schema/types.js").OutlineEntry} OutlineEntry */
/** @typedef {import("../schema/types.js").FactSpec} FactSpec */
/** @typedef {import("../schema/types.js").Statement} Statement */
/** @typedef {import("../templating/own_text.js").OwnText} OwnText */

/**
 * A place as its template has it (`body`), or own words (`text`) under a title that stays.  `name` is
 * the place's, or an own item's id.  One that is `joined` goes on with the paragraph before it in the
 * brief form.
 * @typedef {object} Passage
 * @property {string} name
 * @property {string} [title]
 * @property {boolean} [joined]
 * @property {Statement[]} [body]
 * @property {OwnText} [text]
 * @property {boolean} isPlace
 */

/**
 * What is wrong in a content: the keys that lead there, in a text also the index of a UTF-16 unit.
 * A warning does not keep a text from being final, unless it is about words that are still to be settled.
 * @typedef {{keys: (string | number)[], index?: number, warning?: boolean, unsettled?: boolean, what: string,
 *   expected: string}} ContentProblem
 */

/**
 * What a summary with content of its own needs besides (own_tools.js).
 * @typedef {object} OwnTools
 * @property {import("../schema/types.js").Library} library
 * @property {(archetype: Archetype, content: Content) => Archetype} opened the archetype with what the
 *   content asks for
 * @property {typeof import("../templating/own_text.js").readOwnText} readOwnText
 * @property {typeof import("./passages.js").passages} passages
 * @property {(summary: Summary) => ContentProblem[]} check
 */

/**
 * What a reader has decided besides the facts.
 * @typedef {object} Choices
 * @property {string[]} [without] sections that are left out
 * @property {Record<string, string>} [headings] own headings, by section or by a group's heading
 * @property {Content} [content] what the file brings of its own
 */

/**
 * Tells whether a draft brings anything besides facts.
 * @param {Content} content
 */
export function hasContent(content) {
  return Object.keys(content).length > 0;
}

/** The outline, the facts and the passages of one summary. */
export class Summary {
  /** @type {Map<string, Passage[]>} */
  #passages = new Map();
  /** @type {Map<string, OwnText>} */
  #ownSections = new Map();
  /** @type {string[] | undefined} */
  #printed;
  /** @type {Map<string, Set<string>> | undefined} */
  #fields;
  /** @type {string[] | undefined} */
  #entered;
  /** @type {ContentProblem[] | undefined} */
  #problems;
  #base;

  /**
   * @param {Archetype} archetype
   * @param {Choices} [choices]
   * @param {OwnTools | null} [tools] none are needed while there is no content
   */
  constructor(archetype, choices = {}, tools = null) {
    const { without = [], headings = {}, content = {} } = choices;
    if (!tools && hasContent(content)) throw new Error("own.js is not loaded");
    this.#base = archetype;
    this.tools = hasContent(content) ? tools : null;
    this.archetype = this.tools?.opened(archetype, content) ?? archetype;
    this.choices = choices;
    this.content = content;
    /** @type {Record<string, FactSpec>} the vocabulary, and the writer's own facts */
    this.specs = this.archetype.facts;
    /** @type {OutlineEntry[]} the sections and groups that are written, in order */
    this.outline = content.outline?.length
      ? content.outline
      : written(archetype.outline, without, headings);
  }

  /**
   * The summary with other choices; this one where they are the same.
   * @param {Choices} choices
   * @param {OwnTools | null} tools
   */
  with(choices, tools) {
    const { without, headings, content } = this.choices;
    const isSame =
      without === choices.without && headings === choices.headings && content === choices.content;
    return isSame ? this : new Summary(this.#base, choices, tools);
  }

  /** What is wrong in the content. */
  get problems() {
    this.#problems ??= this.tools?.check(this) ?? [];
    return this.#problems;
  }

  /** The outline without its groups: each section that is written, in order. */
  get lines() {
    return this.outline.flatMap((entry) => (entry.sections?.length ? entry.sections : [entry]));
  }

  /** The same lines as they ask for facts. */
  get asking() {
    return askingInOrder(this.archetype, this.lines);
  }

  // --- what is printed ---

  /**
   * What is printed of a section, in order.
   * @param {string} use
   */
  passages(use) {
    const section = ownValue(this.archetype.sections, use);
    const found = this.#passages.get(use);
    if (found || !section) return found ?? [];
    /** @type {Passage[]} */
    const made =
      this.tools?.passages(use, section, this.content, this.specs, this.archetype.form) ??
      section.places.map((place) => ({ ...place, isPlace: true }));
    this.#passages.set(use, made);
    return made;
  }

  /**
   * The text of a section of the writer's own.
   * @param {string} name
   * @returns {OwnText}
   */
  ownSection(name) {
    const known = this.#ownSections.get(name);
    if (known) return known;
    const written = ownValue(this.content.own?.sections, name)?.text ?? "";
    const text = this.tools?.readOwnText(written, this.specs, true) ?? { lines: [], mistakes: [] };
    this.#ownSections.set(name, text);
    return text;
  }

  /**
   * The writer's own words for a line of the frame.
   * @param {string} name
   * @returns {OwnText | null}
   */
  framed(name) {
    const written = ownValue(ownValue(this.content.own?.texts, OWN_FRAME), name);
    if (written === undefined) return null;
    return this.tools?.readOwnText(written, this.specs, false) ?? null;
  }

  /**
   * All that is printed, as compiled bodies: the frame, the passages, own sections.
   * @returns {Statement[][]}
   */
  bodies() {
    const frame = FRAME.flatMap((name) => {
      const own = this.framed(name);
      return own ? bodiesOf(own) : [this.archetype.frame[name].body];
    });
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

  /** The fields of each list that a text reads, be it printed or left out. */
  get fieldsRead() {
    this.#fields ??= this.#readFields();
    return this.#fields;
  }

  #readFields() {
    const { sections, outline } = this.archetype;
    const uses = usedSections([...outline, ...this.outline]);
    const templates = uses.flatMap((use) => ownValue(sections, use)?.places.map(({ body }) => body) ?? []);
    /** @type {Map<string, Set<string>>} */
    const found = new Map();
    for (const [name, field] of [...this.bodies(), ...templates].flatMap(fieldsRead)) {
      const [first = ""] = Object.keys(this.specs[name]?.fields ?? {});
      found.set(name, (found.get(name) ?? new Set()).add(field || first));
    }
    return found;
  }

  // --- facts ---

  /**
   * The facts that are entered for a section.
   * @param {OutlineEntry} line
   */
  factsOfLine(line) {
    return inputsOf(this.specs, this.bodiesOfLine(line).flatMap(factsIn));
  }

  /**
   * The rates and quotients that a section states, which may be entered where their counts are not known.
   * @param {OutlineEntry} line
   */
  rates(line) {
    const named = [...this.bodiesOfLine(line).flatMap(factsIn), ...(this.archetype.sections[line.use ?? ""]?.facts ?? [])];
    return [...new Set(named)].filter((name) => {
      const spec = ownValue(this.specs, name);
      return spec !== undefined && isQuotient(spec);
    });
  }

  /** The facts a reader may enter, also those of places that are left out. */
  get entered() {
    this.#entered ??= [...new Set([...this.#enteredInSections(), ...this.enteredInOwnWords])];
    return this.#entered;
  }

  #enteredInSections() {
    const { sections } = this.archetype;
    const used = this.lines.flatMap(({ use = "" }) => sections[use]?.entered ?? []);
    return [...enteredFacts(this.archetype, this.choices.without), ...used];
  }

  /** The facts that are entered for own words, and the writer's own facts. */
  get enteredInOwnWords() {
    const named = this.#ownTexts().flatMap(bodiesOf).flatMap(factsIn);
    return inputsOf(this.specs, [...named, ...Object.keys(this.content.own?.facts ?? {})]);
  }

  /** Every text of the writer's own, also those that are not printed. */
  #ownTexts() {
    const { tools } = this;
    if (!tools) return [];
    const { texts = {}, items = {}, sections = {} } = this.content.own ?? {};
    const written = [
      ...Object.values(texts).flatMap((places) => Object.values(places)),
      ...Object.values(items).flatMap((own) => own.map(({ text = "" }) => text)),
    ];
    const read = written.map((text) => tools.readOwnText(text, this.specs, false));
    return [...read, ...Object.keys(sections).map((name) => this.ownSection(name))];
  }

  /** The facts a reader enters for what is printed, in the order of the text. */
  get printedFacts() {
    this.#printed ??= inputsOf(this.specs, this.bodies().flatMap(factsIn));
    return this.#printed;
  }
}

/**
 * The lines of an own text as bodies; a table prints its facts.
 * @param {OwnText} text
 * @returns {Statement[][]}
 */
export function bodiesOf({ lines }) {
  return lines.map(({ mark, body }) =>
    mark === "table" ? body.map((name) => /** @type {Statement} */ (["=", name])) : body,
  );
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
    return [{ ...(use ? { use } : {}), heading: [ownValue(headings, name), heading].find(Boolean) ?? "", sections: inner }];
  });
}
