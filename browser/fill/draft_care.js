// Renames and deletes the open draft, restores deleted drafts and earlier versions, and tells of drafts that were
// saved beside another or could not be saved.

import { make } from "../page/elements.js";
import { makeButton } from "../page/button.js";
import { timeText } from "../page/time_text.js";
import { openPrompt, openDialog } from "../page/dialog.js";
import { tell } from "../page/toast.js";
import { tellUndoable } from "./undoable.js";

/** @typedef {import("../drafts/draft_database.js").Draft} Draft */
/** @typedef {import("../drafts/draft_switcher.js").DraftSwitcher} Switcher */
/** @typedef {import("./draft_list.js").DraftList} DraftList */

/**
 * Asks for a new name for the open draft.
 * @param {DraftList} list
 */
export function renameDraft({ switcher }) {
  openPrompt("改草稿名称", "名称", switcher.draft.name, (name) => void keep(switcher, { name }));
}

/**
 * Saves the open draft with other traits; tells whether that worked.
 * @param {Switcher} switcher
 * @param {Partial<Draft>} traits
 */
async function keep(switcher, traits) {
  switcher.draft = { ...switcher.draft, ...traits };
  switcher.schedule();
  const isSaved = await switcher.save();
  await switcher.list();
  return isSaved;
}

/**
 * The other drafts of the archetype as they are stored now, the last saved first.
 * @param {Switcher} switcher
 */
export async function otherDrafts({ archetype, database, draft }) {
  const stored = await database?.list(archetype).catch(() => undefined);
  return (stored?.drafts ?? []).filter(({ id, deleted }) => !deleted && id !== draft.id);
}

/**
 * Moves the open draft to the bin, unless it was never saved, and opens another one.
 * @param {DraftList} list
 */
export async function removeDraft({ switcher }) {
  if (!(await switcher.flush())) {
    switcher.view.unsaved();
    return;
  }
  const { name, revision } = switcher.draft;
  if (revision > 0 && !(await keep(switcher, { deleted: true }))) {
    switcher.draft = { ...switcher.draft, deleted: false };
    return;
  }
  const { draft: removed } = switcher;
  const [next] = await otherDrafts(switcher);
  await (next ? switcher.open(next) : switcher.create(switcher.name, switcher.fresh));
  if (revision === 0) return;
  switcher.note(`“${name}”可在“更多”的“已删除的草稿”里恢复`);
  tell(`已删除“${name}”`, ["恢复这份", () => void switcher.restore(removed)]);
}

/**
 * Shows the deleted drafts, to be restored.
 * @param {DraftList} list
 */
export function openBin({ drafts, switcher }) {
  const deleted = drafts.filter((draft) => draft.deleted);
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
      if (!shown) return;
      store.change("restore", shown);
      tellUndoable(store, `已换成${timeText(at)}的内容`);
    }),
  );
  offer("恢复以前的内容", items, "还没有以前的内容。打开、导入、清空之前会各存一份。");
}

/**
 * Tells that the draft was saved beside another that has changed elsewhere.
 * @param {DraftList} list
 * @param {string} why
 * @param {Draft} mine
 * @param {Draft} other
 */
export function tellForked({ switcher }, why, mine, other) {
  const text = `${why}。这里的内容已另存为“${mine.name}”，原来的“${other.name}”没有变。两份都在草稿列表里，核对后可以删去一份。`;
  openDialog("另存了一份草稿", [make("p", {}, text)], [
    ["知道了", () => true],
    [`打开“${other.name}”`, () => void switcher.open(other)],
  ]);
}

/**
 * Tells that the draft is not saved; going on loses it, unless it has been exported.
 * @param {DraftList} list
 * @param {() => void} [proceed]
 */
export function tellUnsaved(list, proceed) {
  const text = "这份还没有存下，所以没有换成别的内容。请先导出文件。";
  const back = "继续的话，这里的内容只能用“撤销”找回，关闭页面后就没有了。";
  const buttons = /** @type {[string, () => unknown][]} */ ([
    ["导出文件", () => { list.export(); return false; }],
    ...(proceed ? [["已导出，继续", proceed]] : []),
  ]);
  const lines = [text, ...(proceed ? [back] : [])];
  openDialog("这份还没有存下", lines.map((line) => make("p", {}, line)), buttons);
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
