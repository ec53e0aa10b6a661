// The table of all indicators of a summary: one row each, by the sections that ask for them, to type down a column.

import { makeButton } from "../page/button.js";
import { all, make, putText } from "../page/elements.js";
import { factOf, SIDE_NAMES, valueAt } from "../facts/paths.js";
import { isCarried } from "../drafts/list_records.js";
import { isComposed } from "./field.js";
import { nameCompared } from "./period_choice.js";
import { TableFilters } from "./table_filters.js";
import { enter, isShown, moveByKey } from "./table_keys.js";
import { RowElement } from "./table_row.js";
import { COLUMNS, duePaths, FILTERS, tableGroups, valuesOf } from "./table_rows.js";

/** @typedef {import("./page.js").FillPage} FillPage */
/** @typedef {import("./form.js").Form} Form */
/** @typedef {import("./table_rows.js").Filter} Filter */
/** @typedef {import("../drafts/state.js").State} State */
/** @typedef {{id: string, element: HTMLElement, off: HTMLElement, rows: RowElement[]}} Section of the table */

const COMPARED = "last_period";
const CAPTION = "全篇指标";
const FIRST = ["指标", "单位"];
const LAST = "算出、变化";
const HINT =
  "回车、↑↓ 沿一栏走，Tab 向右，← → 在字头字尾换格，Esc 恢复原值；各项逐行填，＋加一行；只知道比率的，直接填在比率的格里；从 Excel 连同名称复制一块，在任一格里粘贴，按名称对号。";

/** Shows the indicators, and what is typed in their cells. */
export class TableView {
  /** @type {Form["groups"] | undefined} the groups that the rows were made of */
  #groups;
  /** @type {Section[]} */
  #sections = [];
  /** @type {State} the state that is shown */
  #shown;
  /** @type {Set<string>} */
  #due = new Set();
  #before = ""; // the value of a cell when it was entered

  /**
   * @param {FillPage} page
   * @param {Form} form
   * @param {HTMLElement} element
   */
  constructor(page, form, element) {
    this.page = page;
    this.form = form;
    this.#shown = page.store.state;
    this.filters = new TableFilters(() => { this.#showRows(); });
    this.status = make("span", { class: "live-blanks", role: "status" });
    this.wrong = make("p", { class: "table-wrong", role: "status" });
    this.rest = make("p", { class: "table-rest" });
    this.table = make("table", { class: "table-grid" });
    this.scroller = make("div", { class: "table-scroll" }, this.table, this.rest);
    element.append(this.#top(), this.scroller);
    this.#listen();
  }

  #top() {
    const next = makeButton("下一处空白", () => { this.page.nextBlank(); }, { class: "table-next", title: "Ctrl+Enter" });
    const line = make("div", { class: "live-line" }, this.filters.element, next, this.status);
    return make("div", { class: "table-head" }, line, make("p", { class: "live-legend" }, HINT), this.wrong);
  }

  #listen() {
    this.page.store.listen(() => { this.follow(); });
    this.table.addEventListener("keydown", (event) => {
      if (this.#key(event)) event.preventDefault();
    });
    this.table.addEventListener("focusin", ({ target }) => {
      const path = target instanceof HTMLElement ? target.dataset["path"] : undefined;
      if (path === undefined) return;
      this.#sayWrong();
      this.#before = valueAt(this.page.store.state.facts, path);
      const here = this.#sections.find(({ rows }) => rows.some(({ entries }) => entries.has(path)));
      if (here) this.page.outline.choose(here.id);
    });
  }

  get #rows() {
    return this.#sections.flatMap(({ rows }) => rows);
  }

  // --- rows ---

  #make() {
    this.#groups = this.form.groups;
    const groups = tableGroups(this.page.live.summary, this.form.groups);
    const columns = COLUMNS.filter((column) => column !== "plan" || groups.some(({ rows }) => rows.some(({ paths }) => paths.plan)));
    const surroundings = {
      form: this.form,
      columns,
      lead: (/** @type {RowElement} */ row) => { this.#lead(row); },
      kept: (/** @type {RowElement} */ row) => { this.#afterKeeping(row); },
    };
    this.#sections = groups.map(({ id, name, rows }) => {
      const off = make("span", { class: "table-off" });
      const title = make("tr", {}, make("th", { scope: "rowgroup", colspan: String(columns.length + FIRST.length + 1) }, make("span", {}, name), off));
      const made = rows.map((row) => new RowElement(row, surroundings));
      return { id, off, rows: made, element: make("tbody", {}, title, ...made.map(({ element }) => element)) };
    });
    this.table.replaceChildren(...headOf(columns), ...this.#sections.map(({ element }) => element));
  }

  /** Shows the present state; only what has changed is written. */
  follow() {
    if (!this.page.table.isOpen) return;
    const { state } = this.page.store;
    const before = this.#shown;
    this.#shown = state;
    const isNew = this.form.groups !== this.#groups;
    if (isNew) this.#make();
    const isChanged = (/** @type {string} */ name) => isNew || before.facts[name] !== state.facts[name];
    for (const row of this.#rows) {
      if (isChanged(row.row.name)) row.show(state);
      if (isNew || before.carried !== state.carried) row.markCarried(state.carried);
    }
    nameCompared(this.#entry(COMPARED)?.control, valueAt(state.facts, "period"));
    this.#compute(this.#rows.filter(({ row: { sources } }) => [...sources].some(isChanged)));
    for (const { id, off, element } of this.#sections) {
      const isOff = state.without.includes(id);
      element.classList.toggle("table-section--off", isOff);
      off.textContent = isOff ? "（本期不写）" : "";
    }
    if (isNew) this.check();
  }

  /**
   * Computes rows anew.
   * @param {RowElement[]} rows
   */
  #compute(rows) {
    const { specs } = this.form;
    const context = valuesOf(specs, rows.map(({ row }) => row), this.page.store.state.facts);
    for (const row of rows) row.compute(context.fact(row.row.name));
  }

  /** Shows what is wrong, and how many indicators each filter leaves. */
  check() {
    if (!this.page.table.isOpen) return;
    this.#due = duePaths(this.page.live.blocks, this.page.store.state.facts);
    for (const row of this.#rows) row.showProblem();
    this.#sayWrong();
    const written = this.#written();
    const count = (/** @type {Filter | undefined} */ filter) =>
      filter === "due" ? this.page.live.blanks : written.filter((row) => this.#matches(row, filter)).length;
    this.filters.show(count);
  }

  /** Says what is wrong in the cell that has the focus, where its row is too wide to show it. */
  #sayWrong() {
    const path = document.activeElement instanceof HTMLElement ? document.activeElement.dataset["path"] : undefined;
    putText(this.wrong, this.form.problemOf(path ?? ""));
  }

  /** The rows of the sections that are written. */
  #written() {
    const { without } = this.page.store.state;
    return this.#sections.filter(({ id }) => !without.includes(id)).flatMap(({ rows }) => rows);
  }

  // --- filters ---

  /**
   * Shows the rows that a filter leaves, until it is chosen again: a row does not go while it is filled in.
   * @param {Filter | undefined} filter
   */
  filter(filter) {
    this.filters.choose(filter);
    this.#showRows();
  }

  #showRows() {
    const { chosen, onlyNumbers } = this.filters;
    for (const { element, rows } of this.#sections) {
      for (const row of rows) row.element.hidden = !this.#matches(row, chosen) || (onlyNumbers && !row.isNumber);
      element.hidden = (chosen !== undefined || onlyNumbers) && rows.every((row) => row.element.hidden);
    }
    const written = this.#written();
    const left = written.filter(({ element }) => element.hidden).length;
    const none = chosen && left === written.length ? `没有${FILTERS[chosen]}的指标。` : "";
    const elsewhere = chosen === "due" ? this.#dueElsewhere() : 0;
    const beside = elsewhere > 0 ? `另有${String(elsewhere)}处空白不在表里，到文稿上填。` : "";
    const back = makeButton("全部显示", () => { this.#showAll(); });
    this.rest.replaceChildren(...(left > 0 ? [`${none}${beside}另有${String(left)}项没有显示。`, back] : []));
    this.scroller.scrollTop = 0;
  }

  /** How many blanks of the text no row has: those of a writer's own words. */
  #dueElsewhere() {
    const names = new Set(this.#written().map(({ row }) => row.name));
    return this.page.live.blanks - [...this.#due].filter((path) => names.has(factOf(path))).length;
  }

  #showAll() {
    this.filters.onlyNumbers = false;
    this.filter(undefined);
  }

  /**
   * @param {RowElement} row
   * @param {Filter | undefined} filter
   */
  #matches({ row: { name }, isApart }, filter) {
    if (filter === "due") return [...this.#due].some((path) => factOf(path) === name);
    if (filter === "apart") return isApart;
    if (filter === "carried") return isCarried(this.page.store.state.carried, name);
    return true;
  }

  // --- the way to a place ---

  /**
   * Shows the table where a section begins.
   * @param {string} id
   */
  open(id) {
    this.follow();
    this.check();
    const section = this.#sections.find((one) => one.id === id);
    if (!section) return;
    if (section.element.hidden) this.#showAll();
    this.scroller.scrollTop = section.element.offsetTop - (this.table.tHead?.offsetHeight ?? 0);
  }

  /**
   * Takes the reader to where an indicator stands in the text; to the fields of a list.
   * @param {RowElement} row
   */
  #lead({ row: { kind, name }, path }) {
    if (kind !== "list") this.page.goTo(path);
    else {
      this.page.desk.show(this.page.beside);
      this.form.focus(name);
    }
  }

  /**
   * Goes on to what is still to be confirmed.
   * @param {RowElement} row
   */
  #afterKeeping(row) {
    const after = this.#rows.slice(this.#rows.indexOf(row) + 1);
    const next = after.find(({ element, keep }) => !element.hidden && !keep.hidden);
    (next?.keep ?? row.label).focus();
  }

  /**
   * Goes to the next cell that the text is waiting for, or the one before; from the last one to the first.
   * @param {-1 | 1} by
   */
  nextDue(by) {
    const { activeElement: here } = document;
    const cells = all("[data-path]", this.table).filter(isShown);
    const onward = by > 0 ? cells : cells.reverse();
    const at = onward.findIndex((cell) => cell === here) + 1;
    const next = [...onward.slice(at), ...onward].find(({ dataset }) => this.#due.has(dataset["path"] ?? ""));
    this.status.textContent = next ? "" : "表里没有空白了";
    if (next) enter(next);
  }

  // --- keys and paste ---

  /** @param {KeyboardEvent} event */
  #key(event) {
    const path = event.target instanceof HTMLElement ? event.target.dataset["path"] : undefined;
    const entry = this.#entry(path);
    if (event.key !== "Escape" || isComposed(event) || path === undefined || !entry) return moveByKey(event, this.table);
    this.form.put(path, this.#before);
    entry.show(this.#before);
    return true;
  }

  /** @param {string} [path] */
  #entry(path = "") {
    return this.#rows.find(({ row }) => row.name === factOf(path))?.entries.get(path);
  }

  /** Where cells can be pasted: by name into every row, by position into those that are shown. */
  get target() {
    const rows = this.#written();
    const isAsked = (/** @type {RowElement} */ { row, element }) =>
      row.kind !== "computed" || element.contains(document.activeElement);
    const isTyped = (/** @type {RowElement} */ { row: { kind }, entries }) => kind !== "list" && entries.size > 0;
    const typed = rows.filter((row) => isTyped(row) && !row.element.hidden && isAsked(row));
    return {
      paths: rows.flatMap(({ entries }) => [...entries.keys()]),
      lines: typed.map(({ row: { paths } }) => COLUMNS.map((column) => paths[column] ?? "")),
    };
  }
}

/**
 * The head of the table, with what its columns are.
 * @param {import("./table_rows.js").Column[]} columns
 */
function headOf(columns) {
  const heads = [...FIRST, ...columns.map((column) => SIDE_NAMES[column]), LAST];
  const kinds = ["name", "unit", ...columns.map(() => "side"), "made"];
  const th = (/** @type {string} */ text, /** @type {number} */ at) => make("th", { scope: "col", class: `table-${String(kinds[at])}` }, text);
  return [
    make("caption", { class: "visually-hidden" }, CAPTION),
    make("colgroup", {}, ...kinds.map((kind) => make("col", { class: `table-column-${kind}` }))),
    make("thead", {}, make("tr", {}, ...heads.map(th))),
  ];
}
