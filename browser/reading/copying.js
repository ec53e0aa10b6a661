// Buttons that copy a whole text, a section or a paragraph, and say what came of it.

import { copyText } from "../page/clipboard.js";
import { all, checkbox, make } from "../page/elements.js";
import { blocksOf, linesOf, wholeText, withNotice } from "./copyable_text.js";

const SHOWN_FOR = 4000; // milliseconds a button says 已复制

const status = make("div", { class: "visually-hidden", role: "status" });

/** Makes the switch for the line that says a copied text is fiction; it starts on every time. */
export function noticeSwitch() {
  const { input, label } = checkbox("复制时附“示例虚构”说明", true);
  return { label, isOn: () => input.checked };
}

/**
 * Gives every box a button for all of its text, and every paragraph of a section one of its own.
 * @param {HTMLElement[]} boxes
 * @param {() => boolean} noticeWanted
 */
export function offerCopying(boxes, noticeWanted) {
  document.body.append(status);
  for (const box of boxes) {
    const blocks = blocksOf(box);
    const { copy = "", notice = "" } = box.dataset;
    if (blocks.length === 0) continue;
    const finished = (/** @type {string} */ text) =>
      withNotice(text, noticeWanted() ? notice : "");
    const head = box.querySelector(".example-actions, .passage-head");
    head?.prepend(copyButton(`复制${copy}`, () => finished(wholeText(blocks))));
    if (box.matches(".passage")) offerParagraphs(box, finished);
  }
}

/**
 * Headings have none: nobody copies one alone.
 * @param {HTMLElement} box
 * @param {(text: string) => string} finished
 */
function offerParagraphs(box, finished) {
  for (const paragraph of all(".document > p:not(.doc-heading)", box)) {
    const text = wholeText([linesOf(paragraph)]);
    paragraph.append(copyButton("复制本段", () => finished(text), "copy copy--paragraph"));
  }
}

/**
 * @param {string} name
 * @param {() => string} text
 * @param {string} [kind]
 */
function copyButton(name, text, kind = "copy") {
  const button = make("button", { type: "button", class: kind }, name);
  let timer = 0;
  const say = (/** @type {string} */ label, /** @type {string} */ message) => {
    window.clearTimeout(timer);
    button.textContent = label;
    button.classList.add("copy--done");
    status.textContent = message;
    timer = window.setTimeout(() => {
      button.textContent = name;
      button.classList.remove("copy--done");
      status.textContent = "";
    }, SHOWN_FOR);
  };
  button.addEventListener("click", () => {
    void copyText(text()).then((done) => {
      if (done) say("已复制", `${name}：已复制`);
      else showSelected(button, text());
    });
  });
  return button;
}

/**
 * Shows the text in a field, selected, where the browser lets no script copy.
 * @param {HTMLElement} button
 * @param {string} text
 */
function showSelected(button, text) {
  document.querySelector(".copy-by-hand")?.remove();
  const field = make("textarea", { readonly: "", rows: "8", "aria-label": "要复制的文字" });
  const close = make("button", { type: "button", class: "copy" }, "收起");
  const message = make("p", { role: "alert" }, "浏览器不让网页复制。文字已选中，请按 Ctrl+C。");
  const panel = make("div", { class: "copy-by-hand" }, message, field, close);
  const leave = () => {
    panel.remove();
    button.focus();
  };
  close.addEventListener("click", leave);
  panel.addEventListener("keydown", (event) => {
    if (event.key === "Escape") leave();
  });
  field.value = text;
  button.closest("p")?.after(panel);
  field.select();
}
