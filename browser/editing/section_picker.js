// Adds a section: one of one's own, or one of the library, with what it says now as a preview.

import { make } from "../page/elements.js";
import { makeButton } from "../page/button.js";
import { openDialog } from "../page/dialog.js";
import { blockElement } from "../preview/block_element.js";
import { sectionsIn } from "./outline_changes.js";

/** @typedef {import("./editing.js").Editing} Editing */

const TITLE_CHARACTERS = 40;
const LAST_ROLES = ["问题", "打算"]; // of the sections that end a summary

/**
 * Opens the dialog.
 * @param {Editing} editing
 */
export function openSectionPicker(editing) {
  const input = make("input", { type: "text", id: "section-name", autocomplete: "off", placeholder: "如：医养结合" });
  const place = placeSelect(editing);
  const where = make("p", { class: "editor-title" }, make("label", { for: place.id }, "放在哪一节后面"), place);
  const write = () => {
    const name = input.value.trim();
    if (!name) return;
    dialog.close();
    editing.addOwnSection(name, place.value);
  };
  input.addEventListener("keydown", (event) => {
    if (event.key === "Enter" && !event.isComposing) write();
  });
  const label = make("label", { for: input.id }, "自己写一节，标题是");
  const own = make("p", { class: "editor-title" }, label, input, makeButton("写这一节", write));
  const search = make("input", { type: "search", id: "section-search", autocomplete: "off" });
  const list = make("ul", { class: "picker-list" });
  const none = make("p", { role: "status" });
  const show = () => {
    const words = search.value.trim();
    const items = libraryItems(editing, words, (use) => {
      dialog.close();
      editing.addSection(use, place.value);
    });
    list.replaceChildren(...items);
    none.textContent = items.length > 0 ? "" : noneFound(words);
  };
  search.addEventListener("input", show);
  show();
  const found = make("label", { for: search.id }, "或从片段库选一节，可按名称找");
  const body = [where, own, make("p", {}, found, search), none, list];
  const dialog = openDialog("＋一节", body, []);
  input.focus();
}

/**
 * Says that the library has no such section that is not written yet, and what can be done.
 * @param {string} words
 */
function noneFound(words) {
  const what = words ? `没有找到名称或说明里有“${words}”的片段` : "片段库里的各节都已写上";
  return `${what}。可以换个说法再找，或在上面填标题，自己写一节。`;
}

/**
 * The sections that are written; the last before the problems and plans is chosen.
 * @param {Editing} editing
 */
function placeSelect({ outline, library, nameOf }) {
  const names = sectionsIn(outline);
  const isEnd = (/** @type {string} */ name) => LAST_ROLES.includes(library.sections[name]?.role ?? "");
  const options = names.map((name) => make("option", { value: name }, nameOf(name)));
  const select = make("select", { id: "section-place", autocomplete: "off" }, ...options);
  select.value = names.filter((name) => !isEnd(name)).pop() ?? "";
  return select;
}

/**
 * The library's sections that are not written yet.
 * @param {Editing} editing
 * @param {string} words
 * @param {(use: string) => void} choose
 */
function libraryItems(editing, words, choose) {
  const present = new Set(sectionsIn(editing.outline));
  const found = Object.entries(editing.library.sections).filter(
    ([use, { name, summary }]) => !present.has(use) && `${name}${summary}`.includes(words),
  );
  return found.map(([use, { name, summary }]) => {
    const add = makeButton(`加上“${name}”`, () => {
      choose(use);
    });
    const sample = make("div", { class: "document" });
    const look = make("details", {}, make("summary", {}, "预览"), sample);
    look.addEventListener("toggle", () => {
      if (look.open) sample.replaceChildren(...sampleOf(editing, use));
    });
    return make("li", {}, add, make("span", { class: "picker-value" }, summary), look);
  });
}

/**
 * @param {Editing} editing
 * @param {string} use
 */
function sampleOf(editing, use) {
  const { blocks, specs } = editing.sample(use);
  if (blocks.length === 0) return [make("p", {}, "这一节填了数据才有文字。")];
  return blocks.map((block) => blockElement(block, specs, TITLE_CHARACTERS));
}
