// The buttons that output the text: copy, download as Word, plain text or Markdown, print.

import table from "../../macros/output/formats.json" with { type: "json" };
import { makeButton } from "../page/button.js";
import { make } from "../page/elements.js";
import { loadOrTell } from "../page/lazy_dialog.js";
import { withAids } from "./lazy_aids.js";
import { loadReview } from "./lazy_review.js";
import { LayoutChoice } from "../preview/layout_choice.js";

/** @typedef {import("./page.js").FillPage} FillPage */


/** The buttons above the text, and the choice of its layout. */
export class OutputButtons {
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
    this.copyButton = this.#button("", () => {
      this.copy();
    });
    this.copyButton.className = "live-main";
    const buttons = make(
      "div",
      { class: "live-buttons" },
      this.copyButton,
      ...Object.entries(table.downloads).map(([format, label]) =>
        this.#button(label, () => {
          this.download(format);
        }),
      ),
      this.#button("打印", () => {
        window.print();
      }),
    );
    this.element = make("div", {}, buttons, this.layoutChoice.element);
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
   * Labels the first button by whether the text is a draft.
   * @param {boolean} isDraft
   */
  show(isDraft) {
    this.copyButton.textContent = isDraft ? "复制草稿" : "核对并复制正式稿";
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
