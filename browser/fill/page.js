// Puts the page together: the form, the live text beside it, the toolbar, keys and pasting.

import { all, make } from "../page/elements.js";
import { Composer } from "../library/compose.js";
import { checkConsistency } from "../facts/consistency.js";
import { factChanges } from "../exchange/changes.js";
import { openDialog } from "../page/dialog.js";
import { changeTable } from "./change_table.js";
import { Form } from "./form.js";
import { draftLine } from "../document/document.js";
import { draftReasons, liveDocument } from "../preview/live_document.js";
import { OutputButtons } from "./output_buttons.js";
import { cellsOf, isBlock, pasted } from "../exchange/paste.js";
import { Review } from "./lazy_review.js";
import { LiveText } from "../preview/live_text.js";
import { hasContent } from "../library/summary.js";
import { loadCitedFunctions, loadOwnTools } from "../exchange/lazy_own.js";
import { ScriptError } from "../page/lazy_script.js";
import { loadEditing } from "./lazy_editing.js";
import { Toolbar } from "./toolbar.js";

/** @typedef {import("../schema/types.js").Archetype} Archetype */
/** @typedef {import("../drafts/state.js").Store} Store */

const CHECKING = 400; // milliseconds after the last keystroke until mistakes are shown

/** The page for filling in an archetype. */
export class FillPage {
  #timer = 0;
  /** @type {import("../editing/editing.js").Editing | undefined} */
  #editing;

  /**
   * @param {Archetype} archetype
   * @param {Store} store
   * @param {[import("../preview/layout_choice.js").Layout, ...import("../preview/layout_choice.js").Layout[]]} layouts
   */
  constructor(archetype, store, layouts) {
    this.archetype = archetype;
    this.store = store;
    this.composer = new Composer(archetype);
    this.form = new Form(this.composer.summary, store, (use) => void this.editing().then(use));
    this.text = new LiveText(
      (section, places) => void this.goToPlaces(section, places),
      (path) => {
        this.form.focus(path);
      },
    );
    this.review = new Review(this);
    this.output = new OutputButtons(this, layouts);
    this.live = liveDocument(this.composer, store.state, this.output.layoutChoice);
    /** @type {string[]} */
    this.reasons = [];
    this.status = make("p", { class: "live-status", role: "status" });
    this.toolbar = new Toolbar(this);
    const { element: bar, status } = this.toolbar;
    this.element = make("div", { class: "fill" }, bar, status, this.#panes());
    this.#listen();
    this.show();
    this.check();
  }

  /**
   * Loads what a state's own content needs before it is shown, and gives it as it is shown; says why
   * if that fails.
   * @param {import("../drafts/state.js").StoredState} stored
   */
  async ready(stored) {
    try {
      await loadCitedFunctions(stored.facts);
      const isEdited = stored.edits !== undefined;
      if (isEdited || hasContent(stored.content)) this.composer.tools ??= await loadOwnTools(this.archetype);
      if (!isEdited) return stored;
      const { withConvertedEdits } = await loadEditing();
      return withConvertedEdits(new Composer(this.archetype, this.composer.tools), stored);
    } catch (error) {
      const why = `这份草稿有自拟的内容，${error instanceof ScriptError ? error.message : "读不出来。"}`;
      openDialog("没有打开", [make("p", { role: "alert" }, why), make("p", {}, "草稿没有改动。")], []);
      return null;
    }
  }

  // --- content of the writer's own ---

  /** The controls of own content; undefined, once the reader is told why, where they are not loaded. */
  async editing() {
    try {
      const tools = (this.composer.tools ??= await loadOwnTools(this.archetype));
      const { makeEditing } = await loadEditing();
      this.#editing ??= makeEditing(this, tools);
    } catch (error) {
      if (!(error instanceof ScriptError)) throw error;
      openDialog("没有打开", [make("p", { role: "alert" }, error.message)], []);
    }
    return this.#editing;
  }

  /**
   * The blocks of the draft with another content.
   * @param {import("../schema/types.js").Content} content
   */
  composed(content) {
    const composer = new Composer(this.archetype, this.composer.tools);
    const { blocks } = composer.document(this.store.state.facts, { content });
    return { blocks, specs: composer.summary.specs };
  }

  /**
   * Takes the writer to the words of places.
   * @param {string} section
   * @param {string[]} places
   */
  async goToPlaces(section, places) {
    (await this.editing())?.openPlaces(section, places);
  }

  #panes() {
    const blank = make("mark", { class: "fact--blank" }, "＿＿");
    const computed = make("span", { class: "fact--computed" }, "实线");
    const legend = make("p", { class: "live-legend" });
    legend.append(blank, " 待填，点一下去填；", computed, " 是算出的数，点一下看算式");
    const head = make("div", { class: "live-head" }, this.status, this.output.element, legend);
    const label = { class: "fill-text", id: "fill-text", "aria-label": "文稿" };
    const right = make("section", label, head, this.text.element);
    const jump = make(
      "nav",
      { class: "fill-jump", "aria-label": "填写与文稿" },
      make("a", { href: "#fill" }, "填写"),
      make("a", { href: "#fill-text" }, "文稿"),
    );
    return make("div", { class: "fill-panes" }, this.form.element, right, jump);
  }

  #listen() {
    this.store.listen(() => {
      this.show();
      window.clearTimeout(this.#timer);
      this.#timer = window.setTimeout(() => {
        this.check();
      }, CHECKING);
    });
    this.form.element.addEventListener("change", () => {
      this.check();
    });
    this.form.element.addEventListener("focusin", ({ target }) => {
      if (target instanceof HTMLElement) this.text.highlight(target.dataset["path"] ?? "");
    });
    this.form.element.addEventListener("paste", (event) => {
      this.#paste(event);
    });
    document.addEventListener("keydown", (event) => {
      this.#key(event);
    });
  }

  /** Shows the text of the present state. */
  show() {
    const { layoutChoice } = this.output;
    this.live = liveDocument(this.composer, this.store.state, layoutChoice);
    this.form.follow(this.live.summary);
    this.text.show(this.live.blocks, layoutChoice, this.live.summary.specs);
  }

  /** Shows what is wrong at the fields, and why the text is still a draft. */
  check() {
    window.clearTimeout(this.#timer);
    const { facts } = this.store.state;
    this.form.showProblems(checkConsistency(this.composer.summary, facts));
    this.reasons = draftReasons(this.archetype, this.store.state, this.live);
    const draft = this.reasons.length > 0;
    const message = draft ? `草稿：${this.reasons.join("，")}` : "已填完整，核对后可作正式稿";
    if (this.status.textContent !== message) this.status.textContent = message;
    this.status.classList.toggle("live-status--ready", !draft);
    this.text.draft.textContent = draft ? draftLine(this.reasons) : "";
    this.output.show(draft);
    this.toolbar.show();
    this.review.follow();
  }

  get fileName() {
    return (this.live.title || this.archetype.short) + (this.reasons.length > 0 ? "（草稿）" : "");
  }

  /**
   * Outputs a draft at once, but a final text only after the reader has reviewed it.
   * @param {() => void} output
   */
  release(output) {
    this.check();
    if (this.reasons.length > 0) output();
    else void this.review.open(["核对无误，输出正式稿", output]);
  }

  // --- keys and paste ---

  /** @param {KeyboardEvent} event */
  #key(event) {
    if (!(event.ctrlKey || event.metaKey) || event.altKey || event.isComposing) return;
    const inEditor = event.target instanceof Element && event.target.closest("dialog");
    if (inEditor) return;
    const key = event.key.toLowerCase();
    const undo = key === "z" && !event.shiftKey;
    const redo = key === "y" || (key === "z" && event.shiftKey);
    if (undo) this.store.undo();
    if (redo) this.store.redo();
    if (undo || redo) event.preventDefault();
  }

  /** @param {ClipboardEvent} event */
  #paste(event) {
    const path = event.target instanceof HTMLElement ? event.target.dataset["path"] : undefined;
    const cells = cellsOf(event.clipboardData?.getData("text/plain") ?? "");
    if (!path || !isBlock(cells, this.live.summary.specs, path)) return;
    event.preventDefault();
    const { state } = this.store;
    const { specs } = this.live.summary;
    const fields = all(".fill-group:not(.fill-group--off) [data-path]", this.form.element);
    const paths = fields.map((field) => field.dataset["path"] ?? "");
    const { state: next, remarks } = pasted(specs, state, cells, paths, path);
    const apply = () => {
      this.store.change("paste", next);
    };
    const changes = factChanges(specs, state.facts, next.facts);
    if (remarks.length === 0 && changes.every((change) => change.before === "")) apply();
    else {
      const notes = remarks.map((text) => make("p", {}, text));
      openDialog("粘贴前核对", [...notes, changeTable(changes)], [["粘贴", apply]]);
    }
  }
}
