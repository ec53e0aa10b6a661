// The live text beside the form: renders again only the blocks that have changed; a click on a figure
// leads to its field.

import { make } from "../page/elements.js";
import { rightIndents, sealedWidth } from "../document/line_breaking.js";
import { looksSame, commonEnd, commonStart } from "./unchanged_blocks.js";
import { blockElement } from "./block_element.js";
import { editButton, orphanedEdit, showEdit } from "./edit_marks.js";
import { ParagraphEditor } from "./paragraph_editor.js";

/** @typedef {Record<string, import("../schema/types.js").FactSpec>} Specs */
/** @typedef {import("../drafts/edits.js").ShownBlock} ShownBlock */
/** @typedef {{sealed: boolean, layout: {characters: number, titleCharacters: number}}} Choice of a layout */

/** Shows blocks, highlights the places of a field, and explains figures. */
export class LiveText {
  /** @type {ShownBlock[]} */
  #shown = [];
  focused = ""; // the path of the field that has the focus, or had it last
  /** @type {ShownBlock[]} the latest blocks, which are not shown while a paragraph is being edited */
  #latest = [];
  /** @type {Choice} */
  #choice = { sealed: false, layout: { characters: 0, titleCharacters: 0 } };

  /** @type {Specs} */
  #specs = {};

  /**
   * @param {import("./paragraph_editor.js").Edits} edits
   * @param {(path: string) => void} goTo takes the reader to a field
   * @param {(figure: HTMLElement) => void} explain shows how a figure was computed
   */
  constructor(edits, goTo, explain) {
    this.edits = edits;
    this.goTo = goTo;
    this.explain = explain;
    this.editor = new ParagraphEditor(edits, () => {
      this.show(this.#latest, this.#choice, this.#specs);
    });
    this.document = make("div", { class: "document live-document" });
    this.draft = make("p", { class: "doc-draft" }); // printed above the text of a draft
    this.orphaned = make("div", {});
    const parts = [this.draft, this.document, this.orphaned];
    this.element = make("div", { class: "live-text" }, ...parts);
    this.document.addEventListener("click", (event) => {
      this.#activate(event.target);
    });
    this.document.addEventListener("keydown", (event) => {
      if (event.key !== "Enter" || event.ctrlKey) return; // with Ctrl it leads to the next blank
      if (this.#activate(event.target)) event.preventDefault();
    });
  }

  /**
   * Shows the blocks; the elements of those that have not changed stay.
   * @param {ShownBlock[]} blocks
   * @param {Choice} choice
   * @param {Specs} specs of the facts that the blocks name
   */
  show(blocks, choice, specs) {
    const hasOtherLines = choice.layout !== this.#choice.layout;
    this.#latest = blocks;
    this.#choice = choice;
    this.#specs = specs;
    if (this.editor.typing) return;
    this.editor.close();
    if (hasOtherLines) this.#clear();
    const shown = this.#shown;
    const [before, after] = [commonStart(shown, blocks), commonEnd(shown, blocks)];
    const most = Math.min(blocks.length, shown.length) - before;
    const unchanged = Math.min(after, most);
    const old = [...this.document.children].slice(before, shown.length - unchanged);
    const next = this.document.children[shown.length - unchanged] ?? null;
    const changed = blocks.slice(before, blocks.length - unchanged);
    if (old.length === changed.length) {
      changed.forEach((block, index) => {
        if (!looksSame(block, shown[before + index])) this.#replaceContent(old[index], block);
      });
    } else {
      for (const element of old) element.remove();
      for (const block of changed) {
        const element = this.#block(block);
        this.document.insertBefore(element, next);
        this.#highlightIn(element);
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
   * Places signature and date where they stand on paper.
   * @param {ShownBlock[]} blocks
   */
  #placeEnds(blocks) {
    const { sealed, layout } = this.#choice;
    const room = sealed ? sealedWidth(blocks, layout.characters) : 0;
    for (const [type, half] of Object.entries(rightIndents(blocks, layout.characters))) {
      const element = this.document.querySelector(`.doc-${type}`);
      if (!(element instanceof HTMLElement)) continue;
      element.classList.toggle("doc-sealed", room > 0);
      element.style.width = room > 0 ? `${String(room / 2)}em` : "";
      element.style.marginRight = room > 0 ? "" : `${String(half / 2)}em`;
    }
  }

  /**
   * Shows the texts of edits whose paragraphs no longer exist.
   * @param {import("../drafts/state.js").Edit[]} edits
   */
  showOrphaned(edits) {
    this.orphaned.replaceChildren(...edits.map((edit) => orphanedEdit(edit, this.edits)));
  }

  /**
   * Shows a block in the element of the one before it; for a new element the browser would compute
   * the styles of all blocks again.
   * @param {Element | undefined} element
   * @param {ShownBlock} block
   */
  #replaceContent(element, block) {
    const fresh = this.#block(block);
    if (element?.tagName !== fresh.tagName) {
      element?.replaceWith(fresh);
      return;
    }
    element.className = fresh.className;
    element.replaceChildren(...fresh.childNodes);
    this.#highlightIn(element);
  }

  /** @param {ShownBlock} block */
  #block(block) {
    const element = blockElement(block, this.#specs, this.#choice.layout.titleCharacters);
    if (block.type === "paragraph") element.append(editButton(block, this.editor));
    if (block.edit) showEdit(block, element, this.edits);
    return element;
  }

  /**
   * Acts on a figure that was clicked: a computed one shows its formula, any other leads to its field.
   * @param {EventTarget | null} target
   */
  #activate(target) {
    const chosen = target instanceof Element ? target.closest("[data-facts]") : null;
    if (!(chosen instanceof HTMLElement)) return false;
    const [first = ""] = (chosen.dataset["facts"] ?? "").split(" ");
    if (chosen.dataset["formula"] === undefined) this.goTo(first);
    else this.explain(chosen);
    return true;
  }

  /**
   * Highlights where a field appears in the text, and scrolls to the first of these places.
   * @param {string} path
   */
  highlight(path) {
    this.focused = path;
    const first = this.#highlightIn(this.document);
    const pane = this.element.parentElement; // on a wide page it scrolls, below a head that stays
    if (!first || !pane) return;
    const [place, box] = [first.getBoundingClientRect(), pane.getBoundingClientRect()];
    const top = this.element.previousElementSibling?.getBoundingClientRect().bottom ?? box.top;
    if (place.top >= top && place.bottom <= box.bottom) return;
    pane.scrollBy({ top: place.top - box.top - box.height / 2 });
  }

  /** @param {Element} inside */
  #highlightIn(inside) {
    /** @type {Element | null} */
    let first = null;
    for (const element of inside.querySelectorAll("[data-facts]")) {
      const paths = (element.getAttribute("data-facts") ?? "").split(" ");
      const here = this.focused !== "" && paths.includes(this.focused);
      element.classList.toggle("fact--here", here);
      if (here) first ??= element;
    }
    return first;
  }
}
