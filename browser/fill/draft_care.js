// Renames the open draft, and restores deleted drafts and earlier versions.

import { make } from "../page/elements.js";
import { makeButton } from "../page/button.js";
import { timeText } from "../page/time_text.js";
import { openPrompt, openDialog } from "../page/dialog.js";

/** @typedef {import("./draft_list.js").DraftList} DraftList */

/**
 * Asks for a new name for the open draft.
 * @param {DraftList} list
 */
export function renameDraft({ switcher }) {
  openPrompt("改草稿名称", "名称", switcher.draft.name, (name) => void switcher.rename(name));
}

/**
 * Shows the deleted drafts, to be restored.
 * @param {DraftList} list
 */
export function openBin({ deleted, switcher }) {
  const items = deleted.map((draft) =>
    restorable(`${draft.name}（${timeText(draft.saved)}）`, () => void switcher.restore(draft)),
  );
  offer("已删除的草稿", items, "没有已删除的草稿。");
}

/**
 * Shows the earlier versions of the open draft, to be restored.
 * @param {DraftList} list
 */
export async function openVersions({ ready, store, switcher }) {
  const versions = (await switcher.database?.versions(switcher.draft.id)) ?? [];
  const items = versions.map(({ at, why, state }) =>
    restorable(`${timeText(at)}（${why}）`, async () => {
      const shown = await ready(state);
      if (shown) store.change("restore", shown);
    }),
  );
  offer("恢复以前的内容", items, "还没有以前的内容。打开、导入、清空之前会各存一份。");
}

/**
 * @param {string} text
 * @param {() => unknown} act
 */
function restorable(text, act) {
  const restore = makeButton("恢复", () => void act());
  restore.dataset["closes"] = "";
  return make("p", { class: "dialog-item" }, text, restore);
}

/**
 * @param {string} title
 * @param {HTMLElement[]} items
 * @param {string} none what stands there if there are none
 */
function offer(title, items, none) {
  const dialog = openDialog(title, items.length > 0 ? items : [make("p", {}, none)], []);
  dialog.addEventListener("click", ({ target }) => {
    if (target instanceof HTMLElement && "closes" in target.dataset) dialog.close();
  });
}
