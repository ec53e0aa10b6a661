// Edits a paragraph by hand; every keystroke changes the draft, so that nothing is lost without 保存.

import { make } from "../page/elements.js";
import { makeButton } from "../page/button.js";
import { withEdit } from "../drafts/edits.js";

/** @typedef {import("../drafts/edits.js").ShownBlock} ShownBlock */
/** @typedef {import("../drafts/state.js").Edit} Edit */

/**
 * Reads and replaces the edits of the draft.
 * @typedef {object} Edits
 * @property {() => Edit[]} all
 * @property {(edits: Edit[], typing?: boolean) => void} put replaces them; typing is a single undo step
 */

/** The editor that stands in the place of a paragraph. */
export class ParagraphEditor {
  /** @type {(() => void) | null} */
  #leave = null;
  #typing = false;

  /**
   * @param {Edits} edits
   * @param {() => void} left called when the reader leaves the editor
   */
  constructor(edits, left) {
    this.edits = edits;
    this.left = left;
  }

  /** Whether a change comes from this editor, so that the text need not be shown again. */
  get typing() {
    return this.#typing;
  }

  /** Puts the paragraph back in its place. */
  close() {
    this.#leave?.();
    this.#leave = null;
  }

  /**
   * @param {ShownBlock} block
   * @param {HTMLElement} element
   */
  open(block, element) {
    this.close();
    const before = this.edits.all();
    const area = make("textarea", { rows: "6", "aria-label": "改这一段" });
    area.value = block.text;
    const done = () => {
      this.close();
      this.left();
    };
    const cancel = () => {
      if (this.edits.all() !== before) this.edits.put(before);
      done();
    };
    area.addEventListener("input", () => {
      this.#type(block, area.value);
    });
    area.addEventListener("keydown", (event) => {
      if (event.key === "Escape" && !event.isComposing) cancel();
    });
    const tools = [makeButton("保存", done), makeButton("不改了", cancel)];
    const box = make("div", { class: "live-editor" }, area, ...tools);
    this.#leave = () => {
      box.replaceWith(element);
    };
    element.replaceWith(box);
    area.focus();
  }

  /**
   * @param {ShownBlock} block
   * @param {string} written empty to restore the generated text
   */
  #type(block, written) {
    const text = written.replace(/\s*\n\s*/g, "").trim();
    this.#typing = true;
    this.edits.put(withEdit(this.edits.all(), block, text || block.generated), true);
    this.#typing = false;
  }
}
