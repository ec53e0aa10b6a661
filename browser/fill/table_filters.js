// The filters above the table, each with how many indicators it leaves, and the switch that leaves only numbers.

import { makeButton } from "../page/button.js";
import { checkbox, make } from "../page/elements.js";
import { FILTERS } from "./table_rows.js";

/** @typedef {import("./table_rows.js").Filter} Filter */

const ALL = "全部";

/** The buttons, of which one is pressed, and the switch. */
export class TableFilters {
  /** @type {Filter | undefined} */
  chosen;

  /** @param {() => void} changed */
  constructor(changed) {
    const names = /** @type {[Filter, string][]} */ (Object.entries(FILTERS));
    /** @type {[Filter | undefined, string][]} */
    const all = [[undefined, ALL], ...names];
    this.buttons = all.map(([filter, name]) => {
      const count = make("span", { class: "table-count" });
      const button = makeButton(`${name} `, () => { this.choose(filter); changed(); });
      button.append(count);
      return { filter, button, count };
    });
    const { input, label } = checkbox("只看数", false);
    this.numbers = input;
    input.addEventListener("change", changed);
    const made = this.buttons.map(({ button }) => button);
    this.element = make("div", { class: "table-filters", role: "group", "aria-label": "显示哪些指标" }, ...made, label);
    this.choose(undefined);
  }

  /** Whether texts and lists are left out. */
  get onlyNumbers() {
    return this.numbers.checked;
  }

  set onlyNumbers(isOnly) {
    this.numbers.checked = isOnly;
  }

  /** @param {Filter | undefined} filter */
  choose(filter) {
    this.chosen = filter;
    for (const { filter: own, button } of this.buttons) button.setAttribute("aria-pressed", String(own === filter));
  }

  /**
   * Shows how many indicators each filter leaves.
   * @param {(filter: Filter | undefined) => number} countOf
   */
  show(countOf) {
    for (const { filter, count } of this.buttons) {
      const text = String(countOf(filter));
      if (count.textContent !== text) count.textContent = text;
    }
  }
}
