// What the form offers to change the content: the list of what a section says, own indicators.

import { make } from "../page/elements.js";
import { makeButton } from "../page/button.js";

/** @typedef {import("./form.js").Form} Form */

/**
 * The list of what a section says, which is made when it is first opened.
 * @param {Form} form
 * @param {string} name
 */
export function contentsBox(form, name) {
  const { withEditing, unfolded } = form;
  const list = make("div", {});
  const box = make("details", { class: "fill-notes" }, make("summary", {}, "增删、调次序、改文字"), list);
  const show = () => {
    withEditing((editing) => { editing.showList(name, list); });
  };
  box.open = unfolded.has(name);
  if (box.open) show();
  box.addEventListener("toggle", () => {
    if (box.open === unfolded.has(name)) return;
    if (box.open) unfolded.add(name);
    else unfolded.delete(name);
    if (box.open) show();
  });
  return box;
}

/**
 * The button that changes an indicator of the writer's own.
 * @param {Form} form
 * @param {string} name
 */
export function indicatorButton({ withEditing }, name) {
  return makeButton("改指标", () => {
    withEditing((editing) => { editing.openIndicator(name); });
  });
}
