// The dialog before a table is pasted by its names: where each row goes, which can be assigned by hand.

import { make } from "../page/elements.js";
import { openDialog } from "../page/dialog.js";
import { namedRows, placed, sidesOf } from "../exchange/named_table.js";
import { SIDE_NAMES, valueAt, withValueAt } from "../facts/paths.js";
import { confirmed } from "../drafts/list_records.js";
import { isComputed, traitsOf } from "../schema/fact_types.js";
import { parsePeriod } from "../figures/periods.js";

/** @typedef {import("../exchange/named_table.js").NamedRow} NamedRow */
/** @typedef {import("../drafts/state.js").Store} Store */
/** @typedef {import("../library/summary.js").Summary} Summary */

/**
 * Opens the dialog where the cells have names; tells whether they have.
 * @param {{store: Store, summary: Summary}} page
 * @param {string[][]} cells
 */
export function pasteByName({ store, summary }, cells) {
  const { facts } = store.state;
  const name = (/** @type {string} */ path) => parsePeriod(valueAt(facts, path))?.text ?? "";
  const rows = namedRows(cells, summary.specs, { now: name("period"), last: name("last_period") });
  if (!rows) return false;
  const dialog = new PasteDialog(store, summary, rows);
  dialog.open(cells.length);
  return true;
}

class PasteDialog {
  /**
   * @param {Store} store
   * @param {Summary} summary
   * @param {NamedRow[]} rows
   */
  constructor(store, summary, rows) {
    this.store = store;
    this.summary = summary;
    this.rows = rows;
    const entered = summary.entered.filter((name) => {
      const spec = summary.specs[name];
      return spec && !isComputed(spec) && !traitsOf(spec).records;
    });
    this.options = entered.map((name) => /** @type {[string, string]} */ ([name, summary.specs[name]?.label ?? name]));
  }

  /** @param {number} count of lines in the table */
  open(count) {
    const open = this.rows.filter(({ fact }) => !fact).length;
    const head = `表里有${String(this.rows.length)}行有数，按名称填入。`;
    const rest = open > 0 ? `有${String(open)}行没有填入，可在右边指定指标。` : "";
    const cut = count > this.rows.length + 20 ? "表很长，只读了前面的行。" : "";
    const titles = ["表里的名称", "数", "填入", "原来"].map((text) => make("th", { scope: "col" }, text));
    const table = make("table", { class: "paste-rows" }, make("thead", {}, make("tr", {}, ...titles)));
    table.append(make("tbody", {}, ...this.rows.map((row) => this.#row(row))));
    openDialog("粘贴前核对", [make("p", {}, head, rest, cut), table], [["粘贴", () => { this.#apply(); }]]);
  }

  /** @param {NamedRow} row */
  #row(row) {
    const choices = [["", "不填"], ...this.options].map(([value = "", text = ""]) => make("option", { value }, text));
    const select = make("select", { "aria-label": `“${row.name}”填入`, autocomplete: "off" }, ...choices);
    select.value = row.fact;
    const note = make("span", { class: "field-problem" });
    const before = make("td");
    const show = () => {
      const why = row.fact ? this.#doubts(row) : row.why;
      note.textContent = why;
      before.textContent = row.fact ? this.#written(row.fact) : "";
    };
    select.addEventListener("change", () => {
      const { fact, why } = select.value ? placed(select.value, row.unit, this.summary.specs) : { fact: "", why: "" };
      row.fact = fact;
      row.why = why;
      show();
    });
    show();
    const values = Object.entries(row.values).map(([side, text]) => `${SIDE_NAMES[/** @type {"now"} */ (side)]} ${text}`);
    const unit = row.unit ? `（${row.unit}）` : "";
    return make(
      "tr",
      {},
      make("th", { scope: "row" }, row.name + unit),
      make("td", {}, values.join("，")),
      make("td", {}, select, note),
      before,
    );
  }

  /** @param {NamedRow} row */
  #doubts(row) {
    const spec = this.summary.specs[row.fact];
    if (!spec) return "";
    const { left, invalid } = sidesOf(row, spec);
    return [
      left.length > 0 && `没有${left.join("、")}这一栏，不填`,
      invalid.length > 0 && `“${invalid.join("、")}”读不懂，填入后要改`,
    ].filter(Boolean).join("；");
  }

  /** @param {string} fact */
  #written(fact) {
    const { facts } = this.store.state;
    const value = facts[fact];
    if (typeof value === "string" || value === undefined) return value ?? "";
    return Array.isArray(value) ? "" : Object.values(value).join("，");
  }

  #apply() {
    let { state } = this.store;
    for (const row of this.rows) {
      const spec = this.summary.specs[row.fact];
      if (!spec) continue;
      for (const [side, text] of Object.entries(sidesOf(row, spec).sides)) {
        const path = spec.series ? `${row.fact}.${side}` : row.fact;
        state = { ...state, facts: withValueAt(state.facts, path, text), ...confirmed(state, path) };
      }
    }
    this.store.change("paste", state);
  }
}
