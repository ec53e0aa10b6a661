// Takes the figures of a text into a draft; what does so is loaded when it is first asked for.

import { loadScript } from "../page/lazy_script.js";

/** @typedef {import("./figure_panel.js").FigurePanel} FigurePanel */
/** @typedef {import("./figure_panel.js").Kind} Kind */
/** @typedef {{ figurePanel: (text: string, kinds: Kind[], closed: () => void) => FigurePanel }} FiguresBundle */

const FOLDER = "assets/js/";

/** The place where the panel is shown. */
export class Figures {
  /** @type {FigurePanel | undefined} */
  #panel;

  /** @param {() => string} text */
  constructor(text) {
    this.text = text;
    this.element = document.createElement("div");
  }

  /** Opens the panel for the text as it is now. */
  async open() {
    const { figurePanel } = /** @type {FiguresBundle} */ (await loadScript("figures.js", "summariesFigures", FOLDER));
    const kinds = /** @type {Kind[]} */ (await loadScript("archetypes.js", "summariesArchetypes", FOLDER));
    this.#panel = figurePanel(this.text(), kinds, () => { this.close(); });
    await this.#panel.choose();
    this.element.replaceChildren(this.#panel.element);
    this.#panel.heading.focus();
    return "";
  }

  /** Closes it; another text has other figures. */
  close() {
    this.#panel = undefined;
    this.element.replaceChildren();
  }
}
