// Tells what has just replaced the content of the draft, with a button that takes it back.

import { tell } from "../page/toast.js";

/**
 * Until something else is changed: then the page takes the message away.
 * @param {import("../drafts/state.js").Store} store
 * @param {string} text
 */
export function tellUndoable(store, text) {
  tell(text, ["撤销这一步", () => { store.undo(); }]);
}
