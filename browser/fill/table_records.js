// The records of a list in the table of all indicators: a row each, filled in where it stands.

import { makeButton } from "../page/button.js";
import { make } from "../page/elements.js";
import { emptyRecord, recordsOf, reordered, withRecord } from "../drafts/list_records.js";
import { valueAt } from "../facts/paths.js";
import { noneOf } from "./none_words.js";
import { enter } from "./table_keys.js";

/** @typedef {import("./form.js").Form} Form */
/** @typedef {import("./field.js").Entry} Entry */
/** @typedef {import("../schema/types.js").FactSpec} FactSpec */
/** @typedef {import("../schema/types.js").FieldSpec} FieldSpec */
/** @typedef {import("../schema/types.js").Facts} Facts */

/** The rows of one list; what few need of a record is filled in beside the paper. */
export class TableRecords {
  /** @type {Map<string, Entry>} by path */
  entries = new Map();
  #body = make("tbody");

  /**
   * @param {Form} form
   * @param {string} name
   * @param {FactSpec} spec
   * @param {(text: string) => void} noted is told what was made of what was typed
   */
  constructor(form, name, spec, noted) {
    this.form = form;
    this.name = name;
    this.spec = spec;
    this.noted = noted;
    this.unit = spec.unit ?? "条";
    this.fields = fieldsOf(form, name, spec);
    this.table = make("table", { class: "table-records", "aria-label": spec.label }, this.#head(), this.#body);
    this.add = makeButton(`＋一${this.unit}`, () => { this.#addRecord(); }, { "data-path": name, "aria-label": `加一${this.unit}${spec.label}` });
    this.none = makeButton(noneOf(spec), () => { this.#put([]); });
    this.told = make("span", { class: "field-note" });
    this.bar = make("div", {}, this.add, this.none, this.told);
    this.element = make("div", { class: "table-list" }, this.table, this.bar);
  }

  /** The labels of the fields; the only one says what the list's own does. */
  #head() {
    if (this.fields.length === 1) return null;
    const heads = this.fields.map(([, { label }]) => make("th", { scope: "col" }, label));
    return make("thead", {}, make("tr", {}, ...heads, make("td")));
  }

  /**
   * Shows the records of a draft.
   * @param {Facts} facts
   */
  show(facts) {
    const { length } = recordsOf(facts, this.name);
    while (this.#body.rows.length > length) this.#drop(this.#body.rows.length - 1);
    while (this.#body.rows.length < length) this.#body.append(this.#row(this.#body.rows.length));
    for (const [path, entry] of this.entries) entry.show(valueAt(facts, path));
    const isGiven = facts[this.name] !== undefined;
    this.table.hidden = length === 0;
    this.none.hidden = isGiven || (this.spec.at_least ?? 0) > 0;
    this.told.textContent = isGiven && length === 0 ? `已填：${noneOf(this.spec)}` : "";
  }

  /** @param {number} row */
  #row(row) {
    const cells = this.fields.map(([key, spec]) => make("td", this.#labelled(spec), this.#control(row, key, spec)));
    const which = `删除第${String(row + 1)}${this.unit}${this.spec.label}`;
    const drop = makeButton("×", () => { this.#remove(row); }, { class: "table-drop", "aria-label": which, title: which, tabindex: "-1" });
    return make("tr", {}, ...cells, make("td", {}, drop));
  }

  /** @param {FieldSpec} spec */
  #labelled({ label }) {
    return /** @type {Record<string, string>} */ (this.fields.length > 1 ? { "data-label": label } : {});
  }

  /**
   * @param {number} row
   * @param {string} key
   * @param {FieldSpec} spec
   */
  #control(row, key, spec) {
    const path = `${this.name}[${String(row)}].${key}`;
    const entry = this.form.makeEntry(path, spec, "table", this.noted);
    entry.control.dataset["column"] = `${this.name}.${key}`;
    this.entries.set(path, entry);
    return entry.control;
  }

  /** @param {number} row */
  #drop(row) {
    this.#body.rows[row]?.remove();
    for (const [key] of this.fields) this.entries.delete(`${this.name}[${String(row)}].${key}`);
  }

  #addRecord() {
    const { store } = this.form;
    store.change(`${this.name} add`, withRecord(store.state, this.name, emptyRecord(this.spec)));
    const first = this.#body.lastElementChild?.querySelector("[data-column]");
    if (first instanceof HTMLElement) enter(first);
  }

  /** @param {number} row */
  #remove(row) {
    const { store } = this.form;
    const others = [...recordsOf(store.state.facts, this.name).keys()].filter((at) => at !== row);
    store.change(`${this.name} order`, reordered(store.state, this.name, others));
    this.add.focus(); // the button that was pressed is gone
  }

  /** @param {Record<string, string>[]} records */
  #put(records) {
    const { store } = this.form;
    store.change(`${this.name} none`, { facts: { ...store.state.facts, [this.name]: records } });
    this.add.focus();
  }
}

/**
 * The fields of a record that have a column: what is asked for, but what few need, and a writer's own words.
 * @param {Form} form
 * @param {string} name
 * @param {FactSpec} spec
 */
function fieldsOf(form, name, spec) {
  const asked = Object.entries(form.askedFields(name, spec));
  const plain = asked.filter(([key, { type }]) => type !== "words" && !spec.folded?.includes(key));
  return plain.length > 0 ? plain : asked;
}
