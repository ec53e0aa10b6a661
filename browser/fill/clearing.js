// Clears everything that the pages have stored on this machine.

import { make } from "../page/elements.js";
import { openDialog } from "../page/dialog.js";
import { clearSettings } from "../page/settings.js";
import { refreshUnits } from "./unit_offer.js";

/**
 * Asks before it clears.
 * @param {import("../drafts/draft_switcher.js").DraftSwitcher} switcher
 */
export function openClearing(switcher) {
  const text =
    "本机上所有范本的草稿（包括已删除的）和记下的单位资料都会清除，不能恢复。需要的草稿请先导出文件。";
  openDialog("清除本机数据", [make("p", {}, text)], [["全部清除", () => void clear(switcher)]]);
}

/** @param {import("../drafts/draft_switcher.js").DraftSwitcher} switcher */
async function clear(switcher) {
  const isCleared = await switcher.clear();
  clearSettings(); // also where there is no database: there may be settings
  refreshUnits();
  if (isCleared) return;
  const why = "浏览器没有让网页清除草稿。请在浏览器的设置里清除这个网站的数据。";
  openDialog("没有清除", [make("p", { role: "alert" }, why)], []);
}
