// What a field of own words in a list's record needs: figures as tokens, and the picker that writes them.

import { make } from "../page/elements.js";
import { readOwnText } from "../templating/own_text.js";
import { figurePicker } from "./figure_picker.js";
import { deleteTokensWhole, insertText, UNNUMBERED, withoutNumbers } from "./text_area.js";
import { HeldTokens } from "../templating/held_tokens.js";
import { unknownTokens, unknownWords } from "../templating/tokens.js";

/** @typedef {ReturnType<typeof wordsTools>} WordsTools */

/**
 * The tools for the records of a summary, which cite its own facts only.
 * @param {import("../library/compose.js").Composer} composer
 */
export function wordsTools(composer) {
  const specs = () => composer.summary.specs;
  const tokens = new HeldTokens(specs);
  const shown = (/** @type {string} */ written) => tokens.shown(written);
  const written = (/** @type {string} */ typed) => tokens.written(typed);

  /**
   * Makes a plain field one of tokens, with what is to be noticed below; the caret stays where it is.
   * @param {HTMLTextAreaElement} area
   */
  const dress = (area) => {
    const remark = make("span", { class: "field-note", role: "status" });
    area.parentElement?.after(remark);
    const now = shown(area.value);
    if (now !== area.value) {
      const caret = shown(area.value.slice(0, area.selectionStart)).length;
      area.value = now;
      area.setSelectionRange(caret, caret);
    }
    deleteTokensWhole(area);
    area.addEventListener("input", () => {
      const unknown = unknownTokens(written(area.value), specs()).map(unknownWords);
      const isBare = withoutNumbers(area.value) === area.value;
      remark.textContent = unknown.join("；") || (isBare ? "" : UNNUMBERED);
      remark.className = unknown.length > 0 ? "field-problem" : "field-note";
    });
    area.addEventListener("change", () => {
      const bare = withoutNumbers(area.value);
      if (bare === area.value) return;
      area.value = bare;
      area.dispatchEvent(new Event("input"));
    });
  };

  /**
   * Opens the picker below the button of a field, or closes it.
   * @param {HTMLTextAreaElement} area
   * @param {HTMLButtonElement} button
   */
  const pick = (area, button) => {
    const there = button.nextElementSibling;
    const isOpen = there?.classList.contains("picker") ?? false;
    button.setAttribute("aria-expanded", String(!isOpen));
    if (isOpen) {
      there?.remove();
      return;
    }
    const choosing = { composer, specs: specs(), tools: { readOwnText } };
    const insert = (/** @type {string} */ token) => {
      insertText(area, token);
    };
    const picker = figurePicker(choosing, insert, { id: `${area.id}-picker` });
    button.after(picker.element);
    picker.search.focus();
  };
  return { shown, written, dress, pick };
}
