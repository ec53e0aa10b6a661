// What the live text shows of edits made by hand: the button that begins one, its state, and orphaned ones.

import { make } from "../page/elements.js";
import { makeButton } from "../page/button.js";
import { withEdit } from "../drafts/edits.js";

/** @typedef {import("../drafts/edits.js").ShownBlock} ShownBlock */
/** @typedef {import("./paragraph_editor.js").Edits} Edits */

/**
 * The button with which a reader begins to edit a paragraph.
 * @param {ShownBlock} block
 * @param {import("./paragraph_editor.js").ParagraphEditor} editor
 */
export function editButton(block, editor) {
  const open = () => {
    if (button.parentElement) editor.open(block, button.parentElement);
  };
  const button = makeButton("改这段", open, { class: "copy copy--paragraph" });
  return button;
}

/**
 * Marks an edited paragraph, and offers to undo the edit or, when it is stale, to keep it.
 * @param {ShownBlock} block
 * @param {HTMLElement} element
 * @param {Edits} edits
 */
export function showEdit(block, element, edits) {
  element.classList.add(block.stale ? "live-stale" : "live-edited");
  const words = block.stale ? "手改过；数字已变，请核对" : "手改过";
  const offers = [["改回自动生成的", block.generated]];
  if (block.stale) offers.push(["保留手改的", block.text]);
  const buttons = offers.map(([label = "", text = ""]) => {
    const put = () => {
      edits.put(withEdit(edits.all(), block, text));
    };
    return makeButton(label, put, { class: "copy" });
  });
  element.append(make("span", { class: "live-edit-tools" }, words, ...buttons));
}

/**
 * The text of an edit whose paragraph no longer exists, and a button that drops it.
 * @param {import("../drafts/state.js").Edit} edit
 * @param {Edits} edits
 */
export function orphanedEdit(edit, edits) {
  const drop = makeButton("已另处理，删去", () => {
    edits.put(edits.all().filter((other) => other !== edit));
  });
  const head = make("b", {}, "原来的段落没有了，手改的文字留在这里：");
  return make("div", { class: "live-lost" }, head, make("p", {}, edit.text), drop);
}
