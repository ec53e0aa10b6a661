// The field that opens on the text where a figure stands; Enter and Tab lead on to the next blank.

import { all, make } from "../page/elements.js";
import { NARROW } from "../page/narrow.js";
import { DOWN } from "../page/roving.js";
import { isComposed } from "./field.js";
import { bringUp, followDown } from "./paper_scroll.js";
import { inNextRow } from "./paper_rows.js";
import { END, paperWays } from "./paper_ways.js";
import { PaperSides } from "./paper_sides.js";
import { endsList, lastBefore } from "./paper_records.js";
import { isAtEnd } from "./table_keys.js";
import { pathsOf } from "../preview/live_text.js";
import { factOf, parsePath, specAt, valueAt } from "../facts/paths.js";
import { emptyRecord, recordsOf, reordered, withRecord } from "../drafts/list_records.js";
import { traitsOf } from "../schema/fact_types.js";

/** @typedef {import("./page.js").FillPage} FillPage */
/** @typedef {import("./form.js").Form} Form */

const GAP = 4; // pixels between the label and the figure that it stands over

/** The one field on the text; it moves from figure to figure. */
export class PaperField {
  path = "";
  isNew = false; // the record that it belongs to is not there yet
  /** @type {PaperSides | undefined} */
  #sides;
  #rows = 0; // records of the list that it belongs to
  #nth = 0; // among the figures of the path; another rendering has other elements
  #told = ""; // the wrong value that its writer has been told of
  #explains = false; // how the figure was made of the value is shown beside

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
    page.store.listen((_, cause) => {
      this.#sides?.show(cause);
      if (this.path && this.#rows !== this.#countRows()) this.#showBeside();
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
    const chosen = figure?.isConnected ? figure : (figures[0] ?? lastBefore(this.page.text, facts, at));
    const spec = specAt(this.form.specs, at);
    if (!chosen || !spec || !this.takes(at)) return false;
    const { name, row } = parsePath(at);
    this.path = at;
    this.isNew = row >= recordsOf(facts, name).length;
    this.#nth = figures.indexOf(chosen);
    this.#showFields(spec);
    this.#showBeside();
    this.element.hidden = false;
    this.#explain(chosen);
    this.#place();
    bringUp(this.page, chosen, this.element);
    this.element.scrollIntoView({ block: "nearest", inline: "nearest" }); // also where the column is scrolled sideways
    this.element.querySelector(/** @type {"input"} */ ("input, textarea, select, button"))?.focus({ preventScroll: true });
    return true;
  }

  #countRows() {
    return recordsOf(this.page.store.state.facts, factOf(this.path)).length;
  }

  /** Has the form show what the field is of: a record as soon as there is one. */
  #showBeside() {
    this.#rows = this.#countRows();
    this.element.classList.toggle("paper-field--empty", parsePath(this.path).row >= this.#rows);
    this.form.reveal(this.path);
  }

  /**
   * Shows beside how a figure was made of what is typed, where it stands in another unit; of no figure, takes it away.
   * @param {HTMLElement} [figure]
   */
  #explain(figure) {
    const isMade = figure?.dataset["formula"] !== undefined;
    if (isMade || this.#explains) this.form.explain(isMade ? figure : null);
    this.#explains = isMade;
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
  #showFields(spec) {
    this.#sides = new PaperSides(this.form, this.path, spec);
    const hint = spec.hint && spec.hint !== spec.label ? make("p", { class: "fact-hint" }, spec.hint) : "";
    this.element.setAttribute("aria-label", this.form.labelOf(this.path));
    this.element.replaceChildren(this.#sides.element, hint, ...paperWays(this, spec));
    if (this.element.querySelector(`#${END}`)) this.#sides.describe(END);
  }

  /**
   * Takes one of the options of a choice, and goes on.
   * @param {string} option
   */
  choose(option) {
    this.form.put(this.path, option);
    this.leave(1);
  }

  /**
   * Opens the first field of a further record of a list, which is made by what is typed in it.
   * @param {string} name
   */
  addRecord(name) {
    const { store } = this.page;
    const record = emptyRecord(this.form.specs[name]);
    const row = recordsOf(store.state.facts, name).length;
    const paths = Object.keys(record).map((key) => `${name}[${String(row)}].${key}`);
    if (paths[0] !== undefined && this.open(paths[0])) return;
    store.change(`${name} add`, withRecord(store.state, name, record)); // the text does not show where it would stand
    this.form.focus(paths[0] ?? name);
  }

  /** Stays at its figure, and in sight, when the text has been rendered again. */
  follow() {
    if (this.element.hidden) return;
    const before = this.#top;
    this.#place();
    if (this.#top !== before) followDown(this.page, this.element, this.#top - before);
  }

  get #top() {
    return parseFloat(this.element.style.top) || 0;
  }

  /** Shows what is wrong with the value. */
  showProblem() {
    this.#sides?.showProblems();
  }

  /** Closes the field; what was typed stays. */
  close() {
    if (this.element.hidden) return;
    const hadFocus = this.element.contains(document.activeElement);
    const { figure } = this;
    this.path = "";
    this.element.hidden = true;
    this.element.replaceChildren();
    this.#sides = undefined;
    this.#explain();
    if (hadFocus) (figure?.querySelector("summary") ?? figure)?.focus({ preventScroll: true });
  }

  /** Where the field stands; of a record that is not there yet, the end of the one before; of what is not told, its mark. */
  get figure() {
    const { text, store, lists } = this.page;
    const figures = text.figuresOf(this.path);
    return figures[this.#nth] ?? figures[0] ?? lastBefore(text, store.state.facts, this.path) ?? lists?.offers.markOf(this.path);
  }

  /** The path in the text at which the field stands. */
  get standing() {
    const { figure, path } = this;
    if (!figure || this.page.text.figuresOf(path).length > 0) return path;
    const before = figure.matches("[data-facts]") ? figure : all("[data-facts]", figure.closest("p") ?? figure).at(-1);
    return (before && pathsOf(before)[0]) ?? path;
  }

  /** Puts the control over the figure, the label above it, or below the record before; at the bottom of a narrow page. */
  #place() {
    const { element } = this;
    const { figure } = this;
    const { style } = element;
    if (window.matchMedia(NARROW).matches) { // there it is a sheet at the bottom
      const { visualViewport: seen, innerHeight } = window;
      style.cssText = `bottom: ${String(seen ? innerHeight - seen.height - seen.offsetTop : 0)}px`;
      return;
    }
    const lines = [...(figure?.getClientRects() ?? [])];
    const isTold = this.isNew ? figure && pathsOf(figure).includes(this.path) : this.page.text.figuresOf(this.path).length > 0;
    const line = isTold ? lines[0] : lines.at(-1);
    const room = this.page.text.element.getBoundingClientRect();
    if (!line) return;
    const label = element.querySelector(".field-label")?.getBoundingClientRect().height ?? 0;
    const start = (isTold || figure?.matches("details") ? line.left : line.right) - room.left - GAP;
    const left = Math.max(Math.min(start, room.width - element.offsetWidth), 0);
    const adds = figure?.closest(".live-document > *")?.querySelector(".paper-adds")?.getBoundingClientRect();
    const end = Math.max(line.bottom, adds?.bottom ?? 0); // what is told already, and what adds to it, stays in sight
    const top = isTold ? line.top - label - 2 * GAP : end + GAP;
    const [x, y] = [`${String(left)}px`, `${String(top - room.top)}px`];
    if (style.left !== x || style.top !== y) style.cssText = `left: ${x}; top: ${y}`; // else it need not be laid out again
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
    const controls = this.#sides?.controls ?? [];
    const at = controls.findIndex((control) => control === target);
    const control = controls[at];
    if (!control) return false; // a button of the field
    if (key === "ArrowDown" && altKey) {
      this.element.querySelector(/** @type {"button"} */ (".paper-lists button"))?.focus();
      return true;
    }
    if (key === "Enter" && altKey && parsePath(this.path).row >= 0) {
      this.addRecord(factOf(this.path));
      return true;
    }
    const down = DOWN[key];
    if (down && !shiftKey && isAtEnd(control, down, 0) && this.#step(down)) return true;
    const option = /^\d$/.test(key) ? this.#options[Number(key) - 1] : undefined;
    if (option !== undefined) this.choose(option);
    else if (key === "Tab" && controls[at + (shiftKey ? -1 : 1)]) return false; // to another side of the fact
    else if (key === "Tab") this.leave(shiftKey ? -1 : 1);
    else if (key === "Enter" && !shiftKey && isEmptyLine(controls[at + 1])) controls[at + 1]?.focus();
    else if (key === "Enter" && !isOfLines(control)) this.#enter(shiftKey);
    else return false;
    return true;
  }

  get #options() {
    return specAt(this.form.specs, this.path)?.options ?? [];
  }

  /**
   * Goes on by Enter: from the end of a list that has just been filled in, into a further record.
   * @param {boolean} isBack
   */
  #enter(isBack) {
    const { page, path } = this;
    const isEnd = Boolean(this.#sides?.isFresh) && endsList(page.text, page.store.state.facts, path);
    if (isBack || !isEnd) {
      this.leave(isBack ? -1 : 1);
      return;
    }
    this.#sides?.read();
    if (this.#isHeld()) return;
    this.addRecord(factOf(path));
  }

  /**
   * Goes to the same value of the row above or below; tells whether there is one.
   * @param {-1 | 1} by
   */
  #step(by) {
    const next = () => inNextRow(this.path, this.figure, this.page.store.state.facts, by);
    if (!next()) return false;
    this.#sides?.read();
    const found = this.#isHeld() ? undefined : next();
    if (!found) return true;
    this.close();
    this.open(found.path, found.figure);
    return true;
  }

  #giveBack() {
    const { store } = this.page;
    const { name, row } = parsePath(this.path);
    const rows = recordsOf(store.state.facts, name);
    if (this.isNew && row < rows.length) {
      store.change(`${name} order`, reordered(store.state, name, [...rows.keys()].filter((at) => at !== row)));
    } else this.#sides?.giveBack();
    this.close();
  }

  /** @param {-1 | 1} by to the next blank, or back */
  leave(by) {
    this.#sides?.read();
    if (this.#isHeld()) return;
    this.page.nextBlank(by);
  }

  /** Stays once at a value that is wrong, so that nobody goes on without having seen it; the second time it goes. */
  #isHeld() {
    const path = this.#sides?.wrong ?? this.path;
    const value = `${path} ${valueAt(this.page.store.state.facts, path)}`;
    const problem = this.form.problemOf(path);
    if (!problem || this.#told === value) return false;
    this.#told = value;
    this.page.notice.textContent = `${problem}；再按一次照填的往下走`;
    this.element.scrollIntoView({ block: "nearest" });
    return true;
  }
}

/**
 * Tells whether Enter begins a new line in a control.
 * @param {import("./field.js").Field["control"]} control
 */
function isOfLines(control) {
  return control instanceof HTMLTextAreaElement && control.enterKeyHint !== "next";
}

/**
 * Tells whether a control waits for another side of the fact.
 * @param {import("./field.js").Field["control"] | undefined} control
 */
function isEmptyLine(control) {
  return control instanceof HTMLInputElement && control.value === "";
}
