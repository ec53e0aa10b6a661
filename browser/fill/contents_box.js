// What the form offers to change the content: the list of what a section says, sections that are left out.

import { make } from "../page/elements.js";
import { makeButton } from "../page/button.js";
import { headingIn } from "../editing/outline_changes.js";

/** @typedef {import("./form.js").Form} Form */

/**
 * The list of what a section says, which is made when it is first opened.
 * @param {Form} form
 * @param {string} name
 */
export function contentsBox(form, name) {
  const { withEditing, opened } = form;
  const list = make("div", {});
  const box = make("details", { class: "fill-notes" }, make("summary", {}, "增删、调次序、改文字"), list);
  const show = () => {
    withEditing((editing) => editing?.showList(name, list));
  };
  box.open = opened.has(name);
  if (box.open) show();
  box.addEventListener("toggle", () => {
    if (box.open === opened.has(name)) return;
    if (box.open) opened.add(name);
    else opened.delete(name);
    if (box.open) show();
  });
  return box;
}

/**
 * The button that adds a section, and those that are left out.
 * @param {Form} form
 * @param {string[]} names of sections
 */
export function sectionsBox({ withEditing, archetype, store }, names) {
  const add = makeButton("＋一节", () => {
    withEditing((editing) => editing?.openSections());
  });
  const back = names.map((name) => {
    const own = store.state.content.own?.sections?.[name]?.name;
    const title = own ?? headingIn(archetype.outline, name) ?? archetype.sections[name]?.name ?? name;
    return makeButton(`恢复“${title}”`, () => {
      withEditing((editing) => editing?.restore(name));
    });
  });
  const left = back.length > 0 ? make("p", {}, "本期不写的章节：", ...back) : "";
  return make("div", { class: "fill-sections" }, add, left);
}

/**
 * The button that changes an indicator of the writer's own.
 * @param {Form} form
 * @param {string} name
 */
export function indicatorButton({ withEditing }, name) {
  return makeButton("改指标", () => {
    withEditing((editing) => editing?.openIndicator(name));
  });
}
