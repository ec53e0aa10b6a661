// The panel below a computed figure: its formula, with buttons to the fields it came from.

import { all, make } from "../page/elements.js";
import { makeButton } from "../page/button.js";
import { labelAt } from "../facts/paths.js";
import { basisLine, indicatorOf } from "./basis.js";

/** @typedef {Record<string, import("../schema/types.js").FactSpec>} Specs */

/**
 * Opens below the line of a figure, moves with it, and goes when it is gone.  In the order of the keyboard
 * it comes right after the figure.
 */
export class FormulaPanel {
  /** @type {HTMLElement | null} the figure that it explains, while it is open */
  #figure = null;
  #nth = 0; // among the figures made from the same facts; another rendering may have other elements
  /** @type {string | undefined} */
  #formula; // that is shown

  /**
   * @param {import("./live_text.js").LiveText} text in which the figures stand
   * @param {(path: string) => void} goTo takes the reader to a field
   * @param {(figure: HTMLElement | null) => void} told is told which figure is explained, also when it changes
   */
  constructor(text, goTo, told) {
    this.paper = text.element;
    this.text = text.document;
    this.goTo = goTo;
    this.told = told;
    const name = { role: "dialog", tabindex: "-1", "aria-label": "算式" };
    this.element = make("div", { class: "live-formula", ...name, "aria-describedby": "formula" });
    this.element.hidden = true;
    this.element.addEventListener("keydown", (event) => {
      this.#key(event);
    });
    this.paper.append(this.element);
  }

  /** @param {boolean} isShown */
  #reveal(isShown) {
    this.element.hidden = !isShown;
    this.paper.classList.toggle("live-text--explained", isShown);
  }

  /**
   * @param {HTMLElement} figure
   * @param {Specs} specs
   */
  show(figure, specs) {
    if (!figure.isConnected) return; // it has changed while this was being loaded
    this.#figure = figure;
    this.#nth = alike(this.text, figure).indexOf(figure);
    this.#explain(figure, specs);
    this.#reveal(true);
    this.#place(figure);
    this.#first?.focus({ preventScroll: true });
    this.element.scrollIntoView({ block: "nearest" });
  }

  /**
   * Follows the figure once the text has been rendered again.
   * @param {Specs} specs
   */
  follow(specs) {
    const before = this.#figure;
    if (!before) return;
    const now = before.isConnected ? before : alike(this.text, before)[this.#nth];
    if (!now) {
      this.close();
      return;
    }
    this.#figure = now;
    if (now !== before || now.dataset["formula"] !== this.#formula) this.#explain(now, specs);
    this.#place(now);
  }

  close() {
    const hadFocus = this.element.contains(document.activeElement);
    const figure = this.#figure;
    this.#figure = null;
    this.#reveal(false);
    this.told(null);
    if (hadFocus) figure?.focus({ preventScroll: true });
  }

  /**
   * @param {HTMLElement} figure
   * @param {Specs} specs
   */
  #explain(figure, specs) {
    const { dataset } = figure;
    this.#formula = dataset["formula"];
    const paths = (dataset["facts"] ?? "").split(" ");
    const buttons = paths.map((path) =>
      makeButton(labelAt(specs, path), () => {
        this.goTo(path);
      }),
    );
    const close = () => {
      this.close();
    };
    const end = makeButton("×", close, { class: "live-close", "aria-label": "关闭算式" });
    const made = indicatorOf(specs, paths);
    const basis = (made && basisLine(made)) ?? "";
    this.element.replaceChildren(make("b", { id: "formula" }, dataset["formula"] ?? ""), ...buttons, basis, end);
    this.told(figure);
  }

  /** @param {HTMLElement} figure */
  #place(figure) {
    const top = this.element.offsetParent?.getBoundingClientRect().top ?? 0;
    const lines = [...figure.getClientRects()];
    this.element.style.top = `${String((lines.pop()?.bottom ?? top) - top)}px`;
  }

  /** The button that leads to the first of the figures it was made from. */
  get #first() {
    return this.element.querySelector("button");
  }

  /** @param {KeyboardEvent} event */
  #key(event) {
    const { key, shiftKey, target } = event;
    const leaves = key === "Tab" && target === (shiftKey ? this.#first : this.element.lastElementChild);
    if (key === "Escape") this.close();
    else if (leaves) this.#figure?.focus(); // from there the key goes on, unless it leads back to the figure
    if (key === "Escape" || (leaves && shiftKey)) event.preventDefault();
  }
}

/**
 * The computed figures that were made from the same facts.
 * @param {HTMLElement} text
 * @param {HTMLElement} figure
 */
function alike(text, { dataset }) {
  return all("[data-formula]", text).filter((other) => other.dataset["facts"] === dataset["facts"]);
}
