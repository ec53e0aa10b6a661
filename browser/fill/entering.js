// How the values of a draft are entered, in the form, on the paper or in the table: their controls, what these
// write to the store, and what is wrong in them.

import { confirmed, emptyRecord, recordsOf, withRecord } from "../drafts/list_records.js";
import { withBundle } from "../exchange/lazy_own.js";
import { understood } from "../facts/days_typed.js";
import { factOf, labelAt, parsePath, valueAt, withValueAt } from "../facts/paths.js";
import { withShortQuotes } from "../preview/short_quotes.js";
import { isCitable, isQuotient } from "../schema/fact_types.js";
import { sides } from "../templating/expression_kinds.js";
import { makeEntry, makeField } from "./field.js";
import { periodChoices, withPeriod } from "./period_choice.js";
import { WordsFields } from "./words_fields.js";

/** @typedef {import("../schema/types.js").Archetype} Archetype */
/** @typedef {import("../schema/types.js").FactSpec} FactSpec */
/** @typedef {import("../schema/types.js").FieldSpec} FieldSpec */
/** @typedef {import("../drafts/state.js").State} State */
/** @typedef {import("../library/summary.js").Summary} Summary */

/** The values of a draft, as they are entered. */
export class Entering {
  /** @type {Map<string, string>} what is wrong, by path */
  #messages = new Map();

  /**
   * @param {Summary} summary
   * @param {import("../drafts/state.js").Store} store
   * @param {() => Promise<import("../editing/words_tools.js").WordsTools | undefined>} wordsTools
   */
  constructor(summary, store, wordsTools) {
    this.summary = summary;
    this.store = store;
    this.words = new WordsFields(wordsTools);
  }

  get archetype() {
    return this.summary.archetype;
  }

  get specs() {
    return this.summary.specs;
  }

  /** @param {string} path */
  labelOf(path) {
    return labelAt(this.specs, path);
  }

  /**
   * The fields of a list that some text reads, and those that are filled in all the same.
   * @param {string} name
   * @param {FactSpec} spec
   */
  askedFields(name, { fields = {} }) {
    const read = this.summary.fieldsRead.get(name);
    const rows = recordsOf(this.store.state.facts, name);
    const isAsked = (/** @type {string} */ key) => !read || read.has(key) || rows.some((row) => row[key]);
    return Object.fromEntries(
      Object.entries(fields).filter(([key, { type }]) => type === "figure" || isAsked(key)),
    );
  }

  /**
   * The sides that are entered one by one; none where a fact has a single field.
   * @param {FactSpec} spec
   */
  sidesOf(spec) {
    if (spec.series) return ["now", ...spec.series];
    return isQuotient(spec) ? sides(spec, this.summary.specs) : [];
  }

  /**
   * Makes a field of a path that writes what is typed to the store.
   * @param {string} path
   * @param {FieldSpec} spec
   * @param {string} caption
   * @param {string} [where] else than in the form
   */
  makeField(path, spec, caption, where = "") {
    const field = makeField({
      ...this.#entering(path, spec, where),
      label: this.labelOf(path),
      caption,
      keep: () => {
        this.confirm(path);
      },
    });
    if (spec.type === "words") this.words.add(field);
    field.control.dataset["path"] = path;
    return field;
  }

  /**
   * Makes only the control of a path; `noted` is told what was made of what was typed.
   * @param {string} path
   * @param {FieldSpec} spec
   * @param {string} where
   * @param {(text: string) => void} noted
   */
  makeEntry(path, spec, where, noted) {
    const entry = makeEntry(this.#entering(path, spec, where), noted);
    entry.control.dataset["path"] = path;
    entry.control.setAttribute("aria-label", this.labelOf(path));
    return entry;
  }

  /**
   * How the value at a path is entered.
   * @param {string} path
   * @param {FieldSpec} spec
   * @param {string} where
   */
  #entering(path, spec, where) {
    const isWords = spec.type === "words";
    return {
      spec,
      id: where + fieldId(path),
      choices: CHOICES[spec.type]?.(spec, this.archetype) ?? [],
      more: (/** @type {(value: string) => void} */ put) =>
        void withBundle(({ namePeriod }) => { namePeriod(this.archetype.periods, put); }),
      completed: (/** @type {string} */ typed) => understood(typed, spec, this.store.state.facts),
      ...(isWords && { completed: this.words.written, shown: this.words.shown }),
      written: (/** @type {string} */ text) => {
        this.put(path, text);
      },
    };
  }

  /**
   * Takes what is wrong in the facts.
   * @param {import("../schema/types.js").Problem[]} problems
   */
  takeProblems(problems) {
    this.#messages.clear();
    for (const { path, what, expected } of problems) {
      const short = withShortQuotes(what);
      const message = expected ? `${short}。应为：${expected}` : short;
      this.#messages.set(path, [this.#messages.get(path), message].filter(Boolean).join("；"));
    }
  }

  /**
   * What is wrong with the value at a path; an empty text where nothing is.
   * @param {string} path
   */
  problemOf(path) {
    return this.#messages.get(path) ?? "";
  }

  /**
   * All that is wrong in a fact: in its fields, and as a whole.
   * @param {string} name
   */
  problemsIn(name) {
    return [...this.#messages].filter(([path]) => factOf(path) === name).map(([, message]) => message);
  }

  /**
   * @param {string} path
   * @param {string} text
   */
  put(path, text) {
    if (valueAt(this.store.state.facts, path) === text) return;
    const state = withRecordOf(this.store.state, path, this.specs);
    const marks = confirmed(state, path);
    const next = path === "period" ? withPeriod(state.facts, text) : withValueAt(state.facts, path, text);
    this.store.change(path, { carried: state.carried, facts: next, ...marks }, true);
  }

  /**
   * Confirms a value that was carried over.
   * @param {string} path
   */
  confirm(path) {
    this.store.change(`keep ${path}`, confirmed(this.store.state, path));
  }
}

/**
 * The state with the record that a path leads into, which the first word typed in it makes.
 * @param {State} state
 * @param {string} path
 * @param {Record<string, FactSpec>} specs
 */
function withRecordOf(state, path, specs) {
  const { name, row } = parsePath(path);
  if (row < recordsOf(state.facts, name).length) return state;
  return { ...state, ...withRecord(state, name, emptyRecord(specs[name])) };
}

/** @param {string} path */
export function fieldId(path) {
  return `field-${path.replace(/[[\].]/g, "-")}`;
}

/**
 * What is chosen from: what is written for each choice, and how it reads.
 * @type {import("../schema/fact_types.js").ByType<(spec: FieldSpec, archetype: Archetype) => [string, string][]>}
 */
export const CHOICES = {
  period: (_, { periods }) => periodChoices(periods, new Date()),
  choice: ({ options = [] }) => options.map((option) => [option, option]),
  figure: (_, { facts }) =>
    Object.entries(facts).flatMap(([name, spec]) => (isCitable(spec) ? [[name, spec.label]] : [])),
};
