// The buttons that output the text: copy, download as Word, plain text or Markdown, print.

import table from "../../macros/output/formats.json" with { type: "json" };
import { copyText } from "../page/clipboard.js";
import { makeButton } from "../page/button.js";
import { make } from "../page/elements.js";
import { openDialog } from "../page/dialog.js";
import { download } from "../page/download.js";
import { loadScript } from "../page/lazy_script.js";
import { asText } from "../document/document.js";
import { withAids } from "./lazy_aids.js";
import { LayoutChoice } from "../preview/layout_choice.js";

/** @typedef {import("./page.js").FillPage} FillPage */
/** @typedef {{docx: typeof import("../output/word.js").docx}} Word */

const SHOWN_FOR = 4000; // milliseconds for which the button reads 已复制
const BOM = "\ufeff"; // without it Notepad on Windows 7 guesses the encoding
const DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

/** @type {Record<keyof typeof table.downloads, (buttons: OutputButtons) => void>} what each button gives */
const DOWNLOADS = {
  docx: (buttons) => void buttons.word(),
  text: ({ page }) => {
    const text = asText(page.live.blocks, page.reasons).replaceAll("\n", "\r\n");
    download(page.fileName + table.endings.text, `${BOM}${text}\r\n`, "text/plain;charset=utf-8");
  },
  markdown: ({ page }) => {
    void withAids(({ asMarkdown }) => {
      const text = asMarkdown(page.live.blocks, page.reasons);
      download(page.fileName + table.endings.markdown, text, "text/markdown;charset=utf-8");
    });
  },
};

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
          DOWNLOADS[/** @type {keyof typeof DOWNLOADS} */ (format)](this);
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
      this.page.release(output);
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

  /** Downloads the text as a Word file, or says why there is none. */
  async word() {
    const { layoutChoice, page } = this;
    try {
      const { docx } = /** @type {Word} */ (await loadScript("word.js", "summariesWord"));
      const { sealed, layout } = layoutChoice;
      const file = docx(page.live.blocks, { draft: page.reasons.length > 0, sealed }, layout.shell);
      download(page.fileName + table.endings.docx, file, DOCX);
    } catch {
      const what = "Word文件没有生成：网站的文件不全（缺word.js）。请先下载纯文本，并告诉网站的管理人员。";
      openDialog("没有下载", [make("p", { role: "alert" }, what)], []);
    }
  }

  /** Copies the text, or shows it selected where the browser does not let a page copy. */
  copy() {
    const text = asText(this.page.live.blocks, this.page.reasons);
    void copyText(text).then((done) => {
      if (!done) {
        void withAids(({ offerText }) => { offerText(text); });
        return;
      }
      const label = this.copyButton.textContent;
      this.copyButton.textContent = "已复制";
      window.setTimeout(() => {
        if (this.copyButton.textContent === "已复制") this.copyButton.textContent = label;
      }, SHOWN_FOR);
    });
  }
}
