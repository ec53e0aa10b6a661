// The text as the reader edits it: a plain field of text over a layer that repeats it with the marks.

import { make } from "../page/elements.js";
import { markedLines } from "./marked_lines.js";

/** @typedef {import("../checker/types.js").Finding} Finding */
/** @typedef {import("./marked_lines.js").Stretch} Stretch */

const EMPTY_LINE = "\u200b"; // an element without text has no height
const PLACEHOLDER = "把旧稿贴到这里，或者打开、拖入文件（.docx、.txt、.md）。";
export const LONGEST = 100_000; // characters that are checked: more would stop the page for seconds
const ABOVE = 0.35; // of the height: where what is gone to comes to stand

/** The field, its layer of marks, and the ways to change it that the browser can undo. */
export class DraftField {
  /** @type {string[]} */
  #keys = [];

  /** @param {{ typed: () => void, moved: () => void }} told */
  constructor({ typed, moved }) {
    this.marks = make("div", { class: "proof-text proof-marks", "aria-hidden": "true" });
    this.area = make("textarea", {
      ...{ id: "draft", class: "proof-text", "aria-label": "要检查的文稿", "aria-describedby": "proof-keys" },
      ...{ placeholder: PLACEHOLDER, spellcheck: "false", wrap: "soft" },
    });
    this.element = make("div", { class: "proof-paper" }, this.marks, this.area);
    this.area.addEventListener("input", typed);
    this.area.addEventListener("scroll", () => { this.#follow(); });
    for (const event of ["click", "keyup"]) this.area.addEventListener(event, moved);
  }

  get text() {
    return this.area.value;
  }

  set text(text) {
    if (text !== this.text) this.area.value = text; // else the browser forgets what can be undone
  }

  /** The text as far as it is checked: to the end of a line. */
  get checked() {
    const { text } = this;
    return text.length > LONGEST ? text.slice(0, text.lastIndexOf("\n", LONGEST) + 1 || LONGEST) : text;
  }

  get caret() {
    return this.area.selectionStart;
  }

  /**
   * @param {Finding[]} findings sorted by their place
   * @param {Finding} [current]
   */
  show(findings, current) {
    const lines = markedLines(this.checked, findings, current);
    const keys = lines.map((line) => JSON.stringify(line));
    const head = commonHead(this.#keys, keys);
    const tail = commonHead(this.#keys.slice(head).reverse(), keys.slice(head).reverse());
    const old = [...this.marks.children].slice(head, this.#keys.length - tail);
    const after = this.marks.children[this.#keys.length - tail] ?? null;
    for (const element of old) element.remove();
    for (const line of lines.slice(head, lines.length - tail)) this.marks.insertBefore(lineElement(line), after);
    this.#keys = keys;
    this.#follow();
  }

  #follow() {
    this.marks.scrollTop = this.area.scrollTop;
  }

  /** Brings the current mark into sight. */
  reveal() {
    const mark = this.marks.querySelector(".proof-current");
    if (!(mark instanceof HTMLElement)) return;
    const [top, height] = [mark.offsetTop, this.area.clientHeight];
    const seen = top >= this.area.scrollTop && top + mark.offsetHeight <= this.area.scrollTop + height;
    if (!seen) this.area.scrollTop = top - height * ABOVE;
    this.#follow();
  }

  /**
   * Selects a stretch of the text, without the focus.
   * @param {number} start
   * @param {number} end
   */
  select(start, end) {
    this.area.setSelectionRange(start, end);
  }

  /**
   * Puts words in the place of others, so that the browser can undo it.
   * @param {number} start
   * @param {number} end
   * @param {string} words
   */
  replace(start, end, words) {
    this.area.focus({ preventScroll: true });
    this.select(start, end);
    // eslint-disable-next-line @typescript-eslint/no-deprecated -- the only way that keeps the list of what can be undone
    const done = document.execCommand(words ? "insertText" : "delete", false, words);
    if (done) return;
    this.area.setRangeText(words, start, end, "end");
    this.area.dispatchEvent(new Event("input"));
  }
}

/**
 * @param {string[]} one
 * @param {string[]} other
 */
function commonHead(one, other) {
  const differs = one.findIndex((key, at) => key !== other[at]);
  return differs < 0 ? Math.min(one.length, other.length) : differs;
}

/** @param {Stretch[]} line */
function lineElement(line) {
  if (line.length === 0) return make("div", {}, EMPTY_LINE);
  return make("div", {}, ...line.map(({ text, level, current }) => {
    const classes = [level && `proof-mark proof-mark--${level}`, current && "proof-current"].filter(Boolean).join(" ");
    return classes ? make("span", { class: classes }, text) : text;
  }));
}
