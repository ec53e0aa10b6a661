// What stands above the fields of a section: its switch, its heading, its annotation.

import { make } from "../page/elements.js";
import { bareHeading } from "../editing/bare_heading.js";
import { headingIn, renamed } from "../editing/outline_changes.js";

/** @typedef {import("./form.js").Form} Form */

const UNNUMBERED = "标题不带序数，正文会加上；末尾不带标点。";

/**
 * The field for an own heading; the archetype's heading is its placeholder.  A number or punctuation
 * is reported while it is typed, and removed when the reader leaves the field.
 * @param {Form} form
 * @param {string} key the section, or the heading of a group
 * @param {string} usual the archetype's heading
 * @param {string} caption
 */
export function headingField({ store, updaters }, key, usual, caption) {
  const input = make("input", { id: `heading-${key}`, type: "text", placeholder: usual });
  const problem = make("span", { class: "field-problem", id: `heading-problem-${key}` });
  input.setAttribute("aria-describedby", problem.id);
  const put = (/** @type {string} */ text, /** @type {boolean} */ typing) => {
    const { headings, content } = store.state;
    const { outline } = content;
    const change = outline
      ? { content: { ...content, outline: renamed(outline, key, text) } }
      : { headings: { ...headings, [key]: text } };
    store.change(`heading ${key}`, change, typing);
  };
  input.addEventListener("input", () => {
    put(input.value.trim(), true);
  });
  input.addEventListener("change", () => {
    const bare = bareHeading(input.value);
    if (bare !== input.value.trim()) put(bare, false);
  });
  updaters.push(({ headings, content }) => {
    const text = (content.outline ? headingIn(content.outline, key) : headings[key]) ?? "";
    if (input.value.trim() !== text) input.value = text;
    problem.textContent = text === bareHeading(text) ? "" : UNNUMBERED;
  });
  const label = make("label", { for: input.id }, caption);
  return make("div", { class: "fill-heading" }, label, input, problem);
}

/**
 * The switch that includes an optional section or leaves it out.
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

/**
 * The annotation of a section, folded in.
 * @param {import("../schema/types.js").Section} section
 */
export function annotationNotes({ role, summary, annotation }) {
  const terms = { 内容: annotation.content, 动机: annotation.motive, 形式: annotation.form };
  const list = Object.entries(terms).flatMap(([term, text]) => [
    make("dt", {}, term),
    make("dd", {}, text),
  ]);
  const head = make("summary", {}, `${role}：${summary}`);
  return make("details", { class: "fill-notes" }, head, make("dl", {}, ...list));
}
