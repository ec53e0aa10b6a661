// What an own text prints now, under the field where it is written, with what is wrong in it.

import { make } from "../page/elements.js";
import { blockElement } from "../preview/block_element.js";
import { unknownTokens, unknownWords } from "../templating/tokens.js";

/** @typedef {Pick<import("./figure_picker.js").Choosing, "composer" | "tools">} Previewing */

const TITLE_CHARACTERS = 40;

/**
 * The elements of an own text as it prints.
 * @param {Previewing} editing
 * @param {string} text
 * @param {boolean} marked whether `+ ` and `# ` begin items and headings
 * @returns {Node[]}
 */
export function preview({ composer, tools }, text, marked) {
  const { specs } = composer.summary;
  const read = tools.readOwnText(text, specs, marked);
  const blocks = composer.printed(read);
  const problems = [
    ...read.mistakes.map(({ what, expected }) => (expected ? `${what}，应为：${expected}` : what)),
    ...unknownTokens(text, specs).map(unknownWords),
  ];
  return [
    ...blocks.map((block) => blockElement(block, specs, TITLE_CHARACTERS)),
    ...problems.map((problem) => make("p", { class: "field-problem" }, problem)),
  ];
}

/**
 * What one expression prints now; a blank line where its figure is not asked for yet.
 * @param {Previewing} editing
 * @param {string} expression
 */
export function valueOf({ composer, tools }, expression) {
  const read = tools.readOwnText(`{{ ${expression} }}`, composer.summary.specs, false);
  if (read.mistakes.length > 0) return "";
  return composer
    .printed(read)
    .map(({ text }) => text)
    .join("");
}
