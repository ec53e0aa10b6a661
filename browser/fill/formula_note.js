// The formula of the figure that is chosen on the text, at its box in the form, with the figures it was made from.

import { make } from "../page/elements.js";
import { makeButton } from "../page/button.js";
import { factOf, specAt, valueAt } from "../facts/paths.js";
import { indicatorName } from "../preview/basis.js";
import { pathsOf } from "../preview/live_text.js";
import { unitOf } from "../schema/fact_types.js";

/** The one note; it moves from box to box. */
export class FormulaNote {
  /** @param {import("./form.js").Form} form */
  constructor(form) {
    this.form = form;
    this.element = make("div", { class: "fact-formula" });
  }

  /**
   * Shows a figure's formula, and brings its box into view where another was shown before; none takes it away.
   * @param {HTMLElement | null} figure
   */
  show(figure) {
    if (!figure) {
      this.element.remove();
      return;
    }
    const paths = pathsOf(figure);
    const name = indicatorName(this.form.specs, paths);
    const known = name && this.form.has(name) ? name : factOf(paths[0] ?? "");
    const isShown = this.element.closest(`#fact-${CSS.escape(known)}`);
    const box = isShown ?? this.form.reveal(known);
    this.element.replaceChildren(make("b", {}, figure.dataset["formula"] ?? ""), ...paths.map((path) => this.#number(path)));
    if (isShown) return;
    box?.append(this.element);
    this.element.scrollIntoView({ block: "nearest" });
  }

  /** @param {string} path */
  #number(path) {
    const { form } = this;
    const spec = specAt(form.specs, path);
    const value = valueAt(form.store.state.facts, path);
    const shown = value && spec ? `${value}${unitOf(spec)}` : "未填";
    return makeButton(`${form.labelOf(path)}：${shown}`, () => { form.focus(path); });
  }
}
