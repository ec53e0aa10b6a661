// The table in which a reader confirms the figures of a text: whether, which fact, which value, and where it stands.

import { labelAt, specAt } from "../facts/paths.js";
import { isNumber, traitsOf, unitOf } from "../schema/fact_types.js";
import { make } from "../page/elements.js";
import { isSame, presentAt } from "./figure_rows.js";

/** @typedef {import("./figure_rows.js").Row} Row */
/** @typedef {import("./figure_rows.js").Specs} Specs */
/** @typedef {import("../schema/types.js").Facts} Facts */

const AROUND = 24; // signs of the text on either side of a figure
const LONGEST = 30; // signs of a field for words

/** The rows that are shown, and what the reader has decided of each. */
export class FigureTable {
  /** @type {{ row: Row, box: HTMLInputElement, choice: HTMLSelectElement | null, value: HTMLInputElement }[]} */
  #lines = [];

  /**
   * @param {string} text
   * @param {() => void} changed
   */
  constructor(text, changed) {
    this.text = text;
    this.changed = changed;
    this.element = make("div", { class: "figures-table" });
  }

  /**
   * @param {Row[]} rows
   * @param {Specs} specs
   * @param {Facts} facts of the draft
   */
  show(rows, specs, facts) {
    this.#lines = [];
    const head = ["填", "指标", "现在", "改为", "原文"].map((text) => make("th", { scope: "col" }, text));
    const bodies = [rows.filter(({ chosen }) => chosen), rows.filter(({ chosen }) => !chosen)].map((some, at) =>
      make("tbody", {}, ...(some.length > 0 && at > 0 ? [this.#caption()] : []), ...some.map((row) => this.#row(row, specs, facts))),
    );
    const table = make("table", { class: "figures-list" }, make("thead", {}, make("tr", {}, ...head)), ...bodies);
    this.element.replaceChildren(table);
  }

  #caption() {
    const words = "以下说不准，没有勾；看过原文，合用的再勾。";
    return make("tr", { class: "figures-unsure" }, make("th", { colspan: "5", scope: "rowgroup" }, words));
  }

  /**
   * @param {Row} row
   * @param {Specs} specs
   * @param {Facts} facts
   */
  #row(row, specs, facts) {
    const label = labelAt(specs, row.path);
    const box = make("input", { type: "checkbox", "aria-label": `填“${label}”`, autocomplete: "off" });
    const own = specAt(specs, row.path);
    const kind = own && isNumber(own) ? { inputmode: "decimal" } : { size: String(Math.min(LONGEST, row.typed.length * 2)) };
    const value = make("input", { type: "text", value: row.typed, ...kind, "aria-label": `“${label}”改为`, autocomplete: "off" });
    const choice = row.paths.length > 1 ? choiceOf(row.paths, specs) : null;
    const now = make("td", { "data-head": "现在" });
    const unit = make("span", { class: "figures-unit" });
    const line = { row, box, choice, value };
    const show = () => {
      const path = pathOf(line);
      const present = presentAt(facts, path, specs);
      const same = isSame(present, value.value);
      now.textContent = same ? "相同" : present || "（空）";
      now.classList.toggle("figures-same", same);
      now.classList.toggle("figures-other", !same && present !== "");
      const spec = specAt(specs, path);
      unit.textContent = spec && traitsOf(spec).records !== true ? unitOf(spec) : "";
      box.disabled = same;
      if (same) box.checked = false;
    };
    box.checked = row.chosen;
    show();
    for (const control of [choice, value]) control?.addEventListener("input", () => { box.checked = true; show(); this.changed(); });
    box.addEventListener("change", this.changed);
    this.#lines.push(line);
    const name = make("th", { scope: "row" }, ...(choice ? [choice] : [label]));
    const typed = make("td", { "data-head": "改为" }, value, unit);
    return make("tr", {}, make("td", { class: "figures-box" }, box), name, now, typed, this.#place(row));
  }

  /**
   * The words around a figure, with the figure marked.
   * @param {Row} row
   */
  #place({ figure: { start, end, derived } }) {
    const before = lastLine(this.text.slice(Math.max(0, start - AROUND), start)).replaceAll("\t", " ");
    const after = (this.text.slice(end, end + AROUND).split("\n", 1)[0] ?? "").replaceAll("\t", " ");
    const mark = make("mark", {}, this.text.slice(start, end));
    const note = derived ? make("span", { class: "figures-note" }, "（由增减推算）") : null;
    return make("td", { "data-head": "原文" }, `…${before.trimStart()}`, mark, `${after}…`, note);
  }

  /** What the reader has chosen to fill in. */
  get chosen() {
    return this.#lines.filter(({ box }) => box.checked).map((line) => ({ path: pathOf(line), typed: line.value.value.trim() }));
  }

  /** How many rows there are that the draft has already. */
  get same() {
    return this.#lines.filter(({ box }) => box.disabled).length;
  }
}

/** @param {{ row: Row, choice: HTMLSelectElement | null }} line */
function pathOf({ row, choice }) {
  return choice?.value ?? row.path;
}

/**
 * @param {string[]} paths
 * @param {Specs} specs
 */
function choiceOf(paths, specs) {
  const options = paths.map((path) => make("option", { value: path }, labelAt(specs, path)));
  return make("select", { "aria-label": "哪一项指标", autocomplete: "off" }, ...options);
}

/** @param {string} words */
function lastLine(words) {
  return words.slice(words.lastIndexOf("\n") + 1);
}
