// Opens 核对, which is loaded when it is first asked for.

import { make } from "../page/elements.js";
import { openDialog } from "../page/dialog.js";
import { loadScript, ScriptError } from "../page/lazy_script.js";

/** @typedef {import("./page.js").FillPage} FillPage */
/** @typedef {import("./review_dialog.js").ReviewDialog} ReviewDialog */
/** @typedef {{makeReview: (page: FillPage) => ReviewDialog}} ReviewBundle */

/** The one list of what stands between the draft and a final text. */
export class Review {
  /** @type {ReviewDialog | undefined} */
  #dialog;

  /** @param {FillPage} page */
  constructor(page) {
    this.page = page;
  }

  /**
   * Opens the list, or says why it cannot.
   * @param {[string, () => unknown]} [release] outputs the text that has been reviewed
   */
  async open(release) {
    try {
      const bundle = /** @type {ReviewBundle} */ (await loadScript("check.js", "summariesReview"));
      this.#dialog ??= bundle.makeReview(this.page);
      this.#dialog.open(release);
    } catch (error) {
      if (!(error instanceof ScriptError)) throw error;
      openDialog("没有打开核对", [make("p", { role: "alert" }, error.message)], []);
    }
  }

  /** Counts again what is left, where the way back to the list is shown. */
  follow() {
    this.#dialog?.follow();
  }
}
