// The live text beside the form: only what has changed is made anew; every figure leads to its field.

import { make } from "../page/elements.js";
import { rightIndents, sealRoom } from "../document/line_breaking.js";
import { isSame, sameEnd, sameStart } from "./unchanged_blocks.js";
import { blockElement } from "./block_element.js";
import { button } from "../page/button.js";
import { withEdit } from "../drafts/edits.js";
import { ParagraphEditor } from "./paragraph_editor.js";
import { labelAt } from "../facts/paths.js";

/** @typedef {import("../schema/types.js").Archetype} Archetype */
/** @typedef {import("../drafts/edits.js").Shown} Shown */
/** @typedef {{sealed: boolean, layout: {characters: number, titleCharacters: number}}} Look */

/** Shows blocks, marks the places of a field, and tells what a figure was made from. */
export class LiveText {
  /** @type {Shown[]} */
  #shown = [];
  #focused = "";
  /** @type {Shown[]} what came while a paragraph was being written */
  #latest = [];
  /** @type {Look} */
  #look = { sealed: false, layout: { characters: 0, titleCharacters: 0 } };

  /**
   * @param {Archetype} archetype
   * @param {import("./paragraph_editor.js").Edits} edits
   * @param {(path: string) => void} goTo takes the reader to a field
   */
  constructor(archetype, edits, goTo) {
    this.archetype = archetype;
    this.edits = edits;
    this.goTo = goTo;
    this.editor = new ParagraphEditor(edits, () => {
      this.show(this.#latest, this.#look);
    });
    this.document = make("div", { class: "document live-document" });
    this.formula = make("div", { class: "live-formula", role: "status" });
    this.draft = make("p", { class: "doc-draft" }); // what a print of a draft says of itself
    this.lost = make("div", {});
    this.element = make("div", { class: "live-text" }, this.draft, this.document, this.lost, this.formula);
    this.formula.hidden = true;
    this.document.addEventListener("click", (event) => {
      this.#choose(event.target);
    });
    this.document.addEventListener("keydown", (event) => {
      if (event.key === "Enter" && this.#choose(event.target)) event.preventDefault();
    });
  }

  /**
   * Shows the blocks; those that are the same as before stay as they are.
   * @param {Shown[]} blocks
   * @param {Look} look
   */
  show(blocks, look) {
    const hasOtherLines = look.layout !== this.#look.layout;
    this.#latest = blocks;
    this.#look = look;
    if (this.editor.typing) return;
    this.editor.close();
    if (hasOtherLines) this.#clear();
    const shown = this.#shown;
    const [before, after] = [sameStart(shown, blocks), sameEnd(shown, blocks)];
    const most = Math.min(blocks.length, shown.length) - before;
    const kept = Math.min(after, most);
    const old = [...this.document.children].slice(before, shown.length - kept);
    const next = this.document.children[shown.length - kept] ?? null;
    const changed = blocks.slice(before, blocks.length - kept);
    if (old.length === changed.length) {
      changed.forEach((block, index) => {
        if (!isSame(block, shown[before + index])) this.#renew(old[index], block);
      });
    } else {
      for (const element of old) element.remove();
      for (const block of changed) {
        const element = this.#block(block);
        this.document.insertBefore(element, next);
        this.#mark(element);
      }
    }
    this.#shown = blocks;
    this.#placeEnds(blocks);
  }

  #clear() {
    this.document.replaceChildren();
    this.#shown = [];
  }

  /**
   * Puts signature and date where they stand on paper.
   * @param {Shown[]} blocks
   */
  #placeEnds(blocks) {
    const { sealed, layout } = this.#look;
    const room = sealed ? sealRoom(blocks, layout.characters) : 0;
    for (const [type, half] of Object.entries(rightIndents(blocks, layout.characters))) {
      const element = this.document.querySelector(`.doc-${type}`);
      if (!(element instanceof HTMLElement)) continue;
      element.classList.toggle("doc-sealed", room > 0);
      element.style.width = room > 0 ? `${String(room / 2)}em` : "";
      element.style.marginRight = room > 0 ? "" : `${String(half / 2)}em`;
    }
  }

  /**
   * Shows what was written by hand for paragraphs that are gone.
   * @param {import("../drafts/state.js").Edit[]} edits
   */
  showLost(edits) {
    const boxes = edits.map((edit) => {
      const drop = button("已另处理，删去", () => {
        this.edits.put(this.edits.all().filter((other) => other !== edit));
      });
      const head = make("b", {}, "原来的段落没有了，手改的文字留在这里：");
      return make("div", { class: "live-lost" }, head, make("p", {}, edit.text), drop);
    });
    this.lost.replaceChildren(...boxes);
  }

  /**
   * Puts a block into the element of the one before: with another element, the browser would look
   * anew at the style of every block.
   * @param {Element | undefined} element
   * @param {Shown} block
   */
  #renew(element, block) {
    const fresh = this.#block(block);
    if (element?.tagName !== fresh.tagName) {
      element?.replaceWith(fresh);
      return;
    }
    element.className = fresh.className;
    element.replaceChildren(...fresh.childNodes);
    this.#mark(element);
  }

  /** @param {Shown} block */
  #block(block) {
    const element = blockElement(block, this.archetype, this.#look.layout.titleCharacters);
    if (block.type === "paragraph") element.append(this.#editButton(block));
    if (block.edit) this.#markEdit(block, element);
    return element;
  }

  /**
   * A figure was chosen: a blank leads to its field, another one shows where it came from.
   * @param {EventTarget | null} target
   */
  #choose(target) {
    const chosen = target instanceof Element ? target.closest("[data-facts]") : null;
    if (!(chosen instanceof HTMLElement)) return false;
    const paths = (chosen.dataset["facts"] ?? "").split(" ");
    const [first = ""] = paths;
    if (chosen.dataset["formula"] === undefined) this.goTo(first);
    else this.#explain(chosen.dataset["formula"], paths);
    return true;
  }

  /**
   * @param {string} formula
   * @param {string[]} paths
   */
  #explain(formula, paths) {
    const buttons = paths.map((path) =>
      button(labelAt(this.archetype, path), () => {
        this.goTo(path);
      }),
    );
    const close = make("button", { type: "button", class: "live-close" }, "收起");
    close.addEventListener("click", () => {
      this.formula.hidden = true;
    });
    this.formula.replaceChildren(make("b", {}, formula), ...buttons, close);
    this.formula.hidden = false;
  }

  /**
   * Marks where a field stands in the text, and brings the first place into sight.
   * @param {string} path
   */
  point(path) {
    this.#focused = path;
    const first = this.#mark(this.document);
    if (!first || !this.element.offsetParent) return;
    const [box, place] = [this.element.getBoundingClientRect(), first.getBoundingClientRect()];
    if (place.top >= box.top && place.bottom <= box.bottom) return;
    this.element.scrollBy({ top: place.top - box.top - box.height / 3 });
  }

  /** @param {Element} inside */
  #mark(inside) {
    /** @type {Element | null} */
    let first = null;
    for (const element of inside.querySelectorAll("[data-facts]")) {
      const paths = (element.getAttribute("data-facts") ?? "").split(" ");
      const here = this.#focused !== "" && paths.includes(this.#focused);
      element.classList.toggle("fact--here", here);
      if (here) first ??= element;
    }
    return first;
  }

  // --- paragraphs put by hand ---

  /** @param {Shown} block */
  #editButton(block) {
    const made = button("改这段", () => {
      if (made.parentElement) this.editor.open(block, made.parentElement);
    });
    made.className = "copy copy--paragraph";
    return made;
  }

  /**
   * @param {Shown} block
   * @param {string} text
   */
  #put(block, text) {
    this.edits.put(withEdit(this.edits.all(), block, text));
  }

  /**
   * @param {Shown} block
   * @param {HTMLElement} element
   */
  #markEdit(block, element) {
    element.classList.add(block.stale ? "live-stale" : "live-edited");
    const words = block.stale ? "手改过；数字已变，请核对" : "手改过";
    const back = make("button", { type: "button", class: "copy" }, "改回自动生成的");
    back.addEventListener("click", () => {
      this.#put(block, block.generated);
    });
    const tools = make("span", { class: "live-edit-tools" }, words, back);
    if (block.stale) {
      const keep = make("button", { type: "button", class: "copy" }, "保留手改的");
      keep.addEventListener("click", () => {
        this.#put(block, block.text);
      });
      tools.append(keep);
    }
    element.append(tools);
  }
}
