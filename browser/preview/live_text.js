// The live text beside the form: renders again only the blocks that have changed; a click on a figure
// leads to its field.

import { all, make } from "../page/elements.js";
import { isFramed, OWN_FRAME } from "../facts/archetype_facts.js";
import { rightIndents, sealedWidth } from "../document/line_breaking.js";
import { factOf, parsePath } from "../facts/paths.js";
import { looksSame, commonEnd, commonStart } from "./unchanged_blocks.js";
import { blockElement } from "./block_element.js";
import { makeButton } from "../page/button.js";

/** @typedef {Record<string, import("../schema/types.js").FactSpec>} Specs */
/** @typedef {import("../schema/types.js").Block} Block */
/** @typedef {{sealed: boolean, layout: {characters: number, titleCharacters: number}}} Choice of a layout */

/** Shows blocks, highlights the places of a field, and explains figures. */
export class LiveText {
  /** @type {Block[]} */
  #shown = [];
  focused = ""; // the path of the field that has the focus, or had it last
  #edited = { section: "", place: "" }; // what was put in other words last
  /** @type {Choice} */
  #choice = { sealed: false, layout: { characters: 0, titleCharacters: 0 } };

  /** @type {Specs} */
  #specs = {};

  /**
   * @param {(section: string, places: string[], sentence: string) => void} edit puts what a block says in other
   *   words, or a sentence of it
   * @param {(paths: string[], figure: HTMLElement) => void} goTo takes the reader to the fields of a figure
   * @param {(figure: HTMLElement) => void} explain shows how a figure was computed
   */
  constructor(edit, goTo, explain) {
    this.edit = edit;
    this.goTo = goTo;
    this.explain = explain;
    this.document = make("div", { class: "document live-document" });
    this.draft = make("p", { class: "doc-draft" }); // printed above the text of a draft
    const parts = [this.draft, this.document];
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
   * @param {Block[]} blocks
   * @param {Choice} choice
   * @param {Specs} specs of the facts that the blocks name
   */
  show(blocks, choice, specs) {
    const hasOtherLines = choice.layout !== this.#choice.layout;
    this.#choice = choice;
    this.#specs = specs;
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
   * @param {Block[]} blocks
   */
  #placeEnds(blocks) {
    const { sealed, layout } = this.#choice;
    const room = sealed ? sealedWidth(blocks, layout.characters) : 0;
    for (const [type, half] of Object.entries(rightIndents(blocks, layout.characters))) {
      const element = this.document.children[blocks.findIndex((block) => block.type === type)];
      if (!(element instanceof HTMLElement)) continue;
      element.classList.toggle("doc-sealed", room > 0);
      element.style.width = room > 0 ? `${String(room / 2)}em` : "";
      element.style.marginRight = room > 0 ? "" : `${String(half / 2)}em`;
    }
  }

  /**
   * Shows a block in the element of the one before it, and leaves there what is the same; for a new element
   * the browser would compute the styles of all blocks again.
   * @param {Element | undefined} element
   * @param {Block} block
   */
  #replaceContent(element, block) {
    const fresh = this.#block(block);
    this.#highlightIn(fresh);
    if (isOfKind(element, fresh)) putContent(element, fresh);
    else element?.replaceWith(fresh);
  }

  /** @param {Block} block */
  #block(block) {
    const element = blockElement(block, this.#specs, this.#choice.layout.titleCharacters);
    const { section, places } = editable(block);
    if (!section) return element;
    element.dataset["section"] = section;
    element.dataset["places"] = places.join(" ");
    const button = makeButton("改文字", () => { this.editAt(button); }, { class: "copy copy--paragraph" });
    (block.rows ? element.querySelector("th") : element)?.append(button);
    return element;
  }

  /**
   * Puts a block in other words, which may by now be made from other places than when it was made.
   * @param {HTMLElement} element in it
   * @param {string} [sentence] that is meant
   */
  editAt(element, sentence = "") {
    const block = element.closest(/** @type {"p"} */ ("[data-section]"));
    const { section = "", places = "" } = block?.dataset ?? {};
    const names = places ? places.split(" ") : [];
    this.#edited = { section, place: names[0] ?? "" };
    this.edit(section, names, sentence);
  }

  /** Puts the focus on what was put in other words last, or what stands there now. */
  returnFocus() {
    const { section, place } = this.#edited;
    const block = this.paragraphOf(section, place) ?? (section ? this.lastOf(section) : undefined);
    block?.querySelector(/** @type {"button"} */ (".copy--paragraph"))?.focus({ preventScroll: true });
  }

  /**
   * Acts on a figure that was clicked: a computed one shows its formula, any other leads to its field.
   * @param {EventTarget | null} target
   */
  #activate(target) {
    const chosen = target instanceof Element ? target.closest("[data-facts]") : null;
    if (!(chosen instanceof HTMLElement)) return false;
    if (chosen.matches(".fact--computed")) this.explain(chosen);
    else this.goTo(pathsOf(chosen), chosen);
    return true;
  }

  /**
   * Highlights where a field appears in the text, and scrolls to the first of these places unless the field is on the
   * text itself.
   * @param {string} path
   * @param {boolean} [isBeside]
   */
  highlight(path, isBeside = true) {
    this.focused = path;
    const first = this.#highlightIn(this.document);
    const pane = this.element.parentElement; // on a wide page it scrolls, below a head that stays
    if (!first || !pane || !isBeside) return;
    const [place, box] = [first.getBoundingClientRect(), pane.getBoundingClientRect()];
    const top = this.#top(pane);
    if (place.top >= top && place.bottom <= box.bottom) return;
    pane.scrollBy({ top: place.top - box.top - box.height / 2 });
  }

  /**
   * Where the text is seen from: below the head of its column.
   * @param {HTMLElement} pane
   */
  #top(pane) {
    return this.element.previousElementSibling?.getBoundingClientRect().bottom ?? pane.getBoundingClientRect().top;
  }

  /**
   * Scrolls to where a section begins.
   * @param {string} id
   */
  showSection(id) {
    const at = this.#shown.findIndex(({ section }) => section === id);
    const first = this.document.children[Math.max(at, 0)];
    const pane = this.element.parentElement;
    if (!first || !pane) return;
    // only what scrolls: on a wide page the column, below its head, not the window
    if (pane.scrollHeight <= pane.clientHeight) first.scrollIntoView({ block: "start" });
    else pane.scrollBy({ top: first.getBoundingClientRect().top - this.#top(pane) });
  }

  /**
   * The last paragraph of a section; undefined where it says nothing.
   * @param {string} id
   */
  lastOf(id) {
    const at = this.#shown.map(({ section, rows }) => (rows ? "" : section)).lastIndexOf(id);
    return at < 0 ? undefined : this.document.children[at];
  }

  /**
   * The first paragraph that says a place of a section; without a name, the first of the section.
   * @param {string} section
   * @param {string} name
   */
  paragraphOf(section, name) {
    const blocks = /** @type {HTMLElement[]} */ ([...this.document.children]);
    return blocks.find(({ dataset }) => {
      const places = (dataset["places"] ?? "").split(" ");
      return dataset["section"] === section && (name === "" || places.includes(name));
    });
  }

  /**
   * The figures that are made from the value at a path, in the order of the text; where a list is told as a
   * whole, its own.
   * @param {string} path
   */
  figuresOf(path) {
    const found = all(madeFrom(path), this.document);
    const isRecord = parsePath(path).row >= 0;
    return found.length > 0 || !isRecord ? found : all(madeFrom(factOf(path)), this.document);
  }

  /**
   * The paragraph, or the table, that tells the value at a path.
   * @param {string} path
   */
  blockOf(path) {
    const first = (/** @type {string} */ one) => this.document.querySelector(madeFrom(one));
    return (first(path) ?? first(factOf(path)))?.closest(".live-document > *") ?? undefined;
  }

  /** @param {Element} inside */
  #highlightIn(inside) {
    /** @type {Element | null} */
    let first = null;
    for (const element of all("[data-facts]", inside)) {
      const here = this.focused !== "" && pathsOf(element).includes(this.focused);
      element.classList.toggle("fact--here", here);
      if (here) first ??= element;
    }
    return first;
  }
}

/**
 * The paths of the values that a figure was made from.
 * @param {HTMLElement} figure
 */
export function pathsOf({ dataset }) {
  return (dataset["facts"] ?? "").split(" ");
}

/**
 * The selector of the figures that are made from the value at a path.
 * @param {string} path
 */
function madeFrom(path) {
  return `[data-facts~="${CSS.escape(path)}"]`;
}

/**
 * The section and the places that a block was made from, where a writer can put them in other words.
 * @param {Block} block
 */
function editable({ type, section, places = [] }) {
  if (isFramed(type)) return { section: OWN_FRAME, places: [type] };
  return { section: type === "paragraph" || type === "table" ? section : "", places };
}

/**
 * Tells whether two nodes are elements of a kind, figures made from the same facts: who holds one keeps it.
 * @param {Node | undefined} node
 * @param {Node} next
 * @returns {node is HTMLElement}
 */
function isOfKind(node, next) {
  if (!(node instanceof HTMLElement && next instanceof HTMLElement)) return false;
  const [a, b] = [node.dataset, next.dataset];
  return node.tagName === next.tagName && a["facts"] === b["facts"] && "section" in a === "section" in b;
}

/**
 * Makes an element tell what another one of its kind tells; the nodes that are equal stay, as a cell or a figure does
 * whose words alone are others: the browser lays out a new cell with its whole table.
 * @param {Element} element
 * @param {Element} fresh
 */
function putContent(element, fresh) {
  putAttributes(element, fresh);
  const [before, after] = [[...element.childNodes], [...fresh.childNodes]];
  if (before.length !== after.length) {
    element.replaceChildren(...after);
    return;
  }
  before.forEach((node, at) => {
    const next = after[at];
    if (!next || node.isEqualNode(next)) return;
    if (isOfKind(node, next)) putContent(node, /** @type {Element} */ (next));
    else if (node instanceof Text && next instanceof Text) node.data = next.data;
    else node.replaceWith(next);
  });
}

/**
 * @param {Element} element
 * @param {Element} fresh
 */
function putAttributes(element, fresh) {
  for (const { name } of [...element.attributes]) if (!fresh.hasAttribute(name)) element.removeAttribute(name);
  for (const { name, value } of fresh.attributes) if (element.getAttribute(name) !== value) element.setAttribute(name, value);
}
