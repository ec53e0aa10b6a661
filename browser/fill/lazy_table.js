// Switches between the paper and the table of all indicators, which is loaded when it is first opened.

import { makeButton } from "../page/button.js";
import { make } from "../page/elements.js";
import { loadOrTell } from "../page/lazy_dialog.js";
import { loadScript } from "../page/lazy_script.js";

/** @typedef {import("./page.js").FillPage} FillPage */
/** @typedef {import("./table_bundle.js").TableBundle} TableBundle */

/** The button, and the place of the table. */
export class TableSwitch {
  isOpen = false;
  /** @type {import("./table_view.js").TableView | undefined} */
  view;

  /** @param {FillPage} page */
  constructor(page) {
    this.page = page;
    this.element = make("section", { class: "fill-table", "aria-label": "表格" });
    const title = "全篇指标列成一张表，可以沿一栏填，也可以从 Excel 粘贴";
    this.button = makeButton("表格", () => { void this.#switch(); }, { "aria-pressed": "false", title });
  }

  /** Where cells can be pasted while the table is open. */
  get target() {
    return this.isOpen ? this.view?.target : undefined;
  }

  async #switch() {
    const { page } = this;
    this.button.closest("details")?.removeAttribute("open"); // on a narrow page it stands in the menu
    if (this.isOpen) page.desk.show(page.paper);
    else await this.#load();
    page.open(page.outline.current);
  }

  async #load() {
    const load = () => Promise.all([loadScript("table.js", "summariesTable"), this.page.fields()]);
    const [bundle] = (await loadOrTell("没有打开表格", load)) ?? [];
    const { form } = this.page;
    if (!bundle || !form) return;
    this.view ??= new (/** @type {TableBundle} */ (bundle).TableView)(this.page, form, this.element);
    this.page.desk.show(this.element);
  }

  /**
   * Is told which pane is shown; the outline leaves the table as it is.
   * @param {HTMLElement} pane
   */
  follow(pane) {
    const { desk, outline } = this.page;
    if (pane === outline.element) return;
    this.isOpen = pane === this.element;
    this.button.setAttribute("aria-pressed", String(this.isOpen));
    desk.element.classList.toggle("fill-desk--table", this.isOpen);
  }
}
