// The bar above the desk: the draft and what it is about, undo and redo, 核对, output, and the menu of all else.

import { all, make, putText } from "../page/elements.js";
import { makeButton } from "../page/button.js";
import { rove } from "../page/roving.js";
import { DraftList } from "./draft_list.js";
import { makeMenu } from "./action_menu.js";
import { fitBar } from "./bar_room.js";
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
    this.unit = makeButton("", () => { page.goTo("org"); }, { class: "bar-unit", title: "单位名称" });
    this.period = this.#period();
    this.more = this.#more();
    this.element = this.#bar();
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
    const { page, list, undo, redo, more } = this;
    const label = make("label", { for: "draft", class: "visually-hidden" }, "草稿");
    const draft = make("span", { class: "bar-choice" }, label, list.select);
    const steps = make("span", { class: "bar-steps" }, undo, redo);
    const { table, output } = page;
    const acts = { class: "bar-tools", role: "toolbar", "aria-label": "文稿" };
    const tools = make("div", acts, steps, table.button, this.review, output.element, more.menu);
    const bar = make(
      "div",
      { class: "fill-bar", role: "group", "aria-label": "草稿" },
      make("span", { class: "bar-draft" }, draft, this.unit, this.period),
      this.status,
      tools,
    );
    fitBar(more.panel, [draft, steps, table.button], output);
    this.settle = rove(tools, () => all("button, summary", tools).filter(isInReach));
    return bar;
  }

  /** The period, which is typed or chosen in its place. */
  #period() {
    const button = makeButton("", () => void withAids(({ openPeriod }) => openPeriod(this.page, button)), {
      class: "bar-value",
      title: "总结时段：可以直接打，如“2026上半年”“三季度”",
      "aria-haspopup": "listbox",
    });
    return make("span", { class: "bar-period" }, button);
  }

  #more() {
    const more = makeMenu("更多");
    let isAsked = false;
    more.menu.addEventListener("toggle", () => {
      if (isAsked) return;
      isAsked = true;
      void withAids(({ moreGroups }) => { more.panel.append(...moreGroups(this)); });
    });
    return more;
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
    putText(this.unit, valueAt(facts, "org") || "填单位名称");
    putText(/** @type {HTMLElement} */ (this.period.firstElementChild), periodOf(facts)?.text ?? "选时段");
    this.undo.toggleAttribute("disabled", !this.page.store.canUndo);
    this.redo.toggleAttribute("disabled", !this.page.store.canRedo);
    this.settle?.();
  }
}

/**
 * Tells whether a control of the bar can have the focus, and is not in the panel of a menu.
 * @param {HTMLElement} control
 */
function isInReach(control) {
  return !control.closest(".fill-menu, [hidden]") && !control.hasAttribute("disabled");
}
