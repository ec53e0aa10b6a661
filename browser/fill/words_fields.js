// Fields of own words in the records of lists: their figures are tokens, once what reads tokens is loaded;
// until then, and where it is missing, a field shows its words as a draft has them.

import { makeButton } from "../page/button.js";

/** @typedef {import("../editing/words_tools.js").WordsTools} WordsTools */

const EXPRESSION = "{{";

/** The fields of a form. */
export class WordsFields {
  /** @type {WordsTools | undefined} */
  #tools;
  #isTried = false;
  /** @type {(() => void)[]} make the fields that are on the page ones of tokens */
  #plain = [];

  /** @param {() => Promise<WordsTools | undefined>} load */
  constructor(load) {
    this.load = load;
  }

  /** The words of a draft as its field shows them. */
  shown = (/** @type {string} */ written) => {
    if (written.includes(EXPRESSION)) void this.#ready();
    return this.#tools?.shown(written) ?? written;
  };

  /** What was typed in a field as a draft has it. */
  written = (/** @type {string} */ typed) => this.#tools?.written(typed) ?? typed;

  /**
   * Adds the button of the picker to a field.
   * @param {import("./field.js").Field} field
   */
  add({ element, control }) {
    const area = /** @type {HTMLTextAreaElement} */ (control);
    const button = makeButton("插入指标", () => void this.#ready(true).then((tools) => tools?.pick(area, button)), {
      "aria-expanded": "false",
      "aria-label": `插入指标：${area.getAttribute("aria-label") ?? ""}`,
    });
    element.append(button);
    area.addEventListener("focus", () => void this.#ready());
    const dress = () => this.#tools?.dress(area);
    if (this.#tools) dress();
    else this.#plain.push(dress);
  }

  /**
   * The tools; a failure is told once, and whenever they are asked for.
   * @param {boolean} [isAsked]
   */
  async #ready(isAsked = false) {
    if (this.#tools || (this.#isTried && !isAsked)) return this.#tools;
    this.#isTried = true;
    const loaded = await this.load();
    this.#tools ??= loaded;
    if (this.#tools) for (const dress of this.#plain.splice(0)) dress();
    return this.#tools;
  }
}
