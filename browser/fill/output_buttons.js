// The buttons that output the text: copy, download as Word, plain text or Markdown, print.

import table from "../../macros/output/formats.json" with { type: "json" };
import { makeButton } from "../page/button.js";
import { actionGroups, makeMenu } from "./action_menu.js";
import { make } from "../page/elements.js";
import { loadOrTell } from "../page/lazy_dialog.js";
import { withAids } from "./lazy_aids.js";
import { loadReview } from "./lazy_review.js";
import { LayoutChoice } from "../preview/layout_choice.js";

/** @typedef {import("./page.js").FillPage} FillPage */

const MAIN = "docx";

/** The button for Word, and the menu of the other formats with the choice of the layout. */
export class OutputButtons {
  #name;

  /**
   * @param {FillPage} page
   * @param {[import("../preview/layout_choice.js").Layout, ...import("../preview/layout_choice.js").Layout[]]} layouts
   */
  constructor(page, layouts) {
    this.page = page;
    this.layoutChoice = new LayoutChoice(layouts, () => {
      page.show();
      void this.complete();
    });
    const { [MAIN]: main, ...others } = table.downloads;
    this.#name = main;
    this.main = this.#button("", () => {
      this.download(MAIN);
    });
    this.main.className = "live-main";
    this.others = make("div", {}, ...actionGroups({ 输出: this.#others(Object.entries(others)) }), this.layoutChoice.element);
    this.menu = makeMenu("其他格式", this.others);
    this.element = make("div", { class: "live-buttons" }, this.main, this.menu.menu);
  }

  /** @param {[string, string][]} downloads the formats besides Word, with their labels */
  #others(downloads) {
    const action = (/** @type {string} */ label, /** @type {() => void} */ output) => ({ label, act: () => this.page.release(output) });
    return [
      action("复制全文", () => { this.copy(); }),
      ...downloads.map(([format, label]) => action(label, () => { this.download(format); })),
      action("打印", () => { window.print(); }),
    ];
  }

  /**
   * @param {string} label
   * @param {() => void} output
   */
  #button(label, output) {
    return makeButton(label, () => {
      void this.page.release(output);
    });
  }

  /**
   * Labels the main button by whether the text is a draft.
   * @param {boolean} isDraft
   */
  show(isDraft) {
    const draft = make("span", { class: "live-kind" }, "（草稿）");
    this.main.replaceChildren(...(isDraft ? [this.#name, draft] : [`核对并${this.#name}`]));
  }

  // --- output ---

  /** Loads what the choices need; tells whether it is there, and the reader why it is not. */
  async complete() {
    const { layoutChoice, page } = this;
    if (!layoutChoice.appendix || layoutChoice.attach) return true;
    layoutChoice.attach = (await loadOrTell("没有附上主要指标表", loadReview))?.attach;
    page.show();
    return layoutChoice.attach !== undefined;
  }

  /**
   * Downloads the text as a file.
   * @param {string} format
   */
  download(format) {
    void withAids(({ downloadText }) => downloadText(this.page, format));
  }

  /** Copies the text. */
  copy() {
    void withAids(({ copyWhole }) => copyWhole(this.page));
  }
}
