// Puts the page together: the form, the live text beside it, and what can be done with both.

import { copyText } from "../clipboard.js";
import { make } from "../elements.js";
import { Composer } from "../engine/compose.js";
import { problems } from "../engine/consistency.js";
import { normalise } from "../engine/normalise.js";
import { changesOf } from "./changes.js";
import { openDialog } from "./dialog.js";
import { withEdit } from "./edits.js";
import { changeTable, download } from "./files.js";
import { Form } from "./form.js";
import { draftReasons, live, markdown, plainText } from "./live.js";
import { cellsOf, filled, isBlock } from "./paste.js";
import { specAt, withWritten } from "./paths.js";
import { reviewBody } from "./review_panel.js";
import { LiveText } from "./text.js";
import { Toolbar } from "./toolbar.js";

/** @typedef {import("../engine/types.js").Archetype} Archetype */
/** @typedef {import("./state.js").Store} Store */

const CHECKING = 400; // milliseconds after the last key, when a mistake is shown beside its field
const SHOWN_FOR = 4000; // milliseconds a button says 已复制
const BOM = "\ufeff"; // without it Notepad on Windows 7 guesses the encoding

/** The whole page over one store. */
export class FillPage {
  #timer = 0;

  /**
   * @param {Archetype} archetype
   * @param {Store} store
   */
  constructor(archetype, store) {
    this.archetype = archetype;
    this.store = store;
    this.form = new Form(archetype, store);
    this.text = new LiveText(archetype, {
      goTo: (path) => {
        this.form.focus(path);
      },
      edit: (block, text) => {
        store.change("edit", { edits: withEdit(store.state.edits, block, text) });
      },
    });
    this.composer = new Composer(archetype);
    this.live = live(this.composer, store.state);
    /** @type {string[]} */
    this.reasons = [];
    this.status = make("p", { class: "live-status", role: "status" });
    this.copyButton = make("button", { type: "button", class: "live-main" });
    this.toolbar = new Toolbar(this);
    this.element = make("div", { class: "fill" }, this.toolbar.element, this.#panes());
    this.#listen();
    this.#show();
    this.#check();
  }

  #panes() {
    const plain = this.#button("下载纯文本", () => {
      this.#final(() => {
        const text = plainText(this.live.blocks, this.reasons).replaceAll("\n", "\r\n");
        download(`${this.fileName}.txt`, `${BOM}${text}\r\n`, "text/plain;charset=utf-8");
      });
    });
    const marked = this.#button("下载Markdown", () => {
      this.#final(() => {
        const text = markdown(this.live.blocks, this.reasons);
        download(`${this.fileName}.md`, text, "text/markdown;charset=utf-8");
      });
    });
    this.copyButton.addEventListener("click", () => {
      this.#final(() => {
        this.#copy();
      });
    });
    const buttons = make("div", { class: "live-buttons" }, this.copyButton, plain, marked);
    const head = make("div", { class: "live-head" }, this.status, buttons);
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

  /**
   * @param {string} label
   * @param {() => void} act
   */
  #button(label, act) {
    const button = make("button", { type: "button" }, label);
    button.addEventListener("click", act);
    return button;
  }

  #listen() {
    this.store.listen(() => {
      this.#show();
      window.clearTimeout(this.#timer);
      this.#timer = window.setTimeout(() => {
        this.#check();
      }, CHECKING);
    });
    this.form.element.addEventListener("change", () => {
      this.#check();
    });
    this.form.element.addEventListener("focusin", ({ target }) => {
      if (target instanceof HTMLElement) this.text.point(target.dataset["path"] ?? "");
    });
    this.form.element.addEventListener("paste", (event) => {
      this.#paste(event);
    });
    document.addEventListener("keydown", (event) => {
      this.#key(event);
    });
  }

  #show() {
    this.live = live(this.composer, this.store.state);
    this.text.show(this.live.blocks);
  }

  /** Says what is wrong beside the fields, and what keeps the text a draft. */
  #check() {
    window.clearTimeout(this.#timer);
    const { facts, without } = this.store.state;
    this.form.tell(problems(this.archetype, facts, without));
    this.reasons = draftReasons(this.archetype, this.store.state, this.live);
    const draft = this.reasons.length > 0;
    const said = draft ? `草稿：${this.reasons.join("，")}` : "已填完整，核对后可作正式稿";
    if (this.status.textContent !== said) this.status.textContent = said;
    this.status.classList.toggle("live-status--ready", !draft);
    this.copyButton.textContent = draft ? "复制草稿" : "核对并复制正式稿";
    this.toolbar.show();
  }

  get fileName() {
    return (this.live.title || this.archetype.short) + (this.reasons.length > 0 ? "（草稿）" : "");
  }

  // --- giving the text out ---

  /**
   * Gives a draft out at once; a final text only after its figures have been looked at.
   * @param {() => void} give
   */
  #final(give) {
    this.#check();
    if (this.reasons.length > 0) give();
    else this.review([["核对无误，输出正式稿", give]]);
  }

  /** @param {[string, () => unknown][]} buttons */
  review(buttons = []) {
    const edited = this.live.blocks.filter((block) => block.edit).map((block) => block.text);
    const dialog = openDialog(
      "核对",
      [
        reviewBody(this.archetype, this.store.state, this.live, edited, (path) => {
          dialog.close();
          this.form.focus(path);
        }),
      ],
      buttons,
    );
  }

  #copy() {
    const text = plainText(this.live.blocks, this.reasons);
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

  // --- keys and paste ---

  /** @param {KeyboardEvent} event */
  #key(event) {
    if (!(event.ctrlKey || event.metaKey) || event.altKey || event.isComposing) return;
    const inEditor = event.target instanceof Element && event.target.closest(".live-editor, dialog");
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
    if (!path || !isBlock(cells)) return;
    const places = filled(cells, [...this.form.fields.keys()], path);
    if (places.length < 2) return;
    event.preventDefault();
    const { facts } = this.store.state;
    let next = facts;
    for (const { path: place, text } of places) {
      const spec = specAt(this.archetype, place);
      if (spec) next = withWritten(next, place, normalise(text, spec));
    }
    const apply = () => {
      this.store.change("paste", { facts: next });
    };
    const changes = changesOf(this.archetype, facts, next);
    if (changes.every((change) => change.before === "")) apply();
    else openDialog("粘贴前核对", [changeTable(changes)], [["粘贴", apply]]);
  }
}
