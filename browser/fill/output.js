// Gives the text out: copied, as a file of text, Markdown or Word, printed; in which layout, with which table.

import { copyText } from "../clipboard.js";
import { make } from "../elements.js";
import { remember, remembered } from "../settings.js";
import { openDialog } from "./dialog.js";
import { download } from "./files.js";
import { lazy } from "./lazy.js";
import { markdown, plainText } from "./live.js";

/** @typedef {import("./page.js").FillPage} FillPage */
/** @typedef {{id: string, name: string, note: string, shell: import("../word/docx.js").Shell}} Layout */
/** @typedef {{docx: typeof import("../word/docx.js").docx}} Word */

const SHOWN_FOR = 4000; // milliseconds a button says 已复制
const PAGE_NUMBERS = "直接打印时，旧浏览器（Chrome 131以前）印不出页码；要页码，请下载Word再打印。";
const BOM = "\ufeff"; // without it Notepad on Windows 7 guesses the encoding
const DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

/**
 * Prints in one of the layouts; each has a style sheet of its own.
 * @param {Layout} chosen
 * @param {Layout[]} layouts
 */
function printIn(chosen, layouts) {
  for (const layout of layouts) {
    const link = document.getElementById(`layout-${layout.id}`);
    link?.setAttribute("media", layout === chosen ? "print" : "not all");
  }
}

/** The buttons over the text, and the choice of its layout. */
export class Output {
  /**
   * @param {FillPage} page
   * @param {Layout[]} layouts
   */
  constructor(page, layouts) {
    this.page = page;
    this.layouts = layouts;
    this.appendix = remembered("appendix") !== "";
    this.copyButton = make("button", { type: "button", class: "live-main" });
    this.copyButton.addEventListener("click", () => {
      page.final(() => {
        this.#copy();
      });
    });
    const buttons = make(
      "div",
      { class: "live-buttons" },
      this.copyButton,
      this.#button("下载Word", () => void this.#word()),
      this.#button("下载纯文本", () => {
        const text = plainText(page.live.blocks, page.reasons).replaceAll("\n", "\r\n");
        download(`${page.fileName}.txt`, `${BOM}${text}\r\n`, "text/plain;charset=utf-8");
      }),
      this.#button("下载Markdown", () => {
        const text = markdown(page.live.blocks, page.reasons);
        download(`${page.fileName}.md`, text, "text/markdown;charset=utf-8");
      }),
      this.#button("打印", () => {
        window.print();
      }),
    );
    this.element = make("div", {}, buttons, this.#choices());
  }

  /**
   * @param {string} label
   * @param {() => void} give
   */
  #button(label, give) {
    const button = make("button", { type: "button" }, label);
    button.addEventListener("click", () => {
      this.page.final(give);
    });
    return button;
  }

  /**
   * Says on the first button whether the text is a draft.
   * @param {boolean} isDraft
   */
  show(isDraft) {
    this.copyButton.textContent = isDraft ? "复制草稿" : "核对并复制正式稿";
  }

  // --- the layout and the table of figures ---

  get layout() {
    return this.layouts.find(({ id }) => id === remembered("layout")) ?? this.layouts[0];
  }

  #choices() {
    const select = make("select", { id: "layout", autocomplete: "off" });
    select.append(...this.layouts.map(({ id, name }) => make("option", { value: id }, name)));
    const note = make("p", { class: "live-fonts" });
    const show = () => {
      if (!this.layout) return;
      select.value = this.layout.id;
      note.textContent = this.layout.note;
      printIn(this.layout, this.layouts);
    };
    select.addEventListener("change", () => {
      remember("layout", select.value);
      show();
    });
    show();
    const box = make("input", { type: "checkbox", id: "appendix", autocomplete: "off" });
    box.checked = this.appendix;
    box.addEventListener("change", () => {
      this.appendix = box.checked;
      remember("appendix", box.checked ? "1" : "");
      this.page.show();
    });
    return make(
      "details",
      { class: "live-layout" },
      make("summary", {}, "版式和附件"),
      make("p", {}, make("label", { for: "layout" }, "Word和打印的版式"), select),
      note,
      make("p", { class: "live-fonts" }, PAGE_NUMBERS),
      make("p", {}, box, make("label", { for: "appendix" }, "附上主要指标表（附件）")),
    );
  }

  // --- giving the text out ---

  async #word() {
    const { layout, page } = this;
    if (!layout) return;
    try {
      const { docx } = /** @type {Word} */ (await lazy("word.js", "summariesWord"));
      const file = docx(page.live.blocks, page.reasons.length > 0, layout.shell);
      download(`${page.fileName}.docx`, file, DOCX);
    } catch {
      const what = "Word文件没有生成：网站的文件不全（缺word.js）。请先下载纯文本，并告诉网站的管理人员。";
      openDialog("没有下载", [make("p", { role: "alert" }, what)], []);
    }
  }

  #copy() {
    const text = plainText(this.page.live.blocks, this.page.reasons);
    void copyText(text).then((done) => {
      if (!done) {
        const area = make("textarea", { rows: "10", readonly: "", "aria-label": "要复制的文字" });
        area.value = text;
        openDialog("请按 Ctrl+C 复制", [make("p", {}, "浏览器不让网页复制，文字已选中。"), area], []);
        area.select();
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
