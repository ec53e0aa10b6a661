// A dialog with a title, a body and buttons; Escape leaves it, the focus goes back where it was.

import { make } from "./elements.js";

/**
 * Opens a dialog; a button that returns false leaves it open.
 * @param {string} title
 * @param {(Node | string)[]} body
 * @param {[string, () => unknown][]} buttons the first is the one that is meant
 */
export function openDialog(title, body, buttons) {
  const heading = make("h2", { id: "dialog-title", tabindex: "-1" }, title);
  const dialog = make("dialog", { class: "fill-dialog", "aria-labelledby": heading.id });
  const bar = make("div", { class: "dialog-buttons" });
  const made = [...buttons, /** @type {[string, () => unknown]} */ (["关闭", () => true])];
  for (const [label, act] of made) {
    const button = make("button", { type: "button" }, label);
    button.addEventListener("click", () => {
      if (act() !== false) dialog.close();
    });
    bar.append(button);
  }
  dialog.append(heading, make("div", { class: "dialog-body" }, ...body), bar);
  dialog.addEventListener("close", () => {
    dialog.remove();
  });
  document.body.append(dialog);
  dialog.showModal();
  heading.focus();
  return dialog;
}

/**
 * Asks for a line of text.
 * @param {string} title
 * @param {string} label
 * @param {string} value
 * @param {(text: string) => void} done
 */
export function openPrompt(title, label, value, done) {
  const input = make("input", { id: "dialog-answer", type: "text", value, autocomplete: "off" });
  const line = make("p", {}, make("label", { for: input.id }, label), input);
  const submit = () => {
    const text = input.value.trim();
    if (!text) return false;
    done(text);
    return true;
  };
  const dialog = openDialog(title, [line], [["确定", submit]]);
  input.addEventListener("keydown", (event) => {
    if (event.key === "Enter" && !event.isComposing && submit()) dialog.close();
  });
  input.select();
}
