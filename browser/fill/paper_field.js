// The field that opens on the text where a figure stands; Enter and Tab lead on to the next blank.

import { make } from "../page/elements.js";
import { makeButton } from "../page/button.js";
import { NARROW } from "../page/narrow.js";
import { isComposed } from "./field.js";
import { factOf, parsePath, specAt, valueAt } from "../facts/paths.js";
import { emptyRecord, isCarried, recordsOf, reordered, withRecord } from "../drafts/list_records.js";
import { OWN_FRAME } from "../facts/archetype_facts.js";
import { placePrinting } from "../library/printing_place.js";
import { traitsOf } from "../schema/fact_types.js";

/** @typedef {import("./page.js").FillPage} FillPage */
/** @typedef {import("./form.js").Form} Form */
/** @typedef {import("./field.js").Field} Field */
/** @typedef {import("../schema/types.js").FactSpec} FactSpec */

const GAP = 4; // pixels between the label and the figure that it stands over

/** The one field on the text; it moves from figure to figure. */
export class PaperField {
  path = "";
  /** @type {Field | undefined} */
  #field;
  #nth = 0; // among the figures of the path; another rendering has other elements
  #before = ""; // the value when it was opened
  #isNew = false; // the record that it belongs to is not there yet
  #told = ""; // the wrong value that its writer has been told of

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
    const { facts } = this.page.store.state;
    const at = this.firstIn(path);
    const figures = this.page.text.figuresOf(at);
    const chosen = figure?.isConnected ? figure : figures[0];
    const spec = specAt(this.form.specs, at);
    if (!chosen || !spec || !this.takes(at)) return false;
    const { name, row } = parsePath(at);
    this.path = at;
    this.#isNew = row >= recordsOf(facts, name).length;
    this.#nth = figures.indexOf(chosen);
    this.#before = valueAt(facts, at);
    this.#showField(spec);
    this.element.hidden = false;
    chosen.scrollIntoView({ block: "nearest" });
    this.#place();
    this.element.querySelector(/** @type {"input"} */ ("input, textarea, select, button"))?.focus({ preventScroll: true });
    return true;
  }

  /**
   * Tells whether the value at a path is typed in a field.
   * @param {string} path
   */
  takes(path) {
    const spec = specAt(this.form.specs, path);
    return spec !== undefined && !traitsOf(spec).records;
  }

  /**
   * The path of what is filled in first: of a list that has no record yet, the first field of one.
   * @param {string} path
   */
  firstIn(path) {
    const [first] = Object.keys(this.form.specs[path]?.fields ?? {});
    const isEmpty = recordsOf(this.page.store.state.facts, path).length === 0;
    return first && isEmpty ? `${path}[0].${first}` : path;
  }

  /** @param {import("../schema/types.js").FieldSpec} spec */
  #showField(spec) {
    const { form, path } = this;
    const field = form.makeField(path, spec, form.labelOf(path), "paper");
    this.#field = field;
    const hint = spec.hint && spec.hint !== spec.label ? make("p", { class: "fact-hint" }, spec.hint) : null;
    this.element.setAttribute("aria-label", form.labelOf(path));
    const { facts, carried } = this.page.store.state;
    this.element.replaceChildren(field.element, ...(hint ? [hint] : []), ...this.#ways());
    field.show(valueAt(facts, path));
    field.markCarried(isCarried(carried, path));
    field.showProblem(form.problemOf(path));
  }

  /**
   * The buttons: what can be said of a list, and what a reader without a keyboard needs.
   */
  #ways() {
    const { path } = this;
    const name = factOf(path);
    const spec = /** @type {FactSpec} */ (this.form.specs[name]);
    const none = () => {
      const { store } = this.page;
      store.change(`${name} none`, { facts: { ...store.state.facts, [name]: [] } });
      this.#leave(1);
    };
    const isList = parsePath(path).row >= 0;
    const add = makeButton(`再加一${spec.unit ?? "条"}`, () => { this.addRecord(name); }, { title: "Alt+Enter" });
    const empty = makeButton(`没有${spec.label}`, none);
    const lists = isList ? [...(this.#isNew && !spec.at_least ? [empty] : []), add] : this.#waysOut();
    const ways = [
      makeButton("上一处", () => { this.#leave(-1); }),
      makeButton("下一处", () => { this.#leave(1); }),
      makeButton("完成", () => { this.close(); }),
    ];
    return [make("div", { class: "paper-lists" }, ...lists), make("div", { class: "paper-ways" }, ...ways)];
  }

  /** Where the text has a blank for a figure that its writer does not have, the place can be left out. */
  #waysOut() {
    const block = this.#figure()?.closest("[data-section]");
    const place = placePrinting(this.page.live.summary, factOf(this.path));
    const section = block instanceof HTMLElement ? block.dataset["section"] : undefined;
    const isBlank = valueAt(this.page.store.state.facts, this.path) === "";
    if (!isBlank || !place?.name || place.section !== section || section === OWN_FRAME) return [];
    const leaveOut = () => {
      const { page } = this;
      this.#leave(1);
      page.withEditing((editing) => {
        editing.skip(place.section, place.name, true);
        page.notice.textContent = `“${place.name}”本期不写；要写，按“撤销”，或在右栏的“增删、调次序、改文字”里恢复。`;
      });
    };
    return [makeButton("没有这个数，这一段不写", leaveOut, { title: `“${place.name}”本期不写，可以恢复` })];
  }

  /**
   * Adds a record to a list, and opens its first field.
   * @param {string} name
   */
  addRecord(name) {
    const { store } = this.page;
    const record = emptyRecord(this.form.specs[name]);
    const row = recordsOf(store.state.facts, name).length;
    store.change(`${name} add`, withRecord(store.state, name, record));
    const paths = Object.keys(record).map((key) => `${name}[${String(row)}].${key}`);
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

  /** Closes the field; what was typed stays. */
  close() {
    if (this.element.hidden) return;
    const hadFocus = this.element.contains(document.activeElement);
    const figure = this.#figure();
    this.path = "";
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
    if (window.matchMedia(NARROW).matches) { // there it is a sheet at the bottom
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
  #key(event) {
    const { key, shiftKey, altKey, ctrlKey, target } = event;
    if (isComposed(event) || ctrlKey) return false;
    if (key === "Escape") {
      this.#giveBack();
      return true;
    }
    const control = this.#field?.control;
    if (target !== control) return false; // a button of the field
    if (key === "ArrowDown" && altKey) {
      this.element.querySelector(/** @type {"button"} */ (".paper-lists button"))?.focus();
      return true;
    }
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
    const { store } = this.page;
    const { name, row } = parsePath(this.path);
    const rows = recordsOf(store.state.facts, name);
    if (this.#isNew && row < rows.length) {
      store.change(`${name} order`, reordered(store.state, name, [...rows.keys()].filter((at) => at !== row)));
    } else this.form.put(this.path, this.#before);
    this.close();
  }

  /** @param {-1 | 1} by to the next blank, or back */
  #leave(by) {
    this.#field?.control.dispatchEvent(new Event("change", { bubbles: true }));
    if (this.#isHeld()) return;
    this.page.nextBlank(by);
  }

  /** Stays once at a value that is wrong, so that nobody goes on without having seen it; the second time it goes. */
  #isHeld() {
    const value = `${this.path} ${valueAt(this.page.store.state.facts, this.path)}`;
    const problem = this.form.problemOf(this.path);
    if (!problem || this.#told === value) return false;
    this.#told = value;
    this.page.notice.textContent = `${problem}；再按一次照填的往下走`;
    this.element.scrollIntoView({ block: "nearest" });
    return true;
  }
}
