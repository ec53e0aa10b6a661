// The field of the period in the bar: it is typed as people put it, or chosen from a list with the newest first.

import { make } from "../page/elements.js";
import { valueAt } from "../facts/paths.js";
import { expectedPeriods, parsePeriod } from "../figures/periods.js";
import { monthOf } from "../figures/recent_periods.js";
import { spokenPeriod } from "../exchange/spoken_periods.js";
import { isComposed } from "./field.js";
import { MORE, periodChoices } from "./period_choice.js";

/** @typedef {import("./page.js").FillPage} FillPage */

const LIST = "period-list";

/**
 * Opens the field in the place of the button that shows the period.
 * @param {FillPage} page
 * @param {HTMLElement} button
 */
export async function openPeriod(page, button) {
  await page.fields();
  if (page.form && !button.hidden) new PeriodField(page, page.form, button);
}

/** The field, with the list below it. */
class PeriodField {
  isOpen = true;
  at = 0; // the choice that Enter takes
  /** @type {[string, string][]} codes and names */
  choices = [];

  /**
   * @param {FillPage} page
   * @param {import("./form.js").Form} form
   * @param {HTMLElement} button
   */
  constructor(page, form, button) {
    this.form = form;
    this.button = button;
    this.kinds = page.archetype.periods;
    this.before = valueAt(page.store.state.facts, "period");
    this.list = make("ul", { id: LIST, role: "listbox", "aria-label": "时段" });
    this.input = make("input", { ...TRAITS, "aria-controls": LIST });
    this.input.value = parsePeriod(this.before)?.text ?? "";
    this.none = make("span", { class: "period-none", role: "status" });
    this.element = make("span", { class: "period-field" }, this.input, make("span", { class: "period-list" }, this.none, this.list));
    button.hidden = true;
    button.after(this.element);
    this.#listen();
    this.#offer("");
    this.input.focus();
    this.input.select();
  }

  #listen() {
    this.input.addEventListener("input", () => { this.#offer(this.input.value); });
    this.input.addEventListener("keydown", (event) => {
      if (!isComposed(event) && this.#key(event.key)) event.preventDefault();
    });
    this.input.addEventListener("blur", () => { this.#leave(); });
    this.list.addEventListener("pointerdown", (event) => {
      event.preventDefault(); // the focus stays in the field
      const chosen = event.target instanceof HTMLElement ? event.target.dataset["code"] : undefined;
      if (chosen) this.#close(chosen);
    });
  }

  /**
   * Shows the periods that what is typed may mean.
   * @param {string} typed
   */
  #offer(typed) {
    const words = typed.replace(/\s/g, "");
    const known = periodChoices(this.kinds, new Date()).filter(([code]) => code !== MORE);
    const meant = words ? spokenPeriod(words, this.kinds, monthOf(new Date())) : undefined;
    const others = known.filter(([code, name]) => code !== meant?.code && (name.includes(words) || code.includes(words.toUpperCase())));
    this.choices = meant ? [[meant.code, meant.text], ...others] : others;
    this.at = Math.max(words ? 0 : this.choices.findIndex(([code]) => code === this.before), 0);
    this.none.textContent = this.choices.length > 0 ? "" : `没有这样的时段。应为：${expectedPeriods(this.kinds)}`;
    this.#show();
  }

  #show() {
    const made = this.choices.map(([code, name], at) =>
      make("li", { role: "option", id: `period-${code}`, "data-code": code, "aria-selected": String(at === this.at) }, name),
    );
    this.list.replaceChildren(...made);
    this.input.setAttribute("aria-activedescendant", made[this.at]?.id ?? "");
    made[this.at]?.scrollIntoView({ block: "nearest" });
  }

  /** @param {string} key */
  #key(key) {
    const steps = /** @type {Record<string, number>} */ ({ ArrowDown: 1, ArrowUp: -1 });
    const by = steps[key];
    if (by) this.at = Math.min(Math.max(this.at + by, 0), this.choices.length - 1);
    if (by) this.#show();
    else if (key === "Escape") this.#close(this.before);
    else if (key === "Enter") this.#enter();
    else return false;
    return true;
  }

  #enter() {
    const [code] = this.choices[this.at] ?? [];
    if (code) this.#close(code);
  }

  /** Takes what is understood of what was typed, when the reader goes on to something else. */
  #leave() {
    const typed = spokenPeriod(this.input.value, this.kinds, monthOf(new Date()));
    this.#close(typed?.code ?? this.before, false);
  }

  /**
   * @param {string} code
   * @param {boolean} [returns] the focus to the button
   */
  #close(code, returns = true) {
    if (!this.isOpen) return; // to leave a field is to lose the focus
    this.isOpen = false;
    this.button.hidden = false;
    if (returns) this.button.focus();
    this.element.remove();
    if (code !== this.before) this.form.put("period", code);
  }
}

const TRAITS = {
  ...{ type: "text", role: "combobox", "aria-expanded": "true", "aria-autocomplete": "list" },
  ...{ "aria-label": "总结时段", autocomplete: "off", placeholder: "如 2026Q3、上半年" },
};
