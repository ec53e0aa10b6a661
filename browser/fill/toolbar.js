// The toolbar above the form: drafts, undo and redo, files, rolling forward, local data.

import { withBundle } from "../exchange/lazy_own.js";
import { make } from "../page/elements.js";
import { makeButton } from "../page/button.js";
import { DraftList } from "./draft_list.js";
import { makeMenu } from "./action_menu.js";
import { EMPTY } from "../drafts/state.js";
import { withAids } from "./lazy_aids.js";

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
    });
    this.switcher = this.list.switcher;
    this.undo = makeButton("撤销", () => {
      store.undo();
    });
    this.redo = makeButton("重做", () => {
      store.redo();
    });
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
    const draft = make("label", { for: "draft" }, "草稿");
    const review = makeButton("核对", () => {
      void this.page.review.open();
    });
    const ask = makeButton("读者会问", () => {
      void this.page.review.ask();
    });
    const roll = makeButton("结转下期", () => {
      void this.#roll();
    });
    return make(
      "div",
      { class: "fill-bar", role: "group", "aria-label": "草稿" },
      draft,
      this.list.select,
      this.undo,
      this.redo,
      review,
      ask,
      roll,
      this.#more(),
    );
  }

  #more() {
    const { list, page } = this;
    const examples = page.archetype.examples.map(
      (example) =>
        /** @type {[string, () => unknown]} */ ([
          `用示例填写：${example.name}`,
          () => this.#example(example),
        ]),
    );
    return makeMenu("更多", {
      草稿: [
        ["新建草稿", () => list.create()],
        ["改草稿名称", () => withAids(({ renameDraft }) => { renameDraft(list); })],
        ["删除这份草稿", () => withAids(({ removeDraft }) => removeDraft(list))],
        ["已删除的草稿", () => withAids(({ openBin }) => { openBin(list); })],
        ["恢复以前的内容", () => withAids(({ openVersions }) => openVersions(list))],
      ],
      文件: [
        ["导出文件", () => { list.export(); }],
        ["导出收集表（Excel）", () => this.#sheet(page.store.state, "收集表")],
        ["空白收集表（Excel）", () => this.#sheet({ ...page.store.state, facts: {} }, "空白收集表")],
        ["分科室收集表（Excel）", () => withBundle(({ openSplit }) => { openSplit(page.live.summary, page.store.state); })],
        ["下发结构", () => withBundle(({ openHandDown }) => { openHandDown(page.live.summary, page.store.state); })],
        ["导入文件", () => { this.#import(); }],
      ],
      内容: [...examples, ["清空已填内容", () => this.#apply("清空前", this.switcher.fresh)]],
      本机: [
        ["单位资料", () => withAids(({ manageUnits }) => { manageUnits(page); })],
        ["清除本机数据", () => withAids(({ openClearing }) => { openClearing(this.switcher); })],
      ],
    });
  }

  /** Enables undo and redo where there is something to undo or redo. */
  show() {
    this.undo.toggleAttribute("disabled", !this.page.store.canUndo);
    this.redo.toggleAttribute("disabled", !this.page.store.canRedo);
  }

  // --- files ---

  /**
   * @param {import("../drafts/state.js").State} state
   * @param {string} kind
   */
  #sheet(state, kind) {
    const { archetype, live } = this.page;
    return withBundle(({ downloadSheet }) => downloadSheet(live.summary, state, `${archetype.short}${kind}`));
  }

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
    const { archetype, store } = this.page;
    if (files.length === 0) return;
    void withBundle(({ importFiles }) =>
      importFiles(files, {
        archetype,
        present: () => store.state,
        fresh: this.switcher.fresh,
        apply: (state) => void this.#apply("导入前", state),
        begin: (name, state) => void this.#begin(name, state),
      }),
    );
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

  /**
   * Opens a new draft with a state; tells whether it is open.
   * @param {string} name
   * @param {import("../drafts/state.js").State} state
   */
  async #begin(name, state) {
    if (!(await this.page.ready(state))) return false;
    await this.switcher.create(name, state);
    return this.page.store.state === state;
  }

  /**
   * Replaces the state after saving the present one as a version; this can be undone.
   * @param {string} why
   * @param {import("../drafts/state.js").StoredState} stored
   */
  async #apply(why, stored) {
    const state = await this.page.ready(stored);
    if (!state) return;
    const isSaved = await this.switcher.saveVersion(why);
    this.page.store.change(why, state);
    this.switcher.note(`原来的内容可用“撤销”${isSaved ? "或“恢复以前的内容”" : ""}找回`);
  }

  /**
   * Fills in an example; all its facts are to be confirmed, so that a mere copy stays a draft.
   * @param {import("../schema/types.js").Example} example
   */
  async #example({ facts, without, headings, content = {} }) {
    const carried = Object.keys(facts);
    await this.#apply("用示例填写前", { ...EMPTY, facts, without, headings, content, carried });
  }

  // --- the next period ---

  #roll() {
    const { archetype, store } = this.page;
    return withBundle(async ({ openRollDialog, readSource }) => {
      openRollDialog({
        summary: () => this.page.live.summary,
        state: store.state,
        others: await this.switcher.others(),
        read: (file) => readSource(archetype, file),
        create: (name, state) => this.#begin(name, state),
      });
    });
  }
}
