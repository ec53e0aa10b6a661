// The bar above the desk: the draft and what it is about, undo and redo, 核对, output, and the menu of all else.

import { make, putText } from "../page/elements.js";
import { makeButton } from "../page/button.js";
import { DraftList } from "./draft_list.js";
import { makeMenu } from "./action_menu.js";
import { BASICS } from "./form_groups.js";
import { withAids } from "./lazy_aids.js";
import { periodOf, valueAt } from "../facts/paths.js";

/** @typedef {import("./page.js").FillPage} FillPage */

/** The toolbar; its list of drafts opens the database and saves what is typed. */
export class Toolbar {
  /** @param {FillPage} page */
  constructor(page) {
    this.page = page;
    const { archetype, store } = page;
    this.statusText = make("span", { class: "bar-status", role: "status" });
    this.remedies = make("span");
    this.status = make("div", { class: "fill-status" }, this.statusText, this.remedies);
    this.list = new DraftList(archetype, store, {
      status: (...status) => {
        this.#showStatus(...status);
      },
      busy: (isBusy) => {
        this.statusText.setAttribute("aria-busy", String(isBusy));
      },
      ready: (state) => page.ready(state),
      progress: () => page.outline.progress,
    });
    this.switcher = this.list.switcher;
    this.undo = makeButton("↶", () => {
      store.undo();
    }, { "aria-label": "撤销", title: "撤销（Ctrl+Z）" });
    this.redo = makeButton("↷", () => {
      store.redo();
    }, { "aria-label": "重做", title: "重做（Ctrl+Y）" });
    this.due = make("span", { class: "bar-due", "aria-hidden": "true" }); // the status says it
    const keys = { title: "Alt+K", "aria-keyshortcuts": "Alt+K" };
    this.review = makeButton("核对", () => void page.review.open(), keys);
    this.review.append(this.due);
    this.basics = makeButton("", () => { page.open(BASICS); }, { class: "bar-basics", title: "基本情况" });
    this.element = this.#bar();
    this.#acceptDrops();
    void this.switcher.start();
  }

  /** @type {import("../drafts/autosave.js").View["status"]} */
  #showStatus(text, wrong, remedy) {
    if (this.statusText.textContent === text) return; // so that a button that is being pressed stays
    this.statusText.textContent = text;
    this.statusText.classList.toggle("bar-status--wrong", wrong);
    const save = makeButton("导出文件", () => {
      this.list.export();
    });
    this.remedies.replaceChildren(...(wrong ? [save] : []), ...(remedy ? [makeButton(...remedy)] : []));
  }

  #bar() {
    const draft = make("label", { for: "draft", class: "visually-hidden" }, "草稿");
    return make(
      "div",
      { class: "fill-bar", role: "group", "aria-label": "草稿" },
      make("span", { class: "bar-draft" }, draft, this.list.select, this.basics),
      this.status,
      make("span", { class: "bar-tools" }, this.undo, this.redo, this.page.table.button, this.review, this.page.output.element, this.#more()),
    );
  }

  #more() {
    const { list, page } = this;
    const examples = page.archetype.examples.map(
      (example) =>
        /** @type {[string, () => unknown]} */ ([
          `用示例填写：${example.name}`,
          () => withAids(({ fillExample }) => fillExample(page, example)),
        ]),
    );
    return makeMenu("更多", {
      文稿: [
        ["读者会问", () => page.review.ask()],
        ["结转下期", () => withAids(({ rollForward }) => rollForward(page))],
        ...examples,
        ["清空已填内容", () => withAids(({ emptyDraft }) => emptyDraft(page))],
      ],
      文件: [
        ["导出文件", () => { list.export(); }],
        ["导入文件", () => { this.#import(); }],
        ["导出收集表（Excel）", () => withAids(({ downloadFilled }) => downloadFilled(page))],
        ["空白收集表（Excel）", () => withAids(({ downloadBlank }) => downloadBlank(page))],
        ["分科室收集表（Excel）", () => withAids(({ splitSheet }) => splitSheet(page))],
        ["下发结构", () => withAids(({ handDown }) => handDown(page))],
      ],
      草稿: [
        ["新建草稿", () => list.create()],
        ["改草稿名称", () => withAids(({ renameDraft }) => { renameDraft(list); })],
        ["恢复以前的内容", () => withAids(({ openVersions }) => openVersions(list))],
        ["删除这份草稿", () => withAids(({ removeDraft }) => removeDraft(list))],
        ["已删除的草稿", () => withAids(({ openBin }) => { openBin(list); })],
        ["单位资料", () => withAids(({ manageUnits }) => { manageUnits(page); })],
        ["清除本机数据", () => withAids(({ openClearing }) => { openClearing(this.switcher); })],
      ],
    });
  }

  /**
   * Shows how much is left of what keeps the text a draft.
   * @param {number} due
   */
  showDue(due) {
    this.due.textContent = due > 0 ? String(due) : "";
  }

  /** Shows whose summary it is, and enables undo and redo where there is something to undo or redo. */
  show() {
    const { facts } = this.page.store.state;
    const about = [valueAt(facts, "org") || "填单位名称", periodOf(facts)?.text ?? "选时段"].join(" · ");
    putText(this.basics, about);
    this.undo.toggleAttribute("disabled", !this.page.store.canUndo);
    this.redo.toggleAttribute("disabled", !this.page.store.canRedo);
  }

  // --- files ---

  #import() {
    const input = make("input", { type: "file", accept: ".json,.xlsx", multiple: "", class: "visually-hidden" });
    input.addEventListener("change", () => {
      input.remove();
      this.#importFiles([...(input.files ?? [])]);
    });
    document.body.append(input);
    input.click();
  }

  /** @param {File[]} files */
  #importFiles(files) {
    if (files.length > 0) void withAids(({ importInto }) => importInto(this.page, files));
  }

  #acceptDrops() {
    const hasFile = (/** @type {DragEvent} */ event) => event.dataTransfer?.types.includes("Files");
    document.addEventListener("dragover", (event) => {
      if (hasFile(event)) event.preventDefault();
    });
    document.addEventListener("drop", (event) => {
      const files = [...(event.dataTransfer?.files ?? [])];
      if (files.length === 0) return;
      event.preventDefault();
      this.#importFiles(files);
    });
  }
}
