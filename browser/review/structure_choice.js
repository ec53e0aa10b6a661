// By which kind of summary a text is checked: one that the reader chooses, or the one that it looks like.

import { heldOf } from "../checker/content/structure.js";
import { make, putText } from "../page/elements.js";

/** @typedef {import("../prose/types.js").Prose} Prose */
/** @typedef {import("../checker/content/structure.js").Held} Held */
/** @typedef {import("../checker/content/structure.js").Structure} Structure */

const GUESSED = "";
const NONE = "none";

/** The control, and what has been guessed. */
export class StructureChoice {
  /**
   * @param {Structure[]} structures
   * @param {() => void} changed
   */
  constructor(structures, changed) {
    this.structures = structures;
    const kinds = structures.filter(({ parts }) => parts.length > 0).map(({ id, short }) => make("option", { value: id }, short));
    this.select = make("select", { id: "proof-kind", autocomplete: "off" }, make("option", { value: GUESSED }, "自动判断"), make("option", { value: NONE }, "不核"), ...kinds);
    this.said = make("span", { class: "proof-guess", role: "status" });
    this.element = make("span", { class: "proof-files" }, make("label", { for: "proof-kind" }, "按哪类总结核对"), this.select, this.said);
    this.select.addEventListener("change", changed);
  }

  /**
   * What a text is held against.
   * @param {Prose} prose
   * @returns {Held | undefined}
   */
  held(prose) {
    const { value } = this.select;
    const chosen = this.structures.find(({ id }) => id === value);
    const held = value === NONE ? undefined : heldOf(prose, this.structures, chosen);
    putText(this.said, held && !held.chosen ? `看来是${held.structure.short}` : "");
    return held;
  }
}
