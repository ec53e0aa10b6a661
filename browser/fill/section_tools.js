// What stands above the fields of a section: whether it is written, its heading, its annotation.

import { make } from "../page/elements.js";
import { ORDINAL } from "../facts/entries.js";

/** @typedef {import("./form.js").Form} Form */

const CHAPTER = "第(?:[一二三四五六七八九十]+|[0-9]{1,2})[章节]|[⑴-⒛㈠-㈩]"; // a heading's only
const ORDINALS = new RegExp(`^(?:(?:${ORDINAL}|${CHAPTER})、?\\s*)+`);
const LAST_MARK = /[。．.；;，,、：:\s]+$/;
const UNNUMBERED = "标题不带序数，正文会加上；末尾不带标点。";

/**
 * A heading without the number it begins with, which the text gives it, and without a mark at its end.
 * @param {string} text
 */
export function bareHeading(text) {
  return text.trim().replace(ORDINALS, "").replace(LAST_MARK, "");
}

/**
 * The field of an own heading; empty, it shows what the archetype says.  What does not belong into
 * a heading is said while it is typed, and taken away when the reader leaves the field.
 * @param {Form} form
 * @param {string} key the section, or the heading of a group
 * @param {string} given
 * @param {string} caption
 */
export function headingField({ store, updaters }, key, given, caption) {
  const input = make("input", { id: `heading-${key}`, type: "text", placeholder: given });
  const problem = make("span", { class: "field-problem", id: `heading-problem-${key}` });
  input.setAttribute("aria-describedby", problem.id);
  const put = (/** @type {string} */ text, /** @type {boolean} */ typing) => {
    const headings = { ...store.state.headings, [key]: text };
    store.change(`heading ${key}`, { headings }, typing);
  };
  input.addEventListener("input", () => {
    put(input.value.trim(), true);
  });
  input.addEventListener("change", () => {
    const bare = bareHeading(input.value);
    if (bare !== input.value.trim()) put(bare, false);
  });
  updaters.push(({ headings }) => {
    const text = headings[key] ?? "";
    if (input.value.trim() !== text) input.value = text;
    problem.textContent = text === bareHeading(text) ? "" : UNNUMBERED;
  });
  const label = make("label", { for: input.id }, caption);
  return make("div", { class: "fill-heading" }, label, input, problem);
}

/**
 * The switch of an optional section.
 * @param {Form} form
 * @param {HTMLElement} group
 * @param {string} use
 */
export function sectionSwitch({ store, updaters }, group, use) {
  const input = make("input", { type: "checkbox", autocomplete: "off" });
  input.addEventListener("change", () => {
    const others = store.state.without.filter((other) => other !== use);
    store.change(`without ${use}`, { without: input.checked ? others : [...others, use] });
  });
  updaters.push(({ without }) => {
    input.checked = !without.includes(use);
    group.classList.toggle("fill-group--off", !input.checked);
  });
  return make("label", { class: "fill-switch" }, input, "写这一节（可省略）");
}

/** @param {import("../schema/types.js").Section} section */
export function annotationNotes({ role, summary, annotation }) {
  const terms = { 内容: annotation.content, 动机: annotation.motive, 形式: annotation.form };
  const list = Object.entries(terms).flatMap(([term, text]) => [
    make("dt", {}, term),
    make("dd", {}, text),
  ]);
  const head = make("summary", {}, `${role}：${summary}`);
  return make("details", { class: "fill-notes" }, head, make("dl", {}, ...list));
}
