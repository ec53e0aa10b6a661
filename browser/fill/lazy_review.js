// Opens 核对, which is loaded when it is first asked for.

import { loadOrTell } from "../page/lazy_dialog.js";
import { loadScript } from "../page/lazy_script.js";

/** @typedef {import("./page.js").FillPage} FillPage */
/** @typedef {import("./review_dialog.js").ReviewDialog} ReviewDialog */
/** @typedef {Record<string, import("../library/questions.js").Rule>} Rules of what readers ask */
/** @typedef {{makeReview: (page: FillPage, rules: Rules) => ReviewDialog}} ReviewBundle */

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
    (await this.#loaded())?.open(release);
  }

  /** Opens the list where it tells what readers will ask. */
  async ask() {
    (await this.#loaded())?.ask();
  }

  async #loaded() {
    const scripts = { "check.js": "summariesReview", "questions.js": "summariesQuestions" };
    const load = () => Promise.all(Object.entries(scripts).map(([script, name]) => loadScript(script, name)));
    const loaded = /** @type {[ReviewBundle, Rules] | undefined} */ (await loadOrTell("没有打开核对", load));
    if (loaded) this.#dialog ??= loaded[0].makeReview(this.page, loaded[1]);
    return this.#dialog;
  }

  /** Counts again what is left, where the way back to the list is shown. */
  follow() {
    this.#dialog?.follow();
  }
}
