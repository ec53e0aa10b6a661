// The panel under the text that shows how a figure was computed, with buttons to the fields it came from.

import { make } from "../page/elements.js";
import { makeButton } from "../page/button.js";
import { labelAt } from "../facts/paths.js";

/** Hidden until a computed figure is chosen. */
export class FormulaPanel {
  /** @param {(path: string) => void} goTo takes the reader to a field */
  constructor(goTo) {
    this.goTo = goTo;
    this.element = make("div", { class: "live-formula", role: "status" });
    this.element.hidden = true;
  }

  /**
   * @param {string} formula
   * @param {string[]} paths of the facts in it
   * @param {Record<string, import("../schema/types.js").FactSpec>} specs
   */
  show(formula, paths, specs) {
    const buttons = paths.map((path) =>
      makeButton(labelAt(specs, path), () => {
        this.goTo(path);
      }),
    );
    const hide = () => {
      this.element.hidden = true;
    };
    const close = makeButton("收起", hide, { class: "live-close" });
    this.element.replaceChildren(make("b", {}, formula), ...buttons, close);
    this.element.hidden = false;
  }
}
