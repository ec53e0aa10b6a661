// Opens 核对, which is loaded when it is first asked for.

import { loadOrTell } from "../page/lazy_dialog.js";
import { loadScript } from "../page/lazy_script.js";

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
    const loaded = await loadOrTell("没有打开核对", () => loadScript("check.js", "summariesReview"));
    const bundle = /** @type {ReviewBundle | undefined} */ (loaded);
    this.#dialog ??= bundle?.makeReview(this.page);
    if (bundle) this.#dialog?.open(release);
  }

  /** Counts again what is left, where the way back to the list is shown. */
  follow() {
    this.#dialog?.follow();
  }
}
