// The fields of one figure on the text: its own, and those of the other sides of its fact: last period's, the plan's.

import { make } from "../page/elements.js";
import { parsePath, valueAt } from "../facts/paths.js";
import { sideName } from "./period_choice.js";
import { isCarried } from "../drafts/list_records.js";

/** @typedef {import("./form.js").Form} Form */
/** @typedef {import("./field.js").Field} Field */
/** @typedef {import("../schema/types.js").FieldSpec} FieldSpec */

/** Shows the values of a figure, and remembers what they were. */
export class PaperSides {
  /** @type {Map<string, Field>} by path */
  #fields;
  /** @type {Map<string, string>} */
  #before;

  /**
   * @param {Form} form
   * @param {string} path of the figure
   * @param {FieldSpec} spec
   */
  constructor(form, path, spec) {
    this.form = form;
    this.path = path;
    const paths = [path, ...otherSides(form, path)];
    const { facts } = form.store.state;
    this.#before = new Map(paths.map((one) => [one, valueAt(facts, one)]));
    this.#fields = new Map(paths.map((one) => [one, this.#made(one, spec)]));
    const elements = [...this.#fields.values()].map(({ element }) => element);
    this.element = make("div", { class: "paper-sides" }, ...elements);
    this.show("");
    this.showProblems();
  }

  /**
   * @param {string} path
   * @param {FieldSpec} spec
   */
  #made(path, spec) {
    const label = this.form.labelOf(path);
    const caption = path === this.path ? label : sideName(parsePath(path).part, this.form.store.state.facts);
    return this.form.makeField(path, spec, caption, "paper");
  }

  get controls() {
    return [...this.#fields.values()].map(({ control }) => control);
  }

  /** Whether there was nothing, and now there is. */
  get isFresh() {
    return this.#before.get(this.path) === "" && valueAt(this.form.store.state.facts, this.path) !== "";
  }

  /** The first path whose value is wrong. */
  get wrong() {
    return [...this.#fields.keys()].find((path) => this.form.problemOf(path) !== "");
  }

  /**
   * Shows the present state.
   * @param {string} cause the path that was typed in: its field shows it already
   */
  show(cause) {
    const { facts, carried } = this.form.store.state;
    for (const [path, field] of this.#fields) {
      if (cause !== path) field.show(valueAt(facts, path));
      field.markCarried(isCarried(carried, path));
    }
  }

  /** Shows what is wrong with the values. */
  showProblems() {
    for (const [path, field] of this.#fields) field.showProblem(this.form.problemOf(path));
  }

  /**
   * Has the first control described by one more element.
   * @param {string} id
   */
  describe(id) {
    const [control] = this.controls;
    control?.setAttribute("aria-describedby", `${control.getAttribute("aria-describedby") ?? ""} ${id}`.trim());
  }

  /** Has what was typed read. */
  read() {
    for (const control of this.controls) control.dispatchEvent(new Event("change", { bubbles: true }));
  }

  /** Puts back what was there. */
  giveBack() {
    for (const [path, before] of this.#before) this.form.put(path, before);
  }
}

/**
 * What else is entered of a fact beside this period's figure.
 * @param {Form} form
 * @param {string} path
 */
function otherSides(form, path) {
  const { name, part } = parsePath(path);
  const spec = form.specs[name];
  if (part !== "now" || !spec) return [];
  return form.sidesOf(spec).filter((side) => side !== part).map((side) => `${name}.${side}`);
}
