// The field that opens on the text where a figure stands; Enter and Tab lead on to the next blank.

import { make } from "../page/elements.js";
import { makeButton } from "../page/button.js";
import { factOf, parsePath, specAt, valueAt } from "../facts/paths.js";
import { isCarried, recordsOf, withRecord } from "../drafts/list_records.js";
import { traitsOf } from "../schema/fact_types.js";

/** @typedef {import("./page.js").FillPage} FillPage */
/** @typedef {import("./form.js").Form} Form */
/** @typedef {import("./field.js").Field} Field */
/** @typedef {import("../schema/types.js").FactSpec} FactSpec */

const NARROW = "(max-width: 49.98em)"; // there it is a sheet at the bottom
const GAP = 4; // pixels between the label and the figure that it stands over

/** The one field on the text; it moves from figure to figure. */
export class PaperField {
  path = "";
  /** @type {Field | undefined} */
  #field;
  #nth = 0; // among the figures of the path; another rendering has other elements
  #before = ""; // the value when it was opened

  /**
   * @param {FillPage} page
   * @param {Form} form
   */
  constructor(page, form) {
    this.page = page;
    this.form = form;
    this.element = make("div", { class: "paper-field", role: "group" });
    this.element.hidden = true;
    this.element.addEventListener("keydown", (event) => {
      if (this.#key(event)) event.preventDefault();
    });
    this.element.addEventListener("focusout", ({ relatedTarget }) => {
      const isLeft = relatedTarget instanceof Node && !this.element.contains(relatedTarget);
      if (isLeft) this.close();
    });
    page.text.element.append(this.element);
    page.store.listen(({ facts, carried }, cause) => {
      if (cause !== this.path) this.#field?.show(valueAt(facts, this.path));
      this.#field?.markCarried(isCarried(carried, this.path));
    });
    document.addEventListener("pointerdown", ({ target }) => {
      if (target instanceof Node && !this.element.contains(target)) this.close();
    });
    window.visualViewport?.addEventListener("resize", () => { this.#place(); });
  }

  /**
   * Opens the field of a path at its figure; tells whether there is one that can be filled in here.
   * @param {string} path
   * @param {HTMLElement} [figure] the first of the path by default
   */
  open(path, figure) {
    const figures = this.page.text.figuresOf(path);
    const chosen = figure?.isConnected ? figure : figures[0];
    const spec = specAt(this.form.specs, path);
    if (!chosen || !spec) return false;
    this.path = path;
    this.#nth = figures.indexOf(chosen);
    this.#before = valueAt(this.page.store.state.facts, path);
    if (isList(spec, path)) this.#showList(/** @type {FactSpec} */ (spec));
    else this.#showField(spec);
    this.element.hidden = false;
    chosen.scrollIntoView({ block: "nearest" });
    this.#place();
    this.element.querySelector(/** @type {"input"} */ ("input, textarea, select, button"))?.focus({ preventScroll: true });
    return true;
  }

  /** @param {import("../schema/types.js").FieldSpec} spec */
  #showField(spec) {
    const { form, path } = this;
    const field = form.makeField(path, spec, form.labelOf(path), "paper");
    this.#field = field;
    const hint = spec.hint && spec.hint !== spec.label ? make("p", { class: "fact-hint" }, spec.hint) : null;
    this.element.setAttribute("aria-label", form.labelOf(path));
    const { facts, carried } = this.page.store.state;
    this.element.replaceChildren(field.element, ...(hint ? [hint] : []), this.#ways());
    field.show(valueAt(facts, path));
    field.markCarried(isCarried(carried, path));
    field.showProblem(form.problemOf(path));
  }

  /**
   * Offers a record of a list that has none yet, or to say that there is none.
   * @param {FactSpec} spec
   */
  #showList(spec) {
    this.#field = undefined;
    const { path } = this;
    const add = makeButton(`加一${spec.unit ?? "条"}`, () => { this.addRecord(path); });
    const none = makeButton(`没有${spec.label}`, () => {
      const { store } = this.page;
      store.change(`${path} none`, { facts: { ...store.state.facts, [path]: [] } });
      this.#leave(1);
    });
    this.element.setAttribute("aria-label", spec.label);
    this.element.replaceChildren(
      make("span", { class: "field-label" }, spec.label),
      make("div", { class: "field-line" }, add, spec.at_least ? "" : none),
    );
  }

  /** The buttons that a reader without a keyboard needs. */
  #ways() {
    const back = makeButton("上一处", () => { this.#leave(-1); });
    const on = makeButton("下一处", () => { this.#leave(1); });
    const done = makeButton("完成", () => { this.close(); });
    const more = parsePath(this.path).row >= 0 ? [makeButton("再加一条", () => { this.addRecord(factOf(this.path)); }, { title: "Alt+Enter" })] : [];
    return make("div", { class: "paper-ways" }, back, on, ...more, done);
  }

  /**
   * Adds a record to a list, and opens its first field.
   * @param {string} name
   */
  addRecord(name) {
    const { store } = this.page;
    const keys = Object.keys(this.form.specs[name]?.fields ?? {});
    const row = recordsOf(store.state.facts, name).length;
    store.change(`${name} add`, withRecord(store.state, name, Object.fromEntries(keys.map((key) => [key, ""]))));
    const paths = keys.map((key) => `${name}[${String(row)}].${key}`);
    if (!paths.some((path) => this.open(path))) this.form.focus(paths[0] ?? name);
  }

  /** Stays at its figure when the text has been rendered again. */
  follow() {
    if (!this.element.hidden) this.#place();
  }

  /** Shows what is wrong with the value. */
  showProblem() {
    if (!this.element.hidden) this.#field?.showProblem(this.form.problemOf(this.path));
  }

  close() {
    if (this.element.hidden) return;
    const hadFocus = this.element.contains(document.activeElement);
    const figure = this.#figure();
    this.element.hidden = true;
    this.element.replaceChildren();
    this.#field = undefined;
    if (hadFocus) figure?.focus({ preventScroll: true });
  }

  #figure() {
    const figures = this.page.text.figuresOf(this.path);
    return figures[this.#nth] ?? figures[0];
  }

  /** Puts the control over the figure, the label above it; at the bottom of a narrow page. */
  #place() {
    const { element } = this;
    const figure = this.#figure();
    const { style } = element;
    if (window.matchMedia(NARROW).matches) {
      const { visualViewport: seen, innerHeight } = window;
      style.cssText = `bottom: ${String(seen ? innerHeight - seen.height - seen.offsetTop : 0)}px`;
      return;
    }
    const [line] = figure?.getClientRects() ?? [];
    const room = this.page.text.element.getBoundingClientRect();
    if (!line) return;
    const label = element.querySelector(".field-label")?.getBoundingClientRect().height ?? 0;
    const left = Math.max(Math.min(line.left - room.left - GAP, room.width - element.offsetWidth), 0);
    style.cssText = `left: ${String(left)}px; top: ${String(line.top - room.top - label - 2 * GAP)}px`;
  }

  /**
   * @param {KeyboardEvent} event
   * @returns {boolean} whether the key was for the field
   */
  #key({ key, shiftKey, altKey, ctrlKey, isComposing, target }) {
    if (isComposing || ctrlKey) return false;
    if (key === "Escape") {
      this.#giveBack();
      return true;
    }
    const control = this.#field?.control;
    if (target !== control) return false; // a button of the field
    if (key === "Enter" && altKey && parsePath(this.path).row >= 0) {
      this.addRecord(factOf(this.path));
      return true;
    }
    const isLine = key === "Enter" && control instanceof HTMLTextAreaElement && control.enterKeyHint !== "next";
    if ((key !== "Enter" || isLine) && key !== "Tab") return false;
    this.#leave(shiftKey ? -1 : 1);
    return true;
  }

  #giveBack() {
    const now = valueAt(this.page.store.state.facts, this.path);
    if (this.#field && now !== this.#before) this.form.put(this.path, this.#before);
    this.close();
  }

  /** @param {-1 | 1} by to the next blank, or the one before */
  #leave(by) {
    this.#field?.control.dispatchEvent(new Event("change", { bubbles: true }));
    this.page.nextBlank(by);
  }
}

/**
 * @param {import("../schema/types.js").FieldSpec} spec
 * @param {string} path
 */
function isList(spec, path) {
  return factOf(path) === path && traitsOf(spec).records;
}
