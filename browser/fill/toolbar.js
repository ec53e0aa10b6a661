// The bar above the form: drafts, undo and redo, files, rolling forward, and what is kept here.

import { make } from "../elements.js";
import { button } from "./button.js";
import { openDialog } from "./dialog.js";
import { draftText } from "./draft_file.js";
import { DraftList } from "./draft_list.js";
import { chooseDraft, download, giveSheet, takeFile } from "./files.js";
import { rolled, rollNotes } from "./roll.js";
import { EMPTY } from "./state.js";

/** @typedef {import("./page.js").FillPage} FillPage */

/** The bar; its list of drafts keeps what is typed. */
export class Toolbar {
  /** @param {FillPage} page */
  constructor(page) {
    this.page = page;
    const { archetype, store } = page;
    this.status = make("span", { class: "bar-status", role: "status" });
    this.list = new DraftList(archetype, store, (text, wrong) => {
      this.status.textContent = text;
      this.status.classList.toggle("bar-status--wrong", wrong);
    });
    this.keeper = this.list.keeper;
    this.undo = button("撤销", () => {
      store.undo();
    });
    this.redo = button("重做", () => {
      store.redo();
    });
    this.element = this.#bar();
    this.#takeDropped();
    void this.keeper.start();
  }

  #bar() {
    const draft = make("label", { for: "draft" }, "草稿");
    const review = button("核对", () => {
      this.page.review();
    });
    const roll = button("结转下期", () => {
      this.#roll();
    });
    return make(
      "div",
      { class: "fill-bar", role: "group", "aria-label": "草稿" },
      draft,
      this.list.select,
      this.undo,
      this.redo,
      review,
      roll,
      this.#more(),
      this.status,
    );
  }

  #more() {
    const deeds = /** @type {[string, () => void][]} */ ([
      ["新建草稿", () => void this.list.create()],
      ["改草稿名称", () => { this.list.rename(); }],
      ["删除这份草稿", () => void this.keeper.remove()],
      ["已删除的草稿", () => { this.list.bin(); }],
      ["恢复以前的内容", () => void this.list.versions()],
      ["导出文件", () => { this.#export(); }],
      ["导出收集表（Excel）", () => void this.#sheet(this.page.store.state.facts, "收集表")],
      ["空白收集表（Excel）", () => void this.#sheet({}, "空白收集表")],
      ["导入文件", () => { this.#import(); }],
      ...this.page.archetype.examples.map((example) => [
        `用示例填写：${example.name}`,
        () => void this.#example(example),
      ]),
      ["清空已填内容", () => void this.#empty()],
      ["清除本机数据", () => { this.#clear(); }],
    ]);
    const menu = make("details", { class: "fill-more" }, make("summary", {}, "更多"));
    const list = make("div", { class: "fill-menu" });
    for (const [label, act] of deeds) {
      list.append(
        button(label, () => {
          menu.open = false;
          act();
        }),
      );
    }
    menu.append(list);
    menu.addEventListener("keydown", (event) => {
      if (event.key === "Escape") menu.open = false;
    });
    return menu;
  }

  /** Shows what can be undone. */
  show() {
    this.undo.toggleAttribute("disabled", !this.page.store.canUndo);
    this.redo.toggleAttribute("disabled", !this.page.store.canRedo);
  }

  // --- files ---

  #export() {
    const { archetype, store } = this.page;
    const { name } = this.keeper.draft;
    const text = draftText(archetype, name, store.state);
    download(`${name}.json`, text, "application/json;charset=utf-8");
  }

  /**
   * @param {import("../engine/types.js").Facts} facts
   * @param {string} kind
   */
  #sheet(facts, kind) {
    return giveSheet(this.page.archetype, facts, `${this.page.archetype.short}${kind}`);
  }

  #import() {
    const { archetype, store } = this.page;
    chooseDraft(archetype, () => store.state, (state) => void this.#apply("导入前", state));
  }

  #takeDropped() {
    const { archetype, store } = this.page;
    const hasFile = (/** @type {DragEvent} */ event) => event.dataTransfer?.types.includes("Files");
    document.addEventListener("dragover", (event) => {
      if (hasFile(event)) event.preventDefault();
    });
    document.addEventListener("drop", (event) => {
      const [file] = event.dataTransfer?.files ?? [];
      if (!file) return;
      event.preventDefault();
      void takeFile(archetype, file, store.state, (state) => void this.#apply("导入前", state));
    });
  }

  /**
   * Replaces the state after keeping the present one; it can be undone.
   * @param {string} why
   * @param {import("./state.js").State} state
   */
  async #apply(why, state) {
    await this.keeper.keepVersion(why);
    this.page.store.change(why, state);
  }

  /**
   * Every fact of an example waits to be changed or confirmed: a copied example is no final text.
   * @param {import("../engine/types.js").Example} example
   */
  async #example({ facts, without }) {
    const carried = Object.keys(facts);
    await this.#apply("用示例填写前", { ...EMPTY, facts, without, carried });
  }

  async #empty() {
    await this.#apply("清空前", EMPTY);
  }

  // --- the next period ---

  #roll() {
    const { archetype, store } = this.page;
    const state = rolled(archetype, store.state);
    if (!("last_period" in state.facts)) {
      openDialog("还不能结转", [make("p", {}, "请先填“总结时段”，结转要知道下一期是哪一期。")], []);
      return;
    }
    const told = rollNotes(archetype, store.state, state);
    const name = this.list.freeName(`${this.keeper.draft.name}（下期）`);
    openDialog(
      "结转下期",
      told.map((text) => make("p", {}, text)),
      [["结转", () => void this.keeper.create(name, state)]],
    );
  }

  #clear() {
    const text = "本机上所有范本的草稿（包括已删除的）都会清除，不能恢复。需要的请先导出文件。";
    const clear = async () => {
      await this.keeper.drafts?.clear();
      for (const key of Object.keys(localStorage)) {
        if (key.startsWith("summaries.")) localStorage.removeItem(key);
      }
      await this.keeper.forget(this.list.freeName(this.keeper.name));
    };
    openDialog("清除本机数据", [make("p", {}, text)], [["全部清除", () => void clear()]]);
  }
}
