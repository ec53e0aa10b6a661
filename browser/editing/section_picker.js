// Adds a section: one of one's own, or one of the library, with what it says now as a preview.

import { make } from "../page/elements.js";
import { makeButton } from "../page/button.js";
import { openDialog } from "../page/dialog.js";
import { blockElement } from "../preview/block_element.js";
import { sectionsIn } from "./outline_changes.js";

/** @typedef {import("./editing.js").Editing} Editing */

const TITLE_CHARACTERS = 40;

/**
 * Opens the dialog.
 * @param {Editing} editing
 */
export function openSectionPicker(editing) {
  const input = make("input", { type: "text", id: "section-name", autocomplete: "off", placeholder: "如：医养结合" });
  const write = () => {
    const name = input.value.trim();
    if (!name) return;
    dialog.close();
    editing.addOwnSection(name);
  };
  input.addEventListener("keydown", (event) => {
    if (event.key === "Enter" && !event.isComposing) write();
  });
  const own = make("p", {}, make("label", { for: input.id }, "自己写一节，标题是"), input, makeButton("写这一节", write));
  const search = make("input", { type: "search", id: "section-search", autocomplete: "off" });
  const list = make("ul", { class: "picker-list" });
  const show = () => {
    list.replaceChildren(...libraryItems(editing, search.value, () => {
      dialog.close();
    }));
  };
  search.addEventListener("input", show);
  show();
  const body = [own, make("p", {}, make("label", { for: search.id }, "或从片段库选一节"), search), list];
  const dialog = openDialog("＋一节", body, []);
  input.focus();
}

/**
 * The library's sections that are not written yet.
 * @param {Editing} editing
 * @param {string} words
 * @param {() => void} close
 */
function libraryItems(editing, words, close) {
  const present = new Set(sectionsIn(editing.outline));
  const found = Object.entries(editing.library.sections).filter(
    ([use, { name, summary }]) => !present.has(use) && `${name}${summary}`.includes(words.trim()),
  );
  return found.map(([use, { name, summary }]) => {
    const add = makeButton(`加上“${name}”`, () => {
      close();
      editing.addSection(use);
    });
    const sample = make("div", { class: "document" });
    const look = make("details", {}, make("summary", {}, "看看这一节"), sample);
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
  return blocks.map((block) => blockElement(block, specs, TITLE_CHARACTERS));
}
