// The form: the fields of one group at a time, made when they are first shown.

import { isCarried } from "../drafts/list_records.js";
import { factOf, parsePath, valueAt } from "../facts/paths.js";
import { all, make, putText } from "../page/elements.js";
import { contentsBox } from "./contents_box.js";
import { Entering } from "./entering.js";
import { factBox } from "./fact_box.js";
import { leaveByEnter } from "./form_keys.js";
import { BASICS, inOrder } from "./form_groups.js";
import { FormulaNote } from "./formula_note.js";
import { nameCompared, sideName } from "./period_choice.js";
import { annotationNotes, headingField, sectionSwitch } from "./section_tools.js";

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
export class Form extends Entering {
  /** @type {Map<string, Field>} by path */
  fields = new Map();
  /** @type {Set<string>} the sections whose list of contents is open */
  unfolded = new Set();
  /** @type {Group[]} */
  groups = [];
  opened = BASICS; // the group whose fields are shown
  /** @type {Map<string, HTMLElement>} the groups that have been made, by id */
  #made = new Map();
  /** @type {((state: State) => void)[]} update what else depends on the state: lists, switches */
  updaters = [];
  /** @type {(() => void)[]} show what is computed from figures */
  computing = [];
  /** @type {State} the state that is shown */
  #shown;
  #note = new FormulaNote(this);

  /**
   * @param {Summary} summary
   * @param {Group[]} groups
   * @param {Surroundings} surroundings
   */
  constructor(summary, groups, { store, withEditing, wordsTools, opened, computed }) {
    super(summary, store, wordsTools);
    this.withEditing = withEditing;
    this.onOpen = opened;
    this.computed = computed;
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

  /**
   * Makes the fields anew where the draft asks for others.
   * @param {Summary} summary
   * @param {Group[]} groups
   */
  follow(summary, groups) {
    const isSame = summary.content === this.summary.content || asksTheSame(summary, this.summary);
    if (isSame) this.summary = summary;
    else this.#takeGroups(summary, groups);
  }

  /**
   * @param {Summary} summary
   * @param {Group[]} groups
   */
  #takeGroups(summary, groups) {
    this.summary = summary;
    this.groups = groups;
    this.fields.clear();
    this.updaters = [];
    this.computing = [];
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
    const body = make("div", { class: "fill-fields" }, ...inOrder(this.specs, group).map((fact) => factBox(this, fact)));
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
    for (const compute of this.computing) compute();
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
    this.takeProblems(problems);
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
 * Tells whether two summaries ask for the same facts in the same groups.
 * @param {Summary} a
 * @param {Summary} b
 */
function asksTheSame(a, b) {
  if (a.content.outline !== b.content.outline || a.content.own?.facts !== b.content.own?.facts) return false;
  if (Boolean(a.tools) !== Boolean(b.tools)) return false;
  return a.entered.join() === b.entered.join();
}
