// Clears everything that the pages have stored on this machine.

import { make } from "../page/elements.js";
import { openDialog } from "../page/dialog.js";
import { clearSettings } from "../page/settings.js";
import { newDraft } from "../drafts/draft_database.js";
import { refreshUnits } from "./unit_offer.js";

/** @typedef {import("../drafts/draft_switcher.js").DraftSwitcher} Switcher */

/**
 * Asks before it clears.
 * @param {Switcher} switcher
 */
export function openClearing(switcher) {
  const text =
    "本机上所有范本的草稿（包括已删除的）和记下的单位资料都会清除，不能恢复。需要的草稿请先导出文件。";
  openDialog("清除本机数据", [make("p", {}, text)], [["全部清除", () => void clear(switcher)]]);
}

/** @param {Switcher} switcher */
async function clear(switcher) {
  const isCleared = await clearDrafts(switcher);
  clearSettings(); // also where there is no database: there may be settings
  refreshUnits();
  if (isCleared) return;
  const why = "浏览器没有让网页清除草稿。请在浏览器的设置里清除这个网站的数据。";
  openDialog("没有清除", [make("p", { role: "alert" }, why)], []);
}

/**
 * Deletes all drafts and starts with an empty one; false when the browser refuses.
 * @param {Switcher} switcher
 */
async function clearDrafts(switcher) {
  const { archetype, database, name, fresh } = switcher;
  await switcher.save(); // else a save in progress would write its draft afterwards
  try {
    if (!database) return false;
    await database.clear();
  } catch {
    return false;
  }
  switcher.show(newDraft(archetype, name, fresh));
  switcher.view.status("本机数据已清除", false);
  switcher.channel?.postMessage("");
  await switcher.list();
  return true;
}
