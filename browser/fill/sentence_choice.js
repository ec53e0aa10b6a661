// The sentence of the text that was clicked, marked, with the button that puts it in other words.

import { makeButton } from "../page/button.js";

/** @typedef {import("./page.js").FillPage} FillPage */
/** @typedef {{block: HTMLElement, text: string, range: Range}} Sentence */

const TOOLS = "button, details, .paper-adds";
const SENTENCE = /[^。！？]+[。！？]*[”’）》]*/g;
const MARK = "chosen-sentence";
const GAP = 4; // pixels below the line

/** Follows clicks on the words of the text; those on a figure or a button are for these. */
export class SentenceChoice {
  /** @type {Sentence | undefined} */
  #chosen;

  /** @param {FillPage} page */
  constructor(page) {
    this.page = page;
    this.button = makeButton("改这一句", () => { this.#edit(); }, { class: "paper-sentence" });
    this.button.hidden = true;
    page.text.element.append(this.button);
    page.text.document.addEventListener("click", (event) => {
      window.requestAnimationFrame(() => { this.#choose(event); }); // a finger may have meant a figure nearby
    });
    page.store.listen(() => { this.#hide(); });
    document.addEventListener("pointerdown", ({ target }) => { if (target !== this.button) this.#hide(); });
    document.addEventListener("keydown", ({ key }) => { if (key === "Escape") this.#hide(); });
  }

  /** @param {MouseEvent} event */
  #choose({ target, clientX, clientY }) {
    const isWords = target instanceof Element && !target.closest(`[data-facts], ${TOOLS}`);
    const isSelecting = window.getSelection()?.isCollapsed === false;
    if (!isWords || isSelecting || this.page.field?.path) return;
    const caret = caretAt(clientX, clientY);
    const sentence = caret && sentenceAt(...caret);
    if (sentence) this.#show(sentence, clientX, clientY);
  }

  /**
   * @param {Sentence} sentence
   * @param {number} x
   * @param {number} y
   */
  #show(sentence, x, y) {
    this.#chosen = sentence;
    mark(sentence.range);
    const lines = [...sentence.range.getClientRects()];
    const line = lines.find(({ top, bottom }) => top <= y && y <= bottom) ?? lines[0];
    const room = this.page.text.element.getBoundingClientRect();
    this.button.hidden = false;
    const left = Math.max(Math.min(x - room.left, room.width - this.button.offsetWidth), 0);
    this.button.style.left = `${String(left)}px`;
    this.button.style.top = `${String((line?.bottom ?? y) - room.top + GAP)}px`;
  }

  #hide() {
    if (this.button.hidden) return;
    this.button.hidden = true;
    mark();
  }

  #edit() {
    const sentence = this.#chosen;
    this.#hide();
    if (sentence) this.page.text.editAt(sentence.block, sentence.text);
  }
}

/**
 * The text, and the place in it, that stands at a point of the window.
 * @param {number} x
 * @param {number} y
 * @returns {[Node, number] | null}
 */
function caretAt(x, y) {
  if ("caretPositionFromPoint" in document) { // Firefox has had no other for long, Chromium has it since 128
    const caret = document.caretPositionFromPoint(x, y);
    return caret && [caret.offsetNode, caret.offset];
  }
  // eslint-disable-next-line @typescript-eslint/no-deprecated -- what has replaced it is not in the oldest browsers
  const range = /** @type {Document} */ (document).caretRangeFromPoint(x, y);
  return range && [range.startContainer, range.startOffset];
}

/**
 * The sentence of a block that may be put in other words, around a place in a text of it.
 * @param {Node} node
 * @param {number} offset
 * @returns {Sentence | undefined}
 */
export function sentenceAt(node, offset) {
  const block = node.parentElement?.closest(/** @type {"p"} */ ("p[data-section]"));
  const texts = block ? textsOf(block) : [];
  const before = texts.indexOf(/** @type {Text} */ (node));
  if (!block || before < 0) return undefined;
  const at = texts.slice(0, before).reduce((sum, { length }) => sum + length, offset);
  const whole = texts.map(({ data }) => data).join("");
  for (const { index, 0: text } of whole.matchAll(SENTENCE)) {
    if (at <= index + text.length) return { block, text, range: rangeOf(texts, index, index + text.length) };
  }
  return undefined;
}

/**
 * The texts of a block that are printed.
 * @param {HTMLElement} block
 */
function textsOf(block) {
  const walker = document.createTreeWalker(block, NodeFilter.SHOW_TEXT);
  /** @type {Text[]} */
  const found = [];
  while (walker.nextNode()) {
    const { currentNode: node } = walker;
    if (!node.parentElement?.closest(TOOLS)) found.push(/** @type {Text} */ (node));
  }
  return found;
}

/**
 * @param {Text[]} texts
 * @param {number} start
 * @param {number} end
 */
function rangeOf(texts, start, end) {
  const range = document.createRange();
  let before = 0;
  for (const text of texts) {
    const [from, to] = [start - before, end - before];
    if (from >= 0 && from < text.length) range.setStart(text, from);
    if (to > 0 && to <= text.length) range.setEnd(text, to);
    before += text.length;
  }
  return range;
}

/**
 * Marks a stretch of the text, and no other; an older browser marks none.
 * @param {Range} [range]
 */
function mark(range) {
  if (!("highlights" in CSS)) return;
  if (range) CSS.highlights.set(MARK, new Highlight(range));
  else CSS.highlights.delete(MARK);
}
