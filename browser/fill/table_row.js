// One row of the table: the cells of an indicator, made once and written where a value changes.

import { makeButton } from "../page/button.js";
import { make, putText } from "../page/elements.js";
import { valueAt } from "../facts/paths.js";
import { isCarried } from "../drafts/list_records.js";
import { printedUnit } from "../figures/values.js";
import { unitOf } from "../schema/fact_types.js";
import { markWrong } from "./field.js";
import { computedSides } from "../facts/computed_sides.js";
import { COLUMNS, consequences, isFarApart } from "./table_rows.js";
import { TableRecords } from "./table_records.js";

/** @typedef {import("./table_rows.js").TableRow} TableRow */
/** @typedef {import("./table_rows.js").Column} Column */
/** @typedef {import("../facts/computed_sides.js").Made} Made */
/** @typedef {import("../facts/context.js").Fact} Fact */
/** @typedef {import("../drafts/state.js").State} State */
/** @typedef {import("./field.js").Entry} Entry */

/**
 * What a row asks of the table.
 * @typedef {object} Surroundings
 * @property {import("./form.js").Form} form
 * @property {readonly Column[]} columns
 * @property {(row: RowElement) => void} lead takes the reader to the indicator's place
 * @property {(row: RowElement) => void} kept is told that what was carried over has been confirmed
 */

const KEEP = "沿用";

/** The element of a row. */
export class RowElement {
  /** @type {Map<string, Entry>} by path */
  entries = new Map();
  isApart = false; // from the figure of the last period
  /** @type {Map<Column, {cell: HTMLElement, shown: HTMLElement}>} the cells of what is computed */
  #computed = new Map();
  /** @type {TableRecords | undefined} */
  #records;

  /**
   * @param {TableRow} row
   * @param {Surroundings} surroundings
   */
  constructor(row, { form, columns, lead, kept }) {
    this.row = row;
    this.form = form;
    this.columns = columns;
    const { name, spec, kind } = row;
    this.note = make("span", { class: "field-note", role: "status" });
    this.made = make("span", {});
    this.formula = make("small", { class: "table-formula" });
    this.problem = make("span", { class: "field-problem", id: `table-problem-${name}` });
    this.keep = makeButton(KEEP, () => { this.#confirm(); kept(this); }, keepTraits(spec));
    this.label = makeButton(spec.label, () => { lead(this); }, { class: "table-label", title: spec.hint });
    if (kind !== "list") this.label.tabIndex = -1; // the arrow keys lead there, so that Tab goes from cell to cell
    const unit = kind === "list" ? "" : printedUnit(unitOf(spec));
    const head = make("th", { scope: "row", "data-unit": unit }, this.label);
    this.element = make("tr", { "data-fact": name }, head, make("td", { class: "table-unit" }, unit), ...this.#cells());
  }

  #cells() {
    const { row: { name, spec, kind, paths }, columns, keep, note, problem } = this;
    const isWide = kind === "list" || kind === "text";
    if (!isWide) {
      const last = make("td", { class: "table-made" }, this.made, keep, this.formula, note, problem);
      return [...columns.map((column) => this.#cell(column, paths[column])), last];
    }
    if (kind === "list") this.#records = this.#recordsOf(name, spec);
    this.#records?.bar.append(keep);
    const typed = this.#records ? [this.#records.element] : [this.#control("now", paths.now ?? ""), keep];
    return [make("td", { class: "table-made table-wide", colspan: String(columns.length + 1) }, ...typed, note, problem)];
  }

  /**
   * @param {string} name
   * @param {import("../schema/types.js").FactSpec} spec
   */
  #recordsOf(name, spec) {
    const records = new TableRecords(this.form, name, spec, (text) => { this.note.textContent = text; });
    this.entries = records.entries;
    return records;
  }

  /**
   * @param {Column} column
   * @param {string | undefined} path
   */
  #cell(column, path) {
    if (this.row.kind === "computed") return this.#computedCell(column, path);
    return path ? make("td", {}, this.#control(column, path)) : make("td", { class: "table-none" });
  }

  /**
   * The cell of what is computed, in which a rate can be entered as long as its counts are not known.
   * @param {Column} column
   * @param {string | undefined} path
   */
  #computedCell(column, path) {
    const shown = make("span", {});
    const cell = make("td", { class: "table-computed" }, shown);
    this.#computed.set(column, { cell, shown });
    if (path) cell.append(this.#rateControl(column, path));
    return cell;
  }

  /**
   * @param {Column} column
   * @param {string} path
   */
  #rateControl(column, path) {
    const control = this.#control(column, path);
    control.title = "分子、分母不知道的，直接填比率";
    control.classList.add("table-rate");
    control.tabIndex = -1; // the arrow keys lead there; Tab and Enter go on to what is asked for
    return control;
  }

  /**
   * @param {Column} column
   * @param {string} path
   */
  #control(column, path) {
    const entry = this.form.makeEntry(path, this.row.spec, "table", (text) => { this.note.textContent = text; });
    entry.control.dataset["column"] = column;
    entry.control.setAttribute("aria-describedby", this.problem.id);
    this.entries.set(path, entry);
    return entry.control;
  }

  /** The path of the indicator; of a computed one, that of the first figure it is made from. */
  get path() {
    const { name, kind, paths, sources } = this.row;
    const typed = kind === "computed" ? [] : COLUMNS.flatMap((column) => paths[column] ?? []);
    const [, source] = sources;
    const first = source !== undefined && this.form.specs[source]?.series ? `${source}.now` : source;
    return typed[0] ?? first ?? name;
  }

  get isNumber() {
    return this.row.kind === "figure" || this.row.kind === "computed";
  }

  #confirm() {
    this.form.confirm(this.row.name);
  }

  // --- what is shown ---

  /**
   * Shows what is typed.
   * @param {State} state
   */
  show({ facts }) {
    if (this.#records) this.#records.show(facts);
    else for (const [path, entry] of this.entries) entry.show(valueAt(facts, path));
  }

  /**
   * Shows what is computed.
   * @param {Fact | undefined} fact
   */
  compute(fact) {
    this.isApart = isFarApart(fact);
    const sides = computedSides(fact);
    for (const [column, { cell, shown }] of this.#computed) {
      put(shown, sides[column]);
      const control = cell.querySelector("input");
      cell.classList.toggle("table-open", control !== null && (control.value !== "" || sides[column].text === ""));
    }
    const made = consequences(fact);
    while (this.made.children.length > made.length) this.made.lastElementChild?.remove();
    while (this.made.children.length < made.length) this.made.append(make("span", {}));
    for (const [at, one] of made.entries()) put(/** @type {HTMLElement} */ (this.made.children[at]), one);
    const formulas = this.row.kind === "computed" ? [sides.now] : made;
    putText(this.formula, formulas.map(({ formula }) => formula).filter(Boolean).join("；"));
  }

  /** Shows what is wrong, be it in no cell of the row. */
  showProblem() {
    for (const [path, { control }] of this.entries) markWrong(control, this.form.problemOf(path) !== "");
    putText(this.problem, this.form.problemsIn(this.row.name).join("；"));
  }

  /** @param {string[]} carried */
  markCarried(carried) {
    const isMarked = isCarried(carried, this.row.name);
    this.keep.hidden = !isMarked;
    this.element.classList.toggle("table-carried", isMarked);
  }
}

/** @param {import("../schema/types.js").FactSpec} spec */
function keepTraits({ label }) {
  return { class: "field-keep", "aria-label": `${KEEP}，核对无误：${label}` };
}

/**
 * Writes what was computed where it is something else.
 * @param {HTMLElement} element
 * @param {Made} made
 */
function put(element, { text, formula }) {
  putText(element, text);
  if (element.title !== formula) element.title = formula;
}
