// The choice of the page layout, of the attached table of figures and of room for a seal.

import { make } from "../page/elements.js";
import { setSetting, getSetting } from "../page/settings.js";

/**
 * A layout of data/layouts: its name, the forms of its numbers, the number of characters on a line of
 * the text and of a title, and the shell of its Word files.
 * @typedef {{id: string, name: string, note: string, numbers: string[], characters: number,
 *   titleCharacters: number, shell: import("../output/word.js").Shell}} Layout
 */

const PAGE_NUMBERS = "直接打印时，旧浏览器（Chrome 131以前）印不出页码；要页码，请下载Word再打印。";

/** The choice of a layout; it is stored on this machine. */
export class LayoutChoice {
  /** @type {import("./live_document.js").Attach | undefined} */
  attach;

  /**
   * @param {[Layout, ...Layout[]]} layouts the default first
   * @param {() => void} chosen called after every choice
   */
  constructor(layouts, chosen) {
    this.layouts = layouts;
    this.chosen = chosen;
    this.layout = this.#layout(getSetting("layout"));
    this.appendix = getSetting("appendix") !== "";
    this.sealed = getSetting("sealed") !== "";
    this.element = make(
      "details",
      { class: "live-layout" },
      make("summary", {}, "版式、附件和印章"),
      ...this.#layoutChoice(),
      this.#box("appendix", "附上主要指标表（附件）"),
      this.#box("sealed", "留出盖章的位置（日期右空四字，署名在日期之上居中）"),
    );
  }

  /** @param {string} wanted */
  #layout(wanted) {
    return this.layouts.find(({ id }) => id === wanted) ?? this.layouts[0];
  }

  #layoutChoice() {
    const select = make("select", { id: "layout", autocomplete: "off" });
    select.append(...this.layouts.map(({ id, name }) => make("option", { value: id }, name)));
    select.value = this.layout.id;
    const note = make("p", { class: "live-fonts" }, this.layout.note);
    select.addEventListener("change", () => {
      this.layout = this.#layout(select.value);
      setSetting("layout", this.layout.id);
      note.textContent = this.layout.note;
      this.#setPrintStyle();
      this.chosen();
    });
    this.#setPrintStyle();
    const label = make("label", { for: "layout" }, "版式（Word、打印和序数）");
    return [make("p", {}, label, select), note, make("p", { class: "live-fonts" }, PAGE_NUMBERS)];
  }

  /** Makes the style sheet of the chosen layout the one for printing. */
  #setPrintStyle() {
    for (const { id } of this.layouts) {
      const link = document.getElementById(`layout-${id}`);
      link?.setAttribute("media", id === this.layout.id ? "print" : "not all");
    }
  }

  /**
   * @param {"appendix" | "sealed"} name
   * @param {string} label
   */
  #box(name, label) {
    const box = make("input", { type: "checkbox", id: name, autocomplete: "off" });
    box.checked = this[name];
    box.addEventListener("change", () => {
      this[name] = box.checked;
      setSetting(name, box.checked ? "1" : "");
      this.chosen();
    });
    return make("p", {}, box, make("label", { for: name }, label));
  }
}
