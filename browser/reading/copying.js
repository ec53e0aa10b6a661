// Buttons that copy a whole text, a section or a paragraph.

import { copyText } from "../page/clipboard.js";
import { all, checkbox, make } from "../page/elements.js";
import { blocksOf, linesOf, wholeText, withNotice } from "./copyable_text.js";

const SHOWN_FOR = 4000; // milliseconds for which a button reads 已复制

const status = make("div", { class: "visually-hidden", role: "status" });

/** Makes the switch for the line that says that a copied text is fictional; it always starts on. */
export function noticeSwitch() {
  const { input, label } = checkbox("复制时附“示例虚构”说明", true);
  return { label, isOn: () => input.checked };
}

/**
 * Adds a copy button to every box, and to every paragraph of a section.
 * @param {HTMLElement[]} boxes
 * @param {() => boolean} noticeIsOn
 */
export function offerCopying(boxes, noticeIsOn) {
  document.body.append(status);
  for (const box of boxes) {
    const blocks = blocksOf(box);
    const { copy = "", notice = "" } = box.dataset;
    if (blocks.length === 0) continue;
    const finished = (/** @type {string} */ text) =>
      withNotice(text, noticeIsOn() ? notice : "");
    const head = box.querySelector(".example-actions, .passage-head");
    head?.prepend(copyButton(`复制${copy}`, () => finished(wholeText(blocks))));
    if (box.matches(".passage")) offerParagraphs(box, finished);
  }
}

/**
 * Adds a copy button to every paragraph, but not to headings, which nobody copies alone.
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
 * Shows the text selected in a field, where the browser does not let a script copy it.
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
