// Modal dialogs with a title, a body and buttons.

import { make } from "./elements.js";

/**
 * Opens a dialog; an action that returns false keeps it open.  Escape closes it too.
 * @param {string} title
 * @param {(Node | string)[]} body
 * @param {[string, () => unknown][]} buttons the main one first
 * @param {[string, () => unknown][]} [last] the button that only closes
 */
export function openDialog(title, body, buttons, last = [["关闭", () => true]]) {
  const id = `dialog-title-${String(document.querySelectorAll("dialog").length)}`; // one may open over another
  const heading = make("h2", { id, tabindex: "-1" }, title);
  const dialog = make("dialog", { class: "fill-dialog", "aria-labelledby": id });
  const bar = make("div", { class: "dialog-buttons" });
  for (const [label, act] of [...buttons, ...last]) {
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
 * Opens a dialog that asks for a line of text.
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
