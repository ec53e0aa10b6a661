// Downloads collection sheets and the structure of a draft, from the menu.

import { withBundle } from "../exchange/lazy_own.js";

/** @typedef {import("./page.js").FillPage} FillPage */
/** @typedef {import("../drafts/state.js").State} State */

/** @param {FillPage} page */
export function downloadFilled(page) {
  return downloadSheetOf(page, page.store.state, "收集表");
}

/** @param {FillPage} page */
export function downloadBlank(page) {
  return downloadSheetOf(page, { ...page.store.state, facts: {} }, "空白收集表");
}

/**
 * @param {FillPage} page
 * @param {State} state
 * @param {string} kind
 */
function downloadSheetOf({ archetype, live }, state, kind) {
  return withBundle(({ downloadSheet }) => downloadSheet(live.summary, state, `${archetype.short}${kind}`));
}

/** @param {FillPage} page */
export function splitSheet({ live, store }) {
  return withBundle(({ openSplit }) => { openSplit(live.summary, store.state); });
}

/** @param {FillPage} page */
export function handDown({ live, store }) {
  return withBundle(({ openHandDown }) => { openHandDown(live.summary, store.state); });
}
