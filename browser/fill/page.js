// Puts the page together: the outline, the text on its paper, the fields beside it, the toolbar, keys and pasting.

import { make, putText } from "../page/elements.js";
import { computedSides } from "../facts/computed_sides.js";
import { makeButton } from "../page/button.js";
import { openDialog } from "../page/dialog.js";
import { hasSetting } from "../page/settings.js";
import { later } from "../page/later.js";
import { dismiss } from "../page/toast.js";
import { loadForm } from "./lazy_form.js";
import { Outline } from "./outline.js";
import { Pace } from "./pace.js";
import { valueAt } from "../facts/paths.js";
import { draftLine } from "../document/document.js";
import { draftCounts, liveDocument, reasonsOf } from "../preview/live_document.js";
import { OutputButtons } from "./output_buttons.js";
import { Review } from "./lazy_review.js";
import { LiveText } from "../preview/live_text.js";
import { hasContent } from "../library/summary.js";
import { loadBundle, loadOwnTools, loadReaders } from "../exchange/lazy_own.js";
import { loadOrTell } from "../page/lazy_dialog.js";
import { ScriptError } from "../page/lazy_script.js";
import { loadEditing } from "./lazy_editing.js";
import { TableSwitch } from "./lazy_table.js";
import { Sample } from "./sample.js";
import { Toolbar } from "./toolbar.js";
import { paperZoom } from "../preview/paper_zoom.js";
import { paneSwitch } from "./pane_switch.js";
import { unitLine, withAids } from "./lazy_aids.js";

/** @typedef {import("../schema/types.js").Archetype} Archetype */
/** @typedef {import("../drafts/state.js").Store} Store */
/** @typedef {import("../library/compose.js").Composer} Composer */

const NEXT = "下一处空白";
const GIVEN = ["period", "last_period"]; // what a new draft says already
const CHECKING = 400; // milliseconds after the last keystroke until mistakes are shown

/** The page for filling in an archetype. */
export class FillPage {
  #timer = 0;
  #known; // whether a draft is on this machine, and not open yet
  #pace = new Pace(() => {
    this.#live = liveDocument(this.composer, this.store.state, this.output.layoutChoice);
    this.present();
  });
  /** @type {LiveText} */
  #text;
  /** @type {import("../preview/live_document.js").LiveDocument} */
  #live;
  /** @type {import("../preview/formula_panel.js").FormulaPanel | undefined} */
  formula;
  /** @type {import("../editing/editing.js").Editing | undefined} */
  #editing;
  /** @type {import("./form.js").Form | undefined} */
  form;
  /** @type {import("./form_bundle.js").FormBundle["checkConsistency"]} nothing is wrong until the fields are there to show it */
  #checkConsistency = () => [];
  /** @type {import("./paper_field.js").PaperField | undefined} */
  field;
  /** @type {import("./paper_lists.js").PaperLists | undefined} */
  lists;

  /**
   * @param {Composer} composer
   * @param {Store} store
   * @param {[import("../preview/layout_choice.js").Layout, ...import("../preview/layout_choice.js").Layout[]]} layouts
   */
  constructor(composer, store, layouts) {
    this.archetype = composer.archetype;
    this.#known = hasSetting(`draft.${this.archetype.id}`);
    this.store = store;
    this.composer = composer;
    const goTo = (/** @type {string[]} */ paths, /** @type {HTMLElement} */ figure) => {
      const empty = paths.find((path) => !valueAt(store.state.facts, path));
      this.goTo(empty ?? paths[0] ?? "", figure);
    };
    const explain = (/** @type {HTMLElement} */ figure) => {
      void withAids(({ FormulaPanel }) => {
        this.formula ??= new FormulaPanel(this.text, (path) => { this.goTo(path); }, (shown) => this.form?.explain(shown));
        this.formula.show(figure, this.live.summary.specs);
      });
    };
    this.#text = new LiveText((...place) => void this.goToPlaces(...place), goTo, explain);
    this.review = new Review(this);
    this.output = new OutputButtons(this, layouts);
    this.#live = liveDocument(this.composer, store.state, this.output.layoutChoice);
    /** @type {string[]} */
    this.reasons = [];
    this.status = make("p", { class: "live-status", role: "status" });
    this.notice = make("span", { class: "live-blanks", role: "status" });
    this.onward = this.#blankButton();
    this.legend = legend();
    this.intro = document.querySelector(".fill-intro");
    this.outline = new Outline(this);
    this.sample = new Sample(this);
    this.paper = make("section", { class: "fill-text", id: "fill-text", "aria-label": "文稿" });
    this.beside = make("section", { class: "fill-beside", "aria-label": "指标" });
    this.table = new TableSwitch(this);
    this.toolbar = new Toolbar(this);
    const { element: bar } = this.toolbar;
    this.desk = this.#desk();
    this.element = make("div", { class: "fill" }, bar, this.desk.element);
    this.beside.append(unitLine(this));
    this.#listen();
  }

  /** Loads what fills in, and what the text may need besides. */
  begin() {
    void this.output.complete();
    void this.fields();
  }

  /** What fills in, with the form and the field on the text made once it is loaded. */
  async fields() {
    const loaded = await loadOrTell("没有打开填写栏", loadForm);
    if (loaded && !this.form) this.#makeForm(loaded);
    return loaded;
  }

  /** The text on the paper. */
  get text() {
    this.#pace.settle();
    return this.#text;
  }

  /** The document of the present state. */
  get live() {
    this.#pace.settle();
    return this.#live;
  }

  /** @param {import("./form_bundle.js").FormBundle} bundle */
  #makeForm({ Form, checkConsistency, OutlineDrag, PaperField, PaperLists, SentenceChoice, takeDrops, takePastes, widenForFingers }) {
    const opened = (/** @type {string} */ id) => { this.outline.choose(id); };
    const form = new Form(this.live.summary, this.outline.groups, {
      ...{ store: this.store, opened },
      wordsTools: () => this.#wordsTools(),
      withEditing: (act) => { this.withEditing(act); },
      computed: (name) => computedSides(this.composer.fact(name)),
    });
    this.form = form;
    const field = new PaperField(this, form);
    this.field = field;
    this.lists = new PaperLists(this.text, field);
    this.beside.append(form.element);
    new OutlineDrag(this.outline.list, (id, after) => {
      this.withEditing((editing) => { editing.placeSection(id, after); });
    });
    widenForFingers(this.text.document);
    new SentenceChoice(this);
    takePastes(this);
    takeDrops(document, (files) => withAids(({ importInto }) => importInto(this, files)));
    this.present();
    this.#checkConsistency = checkConsistency;
    later(() => { this.check(); });
  }

  // --- the way to a place ---

  /**
   * Shows the fields of a section, and the section in the text.
   * @param {string} id
   */
  open(id) {
    this.outline.choose(id);
    if (this.table.isOpen) {
      this.desk.show(this.table.element);
      this.table.view?.open(id);
      return;
    }
    this.desk.show(this.paper);
    this.text.showSection(id);
    void this.fields().then(() => { this.form?.open(id); });
  }

  /**
   * Leads to the value at a path: on the text where it stands there, else in the form.
   * @param {string} path
   * @param {HTMLElement} [figure] of several the one that is meant
   */
  goTo(path, figure) {
    this.sample.hide();
    void this.fields().then(() => {
      this.form?.reveal(path);
      const isStated = this.text.figuresOf(path).length > 0;
      this.desk.show(isStated ? this.paper : this.beside);
      if (!isStated || !this.field?.open(path, figure)) this.form?.focus(path);
    });
  }

  /**
   * Loads what a state's own content needs before it is shown, and gives it as it is shown; says why
   * if that fails.
   * @param {import("../drafts/state.js").StoredState} stored
   */
  async ready(stored) {
    try {
      const { renamed } = this.archetype;
      if (renamed) stored = (await loadBundle()).withCurrentNames(stored, renamed);
      await loadReaders(this.archetype.facts, stored.facts);
      const isEdited = stored.edits !== undefined;
      if (isEdited || hasContent(stored.content)) this.composer.tools ??= await loadOwnTools(this.archetype);
      if (!isEdited) return stored;
      const { withConvertedEdits } = await loadEditing();
      return withConvertedEdits(this.composer, stored);
    } catch (error) {
      const why = `这份草稿有自拟的内容，${error instanceof ScriptError ? error.message : "读不出来。"}`;
      openDialog("没有打开", [make("p", { role: "alert" }, why), make("p", {}, "草稿没有改动。")], []);
      return null;
    }
  }

  // --- content of the writer's own ---

  /** What shows a record's own words with figures as tokens, and the text with their values. */
  async #wordsTools() {
    const tools = await loadOrTell("没有读出", async () => {
      await loadBundle();
      const { wordsTools } = await loadEditing();
      return wordsTools(this.composer);
    });
    this.composer.forget();
    this.show();
    return tools;
  }

  /** The controls of own content; undefined, once the reader is told why, where they are not loaded. */
  async editing() {
    return loadOrTell("没有打开", async () => {
      const tools = (this.composer.tools ??= await loadOwnTools(this.archetype));
      const { makeEditing } = await loadEditing();
      return (this.#editing ??= makeEditing(this, tools));
    });
  }

  /**
   * Takes the writer to the words of places.
   * @param {string} section
   * @param {string[]} places
   * @param {string} [sentence] of them
   */
  async goToPlaces(section, places, sentence) {
    (await this.editing())?.openPlaces(section, places, sentence);
  }

  /**
   * Acts with the controls of own content, once they are loaded.
   * @param {(editing: import("../editing/editing.js").Editing) => void} act
   */
  withEditing(act) {
    void this.editing().then((editing) => {
      if (editing) act(editing);
    });
  }

  #desk() {
    const zoom = paperZoom(this.text.element);
    const line = make("div", { class: "live-line" }, this.status, this.onward, this.sample.button, this.notice, zoom);
    const head = make("div", { class: "live-head" }, line, this.legend);
    this.paper.append(head, this.text.element);
    return paneSwitch({
      panes: { 提纲: this.outline.element, 文稿: this.paper, 指标: this.beside },
      first: this.paper,
      instead: this.review.element,
      apart: this.table.element,
      more: this.#blankButton(),
      shown: (pane) => { this.table.follow(pane); },
    });
  }

  #blankButton() {
    const next = () => {
      this.nextBlank();
    };
    return makeButton(NEXT, next, { title: "Ctrl+Enter", "aria-keyshortcuts": "Control+Enter" });
  }

  /**
   * Leads to the next blank of the text, or the one before; in the table, to the next cell that is due.
   * @param {-1 | 1} [by]
   */
  nextBlank(by = 1) {
    if (this.table.isOpen) {
      this.table.view?.nextDue(by);
      return;
    }
    void this.fields().then((fields) => { fields?.nextBlank(this, by); });
  }

  #listen() {
    this.store.listen((_, cause) => {
      dismiss();
      putText(this.notice, "");
      this.sample.hide();
      this.#pace.soon();
      window.clearTimeout(this.#timer);
      if (cause === "open") this.#known = false;
      this.#timer = window.setTimeout(() => {
        this.check();
      }, cause === "open" ? 0 : CHECKING);
    });
    this.desk.element.addEventListener("change", () => {
      this.check();
    });
    this.desk.element.addEventListener("focusin", ({ target }) => {
      if (!(target instanceof HTMLElement)) return;
      const { path } = target.dataset;
      if (path) this.text.highlight(path, !this.text.element.contains(target));
    });
    document.addEventListener("keydown", (event) => {
      this.#key(event);
    });
    // the text is written anew below an editor, so what opened it may be gone
    const returned = (/** @type {Event} */ { target }) => {
      const { activeElement: focused, body } = document;
      const isLost = focused === body || (target instanceof HTMLDialogElement && target.contains(focused));
      if (isLost) this.text.returnFocus();
    };
    document.addEventListener("close", returned, { capture: true });
  }

  /** Shows the text of the present state. */
  show() {
    this.#pace.now();
  }

  /** Shows the text that has been composed. */
  present() {
    const { layoutChoice } = this.output;
    this.outline.follow(this.#live.summary);
    this.form?.follow(this.#live.summary, this.outline.groups);
    const { blocks, summary } = this.sample.shown ?? this.#live;
    this.#text.show(blocks, layoutChoice, summary.specs);
    this.lists?.show(this.sample.shown ? [] : this.outline.groups, this.#live.summary, this.store.state);
    this.formula?.follow(this.#live.summary.specs);
    this.field?.follow();
  }

  /** Shows what is wrong at the fields, and why the text is still a draft. */
  check() {
    window.clearTimeout(this.#timer);
    const { facts } = this.store.state;
    const problems = this.#checkConsistency(this.live.summary, facts);
    this.form?.showProblems(problems);
    this.field?.showProblem();
    this.table.view?.check();
    this.outline.show(this.live, this.store.state, problems);
    const counts = draftCounts(this.store.state, this.live, problems);
    this.reasons = reasonsOf((kind) => counts[kind] ?? 0);
    const told = this.reasons.length > 0 || this.form ? this.reasons : ["还没有核对"];
    const draft = told.length > 0;
    this.toolbar.showDue(Object.values(counts).reduce((sum, count) => sum + count, 0));
    const isNew = this.reasons.length === 1 && this.#isEmpty(facts); // nothing but blanks
    const why = isNew ? `共${String(this.live.blanks)}处，填一处按回车到下一处` : `草稿：${told.join("，")}`;
    this.#showStart(isNew);
    const message = draft ? why : "已填完整，核对后可作正式稿";
    putText(this.status, message);
    this.status.classList.toggle("live-status--ready", !draft);
    this.text.draft.textContent = draft ? draftLine(told) : "";
    this.output.show(draft);
    this.toolbar.show();
    this.review.follow();
  }

  /** @param {import("../schema/types.js").Facts} facts */
  #isEmpty(facts) {
    return !this.#known && Object.keys(facts).every((name) => GIVEN.includes(name));
  }

  /**
   * Shows a writer who has not begun where to begin, and one who has only what she goes on with.
   * @param {boolean} isNew
   */
  #showStart(isNew) {
    this.sample.offer(isNew);
    this.legend.hidden = !isNew;
    this.intro?.classList.toggle("fill-intro--read", !isNew);
    putText(this.onward, isNew ? "从第一处填起" : NEXT);
    this.onward.classList.toggle("live-main", isNew);
    this.output.main.classList.toggle("live-main", !isNew);
  }

  get fileName() {
    return (this.live.title || this.archetype.short) + (this.reasons.length > 0 ? "（草稿）" : "");
  }

  /**
   * Outputs a draft at once, but a final text only after the reader has reviewed it.
   * @param {() => void} output
   */
  async release(output) {
    if (!(await this.fields()) || !(await this.output.complete())) return;
    this.check();
    if (this.reasons.length > 0) output();
    else void this.review.open(["核对无误，输出正式稿", output]);
  }

  // --- keys and paste ---

  /** @param {KeyboardEvent} event */
  #key(event) {
    const inEditor = event.target instanceof Element && event.target.closest("dialog");
    if (inEditor || event.isComposing) return;
    const withControl = event.ctrlKey || event.metaKey;
    const leadsToReview = event.altKey && !withControl && event.code === "KeyK"; // on a Mac its key is another one
    if (leadsToReview) {
      event.preventDefault();
      void this.review.open();
    }
    if (!withControl || event.altKey) return;
    const key = event.key.toLowerCase();
    if (key === "enter") this.nextBlank();
    const undo = key === "z" && !event.shiftKey;
    const redo = key === "y" || (key === "z" && event.shiftKey);
    if (undo) this.store.undo();
    if (redo) this.store.redo();
    if (undo || redo || key === "enter") event.preventDefault();
  }
}

/** What the colours of the text say. */
function legend() {
  const blank = make("span", { class: "legend-blank" });
  const computed = make("span", { class: "fact--computed" }, "实线");
  const words = ["图例：", blank, "待填，点一下就地填；", computed, "是算出的数，点一下看算式"];
  return make("p", { class: "live-legend" }, ...words);
}
