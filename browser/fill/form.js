// The form: the fields of one group at a time, made when they are first shown.

import { all, make, putText } from "../page/elements.js";
import { isComposed, makeEntry, makeField } from "./field.js";
import { nameCompared, periodChoices, sideName, withPeriod } from "./period_choice.js";
import { understood } from "../facts/days_typed.js";
import { factOf, isFilled, labelAt, parsePath, withValueAt, valueAt } from "../facts/paths.js";
import { confirmed, emptyRecord, isCarried, recordsOf, withRecord } from "../drafts/list_records.js";
import { makeRecordList } from "./record_list.js";
import { computedBox } from "./computed_box.js";
import { BASICS, inOrder } from "./form_groups.js";
import { needlessButton } from "./needless.js";
import { FormulaNote } from "./formula_note.js";
import { contentsBox, indicatorButton } from "./contents_box.js";
import { sectionSwitch, annotationNotes, headingField } from "./section_tools.js";
import { withBundle } from "../exchange/lazy_own.js";
import { basisLine } from "../preview/basis.js";
import { withShortQuotes } from "../preview/short_quotes.js";
import { isCitable, isQuotient, traitsOf } from "../schema/fact_types.js";
import { sides } from "../templating/expression_kinds.js";
import { WordsFields } from "./words_fields.js";

/** @typedef {import("../schema/types.js").Archetype} Archetype */
/** @typedef {import("../schema/types.js").FactSpec} FactSpec */
/** @typedef {import("../schema/types.js").FieldSpec} FieldSpec */
/** @typedef {import("./form_groups.js").Group} Group */
/** @typedef {import("../drafts/state.js").State} State */
/** @typedef {import("../drafts/state.js").Store} Store */
/** @typedef {import("../library/summary.js").Summary} Summary */
/** @typedef {import("./field.js").Field} Field */
/** @typedef {import("../editing/editing.js").Editing} Editing */
/** @typedef {(act: (editing: Editing) => void) => void} WithEditing */
/**
 * What the page gives to the form.
 * @typedef {object} Surroundings
 * @property {Store} store
 * @property {WithEditing} withEditing does something with the controls of own content
 * @property {() => Promise<import("../editing/words_tools.js").WordsTools | undefined>} wordsTools
 * @property {(id: string) => void} opened is told which group's fields are shown
 * @property {(name: string) => ReturnType<typeof import("../facts/computed_sides.js").computedSides>} computed
 */

/** Writes what is typed to the store, and shows what changes there. */
export class Form {
  /** @type {Map<string, Field>} by path */
  fields = new Map();
  /** @type {Set<string>} the sections whose list of contents is open */
  unfolded = new Set();
  /** @type {Group[]} */
  groups = [];
  opened = BASICS; // the group whose fields are shown
  /** @type {Map<string, HTMLElement>} the groups that have been made, by id */
  #made = new Map();
  /** @type {Map<string, string>} what is wrong, by path */
  #messages = new Map();
  /** @type {((state: State) => void)[]} update what else depends on the state: lists, switches */
  updaters = [];
  /** @type {(() => void)[]} show what is computed from figures */
  #computing = [];
  /** @type {State} the state that is shown */
  #shown;
  /** @type {Summary} */
  #summary;
  #note = new FormulaNote(this);

  /**
   * @param {Summary} summary
   * @param {Group[]} groups
   * @param {Surroundings} surroundings
   */
  constructor(summary, groups, { store, withEditing, wordsTools, opened, computed }) {
    this.withEditing = withEditing;
    this.words = new WordsFields(wordsTools);
    this.onOpen = opened;
    this.computed = computed;
    this.#summary = summary;
    this.store = store;
    this.#shown = store.state;
    this.element = make("form", { class: "fill-form", autocomplete: "off", "aria-label": "填写" });
    this.element.addEventListener("submit", (event) => {
      event.preventDefault();
    });
    this.element.addEventListener("keydown", (event) => {
      if (leaveByEnter(event, this.element)) event.preventDefault(); // a line break in a field
    });
    this.#takeGroups(summary, groups);
    store.listen((state) => {
      this.show(state);
    });
  }

  get archetype() {
    return this.#summary.archetype;
  }

  /**
   * Makes the fields anew where the draft asks for others.
   * @param {Summary} summary
   * @param {Group[]} groups
   */
  follow(summary, groups) {
    const isSame = summary.content === this.#summary.content || asksTheSame(summary, this.#summary);
    if (isSame) this.#summary = summary;
    else this.#takeGroups(summary, groups);
  }

  /**
   * @param {Summary} summary
   * @param {Group[]} groups
   */
  #takeGroups(summary, groups) {
    this.#summary = summary;
    this.groups = groups;
    this.fields.clear();
    this.updaters = [];
    this.#computing = [];
    this.#made.clear();
    this.element.replaceChildren();
    this.#shown = this.store.state;
    const isThere = this.groups.some(({ id }) => id === this.opened);
    this.open(isThere ? this.opened : BASICS);
  }

  /**
   * Shows the fields of a group, and those of no other.
   * @param {string} id
   */
  open(id) {
    const group = this.groups.find((one) => one.id === id);
    if (!group) return;
    this.opened = id;
    const shown = this.#element(group);
    for (const element of this.#made.values()) element.hidden = element !== shown;
    this.onOpen(id);
  }

  /**
   * The element of a group, which is made when it is first asked for.
   * @param {Group} group
   */
  #element(group) {
    const before = this.#made.get(group.id);
    if (before) return before;
    const { id, name } = group;
    const known = new Set(this.fields.keys());
    const legend = make("legend", { tabindex: "-1" }, name);
    const body = make("div", { class: "fill-fields" }, ...inOrder(this.specs, group).map((fact) => this.#fact(fact)));
    const made = make("fieldset", { class: "fill-group", id: `field-section-${id}` }, legend, body);
    legend.after(...this.#tools(group, made));
    this.#made.set(id, made);
    this.element.append(made);
    const fresh = this.#update(this.store.state).filter((path) => !known.has(path));
    for (const path of fresh) {
      this.#showField(path, this.store.state);
      this.#showProblem(path);
    }
    this.#compute();
    return made;
  }

  #compute() {
    for (const compute of this.#computing) compute();
  }

  /**
   * What stands above the fields of a section.
   * @param {Group} group
   * @param {HTMLElement} made
   */
  #tools({ id, name, entry, over }, made) {
    if (!entry) return [];
    const headings = over ? [headingField(this, over, over, "上级标题")] : [];
    const section = entry.own ? undefined : this.archetype.sections[id];
    if (section?.heading || (section && entry.heading)) headings.push(headingField(this, id, name, "本节标题"));
    return [
      ...(entry.optional ? [sectionSwitch(this, made, id)] : []),
      ...headings,
      contentsBox(this, id),
      ...(section ? [annotationNotes(section)] : []),
    ];
  }

  /** The paths of all fields, in the order of the text. */
  paths() {
    const shown = this.groups.filter(({ id }) => !this.store.state.without.includes(id));
    const made = shown.map((group) => this.#element(group));
    const paths = (/** @type {string} */ selector) =>
      made.flatMap((element) => all(selector, element)).map(({ dataset }) => dataset["path"] ?? "");
    const rates = paths(".fact-box--computed [data-path]"); // need not be entered, so they come last
    return [...paths("[data-path]").filter((path) => !rates.includes(path)), ...rates];
  }

  /** @param {string} name */
  #fact(name) {
    const spec = /** @type {FactSpec} */ (this.archetype.facts[name]);
    const single = !traitsOf(spec).records && this.sidesOf(spec).length === 0;
    const traits = { class: "fact-label", ...(single ? { for: fieldId(name) } : {}) };
    const head = make("div", { class: "fact-head" }, make(single ? "label" : "span", traits, spec.label));
    if (spec.required === false) head.append(make("span", { class: "fact-optional" }, "可不填"));
    // a period is chosen from a list, so its hint on how to write it is not needed; an own fact has none
    const isPlain = spec.type === "period" || spec.hint === spec.label;
    const hint = isPlain ? null : make("p", { class: "fact-hint" }, spec.hint);
    const kind = isQuotient(spec) ? " fact-box--computed" : "";
    const element = make("div", { class: `fact-box${kind}`, id: `fact-${name}` }, head, hint);
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
    if (isQuotient(spec)) {
      const { elements, compute } = computedBox(this, name, spec);
      this.#computing.push(compute);
      return elements;
    }
    if (traitsOf(spec).records) {
      const rows = makeRecordList(this, name, { ...spec, fields: this.askedFields(name, spec) });
      this.updaters.push(rows.follow);
      return [rows.element];
    }
    const shown = this.sidesOf(spec);
    const fields = shown.map((side) => this.sideField(name, side, spec));
    const elements = shown.length > 0 ? fields : [this.field(name, spec, "")];
    const sides = make("div", { class: "fact-sides" }, ...elements.map((field) => field.element));
    return spec.covered_by ? [sides, this.#needless(name)] : [sides];
  }

  /**
   * The way out of a fact that a list makes needless, while it is empty.
   * @param {string} name
   */
  #needless(name) {
    const way = make("div", { class: "fact-none" });
    this.updaters.push(() => {
      const isEmpty = !isFilled(this.store.state.facts, name);
      way.replaceChildren(...(isEmpty ? needlessButton(this, name, () => { this.focus(name); }) : []));
    });
    return way;
  }

  /**
   * The fields of a list that some text reads, and those that are filled in all the same.
   * @param {string} name
   * @param {FactSpec} spec
   */
  askedFields(name, { fields = {} }) {
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
  sidesOf(spec) {
    if (spec.series) return ["now", ...spec.series];
    return isQuotient(spec) ? sides(spec, this.#summary.specs) : [];
  }

  /**
   * Makes and registers the field of a side of a fact.
   * @param {string} name
   * @param {string} side
   * @param {FieldSpec} spec
   */
  sideField(name, side, spec) {
    const field = this.field(`${name}.${side}`, spec, sideName(side, this.store.state.facts));
    field.element.dataset["side"] = side;
    return field;
  }

  /**
   * Makes and registers the field of a path; `caption` stands above it unless the label of its fact does.
   * @param {string} path
   * @param {FieldSpec} spec
   * @param {string} caption
   */
  field(path, spec, caption) {
    const field = this.makeField(path, spec, caption);
    this.fields.set(path, field);
    return field;
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
      more: (/** @type {(value: string) => void} */ put) => void withBundle(({ namePeriod }) => { namePeriod(this.archetype.periods, put); }),
      completed: (/** @type {string} */ typed) => understood(typed, spec, this.store.state.facts),
      ...(isWords && { completed: this.words.written, shown: this.words.shown }),
      written: (/** @type {string} */ text) => {
        this.put(path, text);
      },
    };
  }

  get specs() {
    return this.#summary.specs;
  }

  /** @param {string} path */
  labelOf(path) {
    return labelAt(this.specs, path);
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

  /**
   * Shows a state in every field; one where it was typed shows it already, and keeps it as it was typed.
   * @param {State} state
   */
  show(state) {
    const before = this.#shown;
    this.#shown = state;
    const known = new Set(this.fields.keys());
    const marked = before.carried !== state.carried;
    for (const path of this.#update(state)) {
      const name = factOf(path);
      const same = before.facts[name] === state.facts[name] && known.has(path);
      if (!same || marked) this.#showField(path, state);
    }
    this.#nameEarlier(before, state);
  }

  /**
   * Calls the earlier period, where it is chosen and at its figures, as the text does.
   * @param {State} before
   * @param {State} state
   */
  #nameEarlier(before, { facts }) {
    nameCompared(this.fields.get("last_period")?.control, valueAt(facts, "period"));
    if (["period", "last_period"].every((name) => before.facts[name] === facts[name])) return;
    const name = sideName("last", facts);
    for (const label of all("[data-side=last] > .field-label", this.element)) putText(label, name);
  }

  /**
   * Lets the lists and switches follow a state; the paths of all fields that there are then.
   * @param {State} state
   */
  #update(state) {
    for (const follow of this.updaters) follow(state);
    return [...this.fields.keys()];
  }

  /**
   * @param {string} path
   * @param {State} state
   */
  #showField(path, { facts, carried }) {
    const field = this.fields.get(path);
    field?.show(valueAt(facts, path));
    field?.markCarried(isCarried(carried, path));
  }

  /**
   * Shows at each field what is wrong with it.
   * @param {import("../schema/types.js").Problem[]} problems
   */
  showProblems(problems) {
    this.#messages.clear();
    for (const { path, what, expected } of problems) {
      const short = withShortQuotes(what);
      const message = expected ? `${short}。应为：${expected}` : short;
      this.#messages.set(path, [this.#messages.get(path), message].filter(Boolean).join("；"));
    }
    for (const path of this.fields.keys()) this.#showProblem(path);
    this.#compute();
  }

  /** @param {string} path */
  #showProblem(path) {
    const [field, problem] = [this.fields.get(path), this.problemOf(path)];
    field?.showProblem(problem);
    if (problem) field?.element.closest("details")?.setAttribute("open", "");
  }

  /**
   * Shows the formula of a figure of the text at the fact that it belongs to; of none, takes it away.
   * @param {HTMLElement | null} figure
   */
  explain(figure) {
    this.#note.show(figure);
  }

  /**
   * Tells whether there is a box of a fact.
   * @param {string} name
   */
  has(name) {
    return this.#groupOf(name) !== undefined;
  }

  /** @param {string} name */
  #groupOf(name) {
    return this.groups.find(({ facts, rates }) => facts.includes(name) || rates.includes(name));
  }

  /**
   * Shows the group of a fact, and marks the fact in it, and the record that a path leads into.
   * @param {string} path
   */
  reveal(path) {
    const name = factOf(path);
    const group = this.#groupOf(name);
    if (!group) return null;
    this.open(group.id);
    const box = this.element.querySelector(`#fact-${CSS.escape(name)}`);
    const { row } = parsePath(path);
    const records = [...(box?.querySelectorAll(".rows > .row") ?? [])];
    this.#mark("fact-box--here", box);
    this.#mark("row--here", records[row]);
    const seen = records[row] ?? (row > 0 ? records.at(-1) : box); // a further record stands after the last
    seen?.scrollIntoView({ block: "nearest" });
    return box;
  }

  /**
   * Marks an element, and none that was marked before.
   * @param {string} name of the class
   * @param {Element | null | undefined} element
   */
  #mark(name, element) {
    for (const other of all(`.${name}`, this.element)) other.classList.remove(name);
    element?.classList.add(name);
  }

  /**
   * Moves the focus to the field of a path, else to the first field of its fact.
   * @param {string} path
   */
  focus(path) {
    const box = this.reveal(path);
    const near = [...this.fields.keys()].find((other) => factOf(other) === factOf(path));
    const control = this.fields.get(path)?.control ?? this.fields.get(near ?? "")?.control;
    const target = control ?? box?.querySelector("button");
    if (!(target instanceof HTMLElement)) return;
    target.closest("details")?.setAttribute("open", "");
    target.focus({ preventScroll: true });
    target.scrollIntoView({ block: "nearest" });
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

const PASSED = ".fact-box--computed, details:not([open])"; // what need not be filled in

/**
 * Goes to the next field by Enter, with Shift to the one before.
 * @param {KeyboardEvent} event
 * @param {HTMLElement} form
 */
function leaveByEnter(event, form) {
  const { key, shiftKey, ctrlKey, target } = event;
  if (key !== "Enter" || ctrlKey || isComposed(event) || !(target instanceof HTMLElement)) return false;
  if (target.enterKeyHint !== "next" && !(target instanceof HTMLSelectElement)) return false;
  // after the last field of a list comes the button that adds to it: what is typed next belongs there
  const fields = all("[data-path], .rows:not(:empty) + button", form)
    .filter((field) => field === target || (field.offsetParent && !field.closest(PASSED)));
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
  return a.entered.join() === b.entered.join();
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
