// Shows what a pasted block of cells would fill in, with the fields of the form, or the cells of the table, as
// they stand.

import { tellUndoable } from "./undoable.js";

/**
 * @param {import("./page.js").FillPage} page
 * @param {import("../exchange/lazy_own.js").OwnBundle} own
 * @param {string[][]} cells
 * @param {string} html
 * @param {string} start the path of the field where it was pasted
 */
export function pasteBlock({ form, live, store, table }, own, cells, html, start) {
  const { paths, lines } = table.target ?? { paths: form?.paths() ?? [] };
  const { specs } = live.summary;
  const apply = (/** @type {import("../drafts/state.js").State} */ next, /** @type {number} */ count) => {
    store.change("paste", next);
    tellUndoable(store, `已粘贴，填入${String(count)}个数`);
  };
  own.openPaste(own.cellsOfTable(html) ?? cells, start, { specs, paths, ...(lines && { lines }), state: store.state, apply });
}
