// Takes what is pasted into a field and is meant for several; what does it is loaded with the first such paste.

import { loadBundle } from "../exchange/lazy_own.js";
import { cellsOf, isBlock } from "../exchange/pasted_cells.js";
import { loadOrTell } from "../page/lazy_dialog.js";
import { withAids } from "./lazy_aids.js";

/** @param {import("./page.js").FillPage} page */
export function takePastes(page) {
  page.desk.element.addEventListener("paste", (event) => {
    const path = event.target instanceof HTMLElement ? event.target.dataset["path"] : undefined;
    const given = (/** @type {string} */ type) => event.clipboardData?.getData(type) ?? "";
    const cells = cellsOf(given("text/plain"));
    if (!path || !isBlock(cells, page.live.summary.specs, path)) return;
    event.preventDefault();
    const html = given("text/html"); // gone once the event is over
    void loadOrTell("没有粘贴", loadBundle).then(async (own) => {
      if (own) await withAids(({ pasteBlock }) => { pasteBlock(page, own, cells, html, path); });
    });
  });
}
