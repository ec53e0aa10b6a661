// The form: a group of fields for each section, in the order of the text.

import { all, make } from "../page/elements.js";
import { makeField } from "./field.js";
import { nameCompared, periodChoices, withPeriod } from "./period_choice.js";
import { understood } from "../facts/days_typed.js";
import { factOf, labelAt, SIDE_NAMES, withValueAt, valueAt } from "../facts/paths.js";
import { confirmed, isCarried, recordsOf } from "../drafts/list_records.js";
import { makeRecordList } from "./record_list.js";
import { contentsBox, indicatorButton, sectionsBox } from "./contents_box.js";
import { sectionSwitch, annotationNotes, headingField } from "./section_tools.js";
import { EMPTY } from "../drafts/state.js";
import { withBundle } from "../exchange/lazy_own.js";
import { usedSections } from "../facts/archetype_facts.js";
import { basisLine } from "../preview/basis.js";
import { isCitable, isQuotient, traitsOf } from "../schema/fact_types.js";
import { sides } from "../templating/expression_kinds.js";

/** @typedef {import("../schema/types.js").Archetype} Archetype */
/** @typedef {import("../schema/types.js").FactSpec} FactSpec */
/** @typedef {import("../schema/types.js").FieldSpec} FieldSpec */
/** @typedef {import("../schema/types.js").OutlineEntry} OutlineEntry */
/** @typedef {import("../drafts/state.js").State} State */
/** @typedef {import("../drafts/state.js").Store} Store */
/** @typedef {import("../library/summary.js").Summary} Summary */
/** @typedef {import("./field.js").Field} Field */
/** @typedef {import("../editing/editing.js").Editing} Editing */
/** @typedef {(act: (editing: Editing | undefined) => void) => void} WithEditing */

const BASICS = "基本情况";
const MORE = "自加的指标"; // and others that only own words name

/** Writes what is typed to the store, and shows what changes there. */
export class Form {
  /** @type {Map<string, Field>} by path */
  fields = new Map();
  /** @type {Set<string>} the sections whose list of contents is open */
  opened = new Set();
  /** @type {((state: State) => void)[]} update what else depends on the state: lists, switches */
  updaters = [];
  /** @type {State} the state that is shown */
  #shown = EMPTY;
  /** @type {Summary} */
  #summary;

  /**
   * @param {Summary} summary
   * @param {Store} store
   * @param {WithEditing} withEditing does something with the controls of own content
   * @param {import("./words_fields.js").WordsFields} words
   */
  constructor(summary, store, withEditing, words) {
    this.withEditing = withEditing;
    this.words = words;
    this.#summary = summary;
    this.store = store;
    this.element = make("form", { class: "fill-form", autocomplete: "off", "aria-label": "填写" });
    this.element.addEventListener("submit", (event) => {
      event.preventDefault();
    });
    this.element.addEventListener("keydown", (event) => {
      if (leaveByEnter(event, this.element)) event.preventDefault(); // a line break in a field
    });
    this.#makeGroups();
    store.listen((state, cause) => {
      this.show(state, cause);
    });
    this.show(store.state, "open");
  }

  get archetype() {
    return this.#summary.archetype;
  }

  /**
   * Makes the fields anew where the draft asks for others.
   * @param {Summary} summary
   */
  follow(summary) {
    const isSame = summary.content === this.#summary.content || asksTheSame(summary, this.#summary);
    this.#summary = summary;
    if (isSame) return;
    this.fields.clear();
    this.updaters = [];
    this.element.replaceChildren();
    this.#shown = EMPTY;
    this.#makeGroups();
    this.show(this.store.state, "content");
  }

  #makeGroups() {
    const { archetype, content, enteredInOwnWords } = this.#summary;
    const placed = new Set();
    const fresh = (/** @type {string[]} */ names) => {
      const found = names.filter((name) => !placed.has(name));
      for (const name of found) placed.add(name);
      return found;
    };
    const frame = Object.values(archetype.frame).flatMap((template) => template.entered);
    this.element.append(this.#group(BASICS, "basics", fresh([...new Set(frame)])));
    for (const entry of content.outline ?? archetype.outline) {
      const { heading, sections } = entry;
      const over = sections && heading ? [headingField(this, heading, heading, "上级标题")] : [];
      this.element.append(...over, ...this.#sections(entry, fresh));
    }
    const more = fresh(enteredInOwnWords);
    if (more.length > 0) this.element.append(this.#group(MORE, "own", more));
    this.element.append(sectionsBox(this, leftOut(this.#summary)));
  }

  /**
   * The groups of fields of an outline entry: one, or those of the sections under a heading.
   * @param {OutlineEntry} entry
   * @param {(names: string[]) => string[]} fresh
   * @returns {HTMLElement[]}
   */
  #sections(entry, fresh) {
    const { use, own, heading, optional, sections } = entry;
    if (own) return [this.#ownSection(entry, fresh)];
    if (!use) return (sections ?? []).flatMap((inner) => this.#sections(inner, fresh));
    const section = this.archetype.sections[use];
    if (!section) return [];
    const name = heading ?? section.name;
    const group = this.#section(name, use, entry, fresh(section.entered), fresh);
    const headings = section.heading ? [headingField(this, use, name, "本节标题")] : [];
    const tools = [
      ...(optional ? [sectionSwitch(this, group, use)] : []),
      ...headings,
      contentsBox(this, use),
      annotationNotes(section),
    ];
    group.firstElementChild?.after(...tools);
    return [group];
  }

  /**
   * @param {OutlineEntry} entry
   * @param {(names: string[]) => string[]} fresh
   */
  #ownSection(entry, fresh) {
    const { own = "", heading } = entry;
    const name = [heading, this.#summary.content.own?.sections?.[own]?.name, own].find(Boolean) ?? "";
    const group = this.#section(name, own, entry, fresh(this.#summary.factsOfLine(entry)), fresh);
    group.firstElementChild?.after(contentsBox(this, own));
    return group;
  }

  /**
   * The fields of a section, those of its rates folded in after the others.
   * @param {string} name
   * @param {string} id
   * @param {OutlineEntry} entry
   * @param {string[]} facts
   * @param {(names: string[]) => string[]} fresh
   */
  #section(name, id, entry, facts, fresh) {
    const group = this.#group(name, id, facts);
    group.append(...this.#rates(fresh(this.#summary.rates(entry))));
    return group;
  }

  /**
   * @param {string} name
   * @param {string} id
   * @param {string[]} facts
   */
  #group(name, id, facts) {
    const legend = make("legend", { tabindex: "-1" }, name);
    const body = make("div", { class: "fill-fields" }, ...facts.map((fact) => this.#fact(fact)));
    return make("fieldset", { class: "fill-group", id: `field-section-${id}` }, legend, body);
  }

  /**
   * The fields of rates whose counts may not be known, folded in.
   * @param {string[]} names
   */
  #rates(names) {
    if (names.length === 0) return [];
    const summary = make("summary", {}, "分子、分母不知道，只知道比率的，在这里填");
    return [make("details", { class: "fill-notes" }, summary, ...names.map((name) => this.#fact(name)))];
  }

  /** @param {string} name */
  #fact(name) {
    const spec = /** @type {FactSpec} */ (this.archetype.facts[name]);
    const single = !traitsOf(spec).records && this.#sides(spec).length === 0;
    const traits = { class: "fact-label", ...(single ? { for: fieldId(name) } : {}) };
    const head = make("div", { class: "fact-head" }, make(single ? "label" : "span", traits, spec.label));
    if (spec.required === false) head.append(make("span", { class: "fact-optional" }, "可不填"));
    // a period is chosen from a list, so its hint on how to write it is not needed; an own fact has none
    const isPlain = spec.type === "period" || spec.hint === spec.label;
    const hint = isPlain ? null : make("p", { class: "fact-hint" }, spec.hint);
    const element = make("div", { class: "fact-box", id: `fact-${name}` }, head, hint);
    if (isOwn(this.#summary, name)) head.append(indicatorButton(this, name));
    element.append(basis(spec));
    element.append(...this.#controls(name, spec));
    return element;
  }

  /**
   * @param {string} name
   * @param {FactSpec} spec
   */
  #controls(name, spec) {
    if (traitsOf(spec).records) {
      const rows = makeRecordList(this, name, { ...spec, fields: this.#askedFields(name, spec) });
      this.updaters.push(rows.follow);
      return [rows.element];
    }
    const shown = this.#sides(spec);
    const fields = shown.map((side) => this.field(`${name}.${side}`, spec, SIDE_NAMES[/** @type {"now"} */ (side)]));
    const elements = shown.length > 0 ? fields : [this.field(name, spec, "")];
    return [make("div", { class: "fact-sides" }, ...elements.map((field) => field.element))];
  }

  /**
   * The fields of a list that some text reads, and those that are filled in all the same.
   * @param {string} name
   * @param {FactSpec} spec
   */
  #askedFields(name, { fields = {} }) {
    const read = this.#summary.fieldsRead.get(name);
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
  #sides(spec) {
    if (spec.series) return ["now", ...spec.series];
    return isQuotient(spec) ? sides(spec, this.#summary.specs) : [];
  }

  /**
   * Makes and registers the field of a path; `caption` stands above it unless the label of its fact does.
   * @param {string} path
   * @param {FieldSpec} spec
   * @param {string} caption
   */
  field(path, spec, caption) {
    const isWords = spec.type === "words";
    const field = makeField({
      spec,
      id: fieldId(path),
      label: labelAt(this.#summary.specs, path),
      caption,
      choices: CHOICES[spec.type]?.(spec, this.archetype) ?? [],
      more: (put) => void withBundle(({ namePeriod }) => { namePeriod(this.archetype.periods, put); }),
      completed: (typed) => understood(typed, spec, this.store.state.facts),
      ...(isWords && { completed: this.words.written, shown: this.words.shown }),
      written: (text) => {
        this.#put(path, text);
      },
      keep: () => {
        this.confirm(path);
      },
    });
    if (isWords) this.words.add(field);
    field.control.dataset["path"] = path;
    this.fields.set(path, field);
    return field;
  }

  /**
   * @param {string} path
   * @param {string} text
   */
  #put(path, text) {
    const { facts } = this.store.state;
    if (valueAt(facts, path) === text) return;
    const marks = confirmed(this.store.state, path);
    const next = path === "period" ? withPeriod(facts, text) : withValueAt(facts, path, text);
    this.store.change(path, { facts: next, ...marks }, true);
  }

  /**
   * Confirms a value that was carried over.
   * @param {string} path
   */
  confirm(path) {
    this.store.change(`keep ${path}`, confirmed(this.store.state, path));
  }

  /**
   * Shows a state in every field except the one that the change was typed in.
   * @param {State} state
   * @param {string} cause
   */
  show(state, cause) {
    const before = this.#shown;
    this.#shown = state;
    const known = new Set(this.fields.keys());
    for (const follow of this.updaters) follow(state);
    const marked = before.carried !== state.carried;
    for (const [path, field] of this.fields) {
      const name = factOf(path);
      const same = before.facts[name] === state.facts[name] && known.has(path);
      if (same && !marked) continue;
      if (path !== cause) field.show(valueAt(state.facts, path));
      field.markCarried(isCarried(state.carried, path));
    }
    nameCompared(this.fields.get("last_period")?.control, valueAt(state.facts, "period"));
  }

  /**
   * Shows at each field what is wrong with it.
   * @param {import("../schema/types.js").Problem[]} problems
   */
  showProblems(problems) {
    /** @type {Map<string, string>} */
    const messages = new Map();
    for (const { path, what, expected } of problems) {
      const message = expected ? `${what}。应为：${expected}` : what;
      messages.set(path, [messages.get(path), message].filter(Boolean).join("；"));
    }
    for (const [path, field] of this.fields) field.showProblem(messages.get(path) ?? "");
  }

  /**
   * Moves the focus to the field of a path, else to the first field of its fact.
   * @param {string} path
   */
  focus(path) {
    const name = factOf(path);
    const near = [...this.fields.keys()].find((other) => factOf(other) === name);
    const control = this.fields.get(path)?.control ?? this.fields.get(near ?? "")?.control;
    const target = control ?? document.querySelector(`#fact-${CSS.escape(name)} button`);
    if (!(target instanceof HTMLElement)) return;
    target.focus({ preventScroll: true });
    target.scrollIntoView({ block: "center" });
  }
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

/**
 * Goes to the next field by Enter, with Shift to the one before.
 * @param {KeyboardEvent} event
 * @param {HTMLElement} form
 */
function leaveByEnter({ key, shiftKey, ctrlKey, isComposing, target }, form) {
  if (key !== "Enter" || ctrlKey || isComposing || !(target instanceof HTMLElement)) return false;
  if (target.enterKeyHint !== "next" && !(target instanceof HTMLSelectElement)) return false;
  // after the last field of a list comes the button that adds to it: what is typed next belongs there
  const fields = all("[data-path], .rows:not(:empty) + button", form).filter((field) => field.offsetParent);
  fields[fields.indexOf(target) + (shiftKey ? -1 : 1)]?.focus();
  return true;
}

/**
 * Tells whether two summaries ask for the same facts in the same groups.
 * @param {Summary} a
 * @param {Summary} b
 */
function asksTheSame(a, b) {
  if (a.content.outline !== b.content.outline || a.content.own?.facts !== b.content.own?.facts) return false;
  if (Boolean(a.tools) !== Boolean(b.tools)) return false;
  return a.entered.join() === b.entered.join() && leftOut(a).join() === leftOut(b).join();
}

/**
 * The sections that could be written, and are not.
 * @param {Summary} summary
 */
function leftOut({ archetype, content, lines }) {
  if (!content.outline) return [];
  const present = lines.map(({ own, use }) => own ?? use);
  const usual = usedSections(archetype.outline);
  const known = [...usual, ...Object.keys(content.own?.sections ?? {})];
  return known.filter((name) => !present.includes(name));
}

/**
 * @param {Summary} summary
 * @param {string} name
 */
function isOwn({ content }, name) {
  return Object.hasOwn(content.own?.facts ?? {}, name);
}

/** @param {string} path */
function fieldId(path) {
  return `field-${path.replace(/[[\].]/g, "-")}`;
}

/** @param {FactSpec} spec */
function basis(spec) {
  const line = basisLine(spec);
  return line ? make("details", { class: "fact-definition" }, make("summary", {}, "口径"), line) : "";
}
