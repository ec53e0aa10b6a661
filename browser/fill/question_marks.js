// The marks 问 in the margin of the paper, each at a paragraph that readers will ask about; they lead to the question.

import { makeButton } from "../page/button.js";
import { placeOfQuestion } from "./paper_places.js";

/** @typedef {import("./page.js").FillPage} FillPage */
/** @typedef {import("../library/questions.js").Question} Question */

/** One mark a paragraph, however much is asked about it. */
export class QuestionMarks {
  /** @type {Map<HTMLElement, {button: HTMLElement, key: string}>} by paragraph */
  #marks = new Map();

  /**
   * @param {FillPage} page
   * @param {(key: string) => void} open leads to a question
   */
  constructor(page, open) {
    this.page = page;
    this.open = open;
  }

  /** @param {Question[]} questions that have not been answered yet */
  show(questions) {
    const placed = this.#placed(questions);
    for (const [block, { button }] of this.#marks) {
      if (placed.has(block)) continue;
      button.remove();
      this.#marks.delete(block);
    }
    for (const [block, asked] of placed) this.#mark(block, asked);
  }

  /**
   * The questions by paragraph.
   * @param {Question[]} questions
   */
  #placed(questions) {
    /** @type {Map<HTMLElement, Question[]>} */
    const placed = new Map();
    for (const question of questions) {
      const block = placeOfQuestion(this.page, question);
      if (block) placed.set(block, [...(placed.get(block) ?? []), question]);
    }
    return placed;
  }

  /**
   * @param {HTMLElement} block
   * @param {Question[]} asked
   */
  #mark(block, asked) {
    const mark = this.#marks.get(block) ?? this.#made(block);
    mark.key = asked[0]?.key ?? "";
    const label = `读者会问：${asked.map(({ ask }) => ask).join("")}`;
    if (mark.button.title !== label) mark.button.title = label;
    mark.button.setAttribute("aria-label", label);
    const home = block.querySelector("th") ?? block; // a table has no other place for it
    if (mark.button.parentElement !== home) home.append(mark.button); // also where it was rendered again
  }

  /** @param {HTMLElement} block */
  #made(block) {
    const lead = () => { this.open(this.#marks.get(block)?.key ?? ""); };
    const mark = { button: makeButton("问", lead, { class: "ask-mark" }), key: "" };
    this.#marks.set(block, mark);
    return mark;
  }
}
