// Offers a text to be copied by hand, where the browser does not let a page copy.

import { make } from "../page/elements.js";
import { openDialog } from "../page/dialog.js";

/** @param {string} text */
export function offerText(text) {
  const area = make("textarea", { rows: "10", readonly: "", "aria-label": "要复制的文字" });
  area.value = text;
  openDialog("请按 Ctrl+C 复制", [make("p", {}, "浏览器不让网页复制，文字已选中。"), area], []);
  area.select();
}
