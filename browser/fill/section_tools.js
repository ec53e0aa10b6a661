// What stands above the fields of a section: whether it is written, its heading, its annotation.

import { make } from "../elements.js";

/** @typedef {import("./form.js").Form} Form */

/**
 * The field of an own heading; empty, it shows what the archetype says.
 * @param {Form} form
 * @param {string} key the section, or the heading of a group
 * @param {string} given
 * @param {string} caption
 */
export function ownHeading({ store, followers }, key, given, caption) {
  const input = make("input", { id: `heading-${key}`, type: "text", placeholder: given });
  input.addEventListener("input", () => {
    const headings = { ...store.state.headings, [key]: input.value.trim() };
    store.change(`heading ${key}`, { headings }, true);
  });
  followers.push(({ headings }) => {
    const text = headings[key] ?? "";
    if (input.value.trim() !== text) input.value = text;
  });
  return make("div", { class: "fill-heading" }, make("label", { for: input.id }, caption), input);
}

/**
 * The switch of an optional section.
 * @param {Form} form
 * @param {HTMLElement} group
 * @param {string} use
 */
export function makeSwitch({ store, followers }, group, use) {
  const input = make("input", { type: "checkbox", autocomplete: "off" });
  input.addEventListener("change", () => {
    const others = store.state.without.filter((other) => other !== use);
    store.change(`without ${use}`, { without: input.checked ? others : [...others, use] });
  });
  followers.push(({ without }) => {
    input.checked = !without.includes(use);
    group.classList.toggle("fill-group--off", !input.checked);
  });
  return make("label", { class: "fill-switch" }, input, "写这一节（可省略）");
}

/** @param {import("../engine/types.js").Section} section */
export function notes({ role, summary, annotation }) {
  const terms = { 内容: annotation.content, 动机: annotation.motive, 形式: annotation.form };
  const list = Object.entries(terms).flatMap(([term, text]) => [
    make("dt", {}, term),
    make("dd", {}, text),
  ]);
  const head = make("summary", {}, `${role}：${summary}`);
  return make("details", { class: "fill-notes" }, head, make("dl", {}, ...list));
}
