// Opens 核对, which is loaded when it is first asked for.

import { loadOrTell } from "../page/lazy_dialog.js";
import { loadScript } from "../page/lazy_script.js";

/** @typedef {import("./page.js").FillPage} FillPage */
/** @typedef {import("./review_dialog.js").ReviewDialog} ReviewDialog */
/** @typedef {Record<string, import("../library/questions.js").Rule>} Rules of what readers ask */
/** @typedef {import("../preview/live_document.js").Attach} Attach */
/** @typedef {{makeReview: (page: FillPage, rules: Rules) => ReviewDialog, attach: Attach}} ReviewBundle */

/** What 核对 and the attached table of figures need; fails when the site's files are not complete. */
export async function loadReview() {
  return /** @type {ReviewBundle} */ (await loadScript("check.js", "summariesReview"));
}

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
    const load = () => Promise.all([loadReview(), loadScript("questions.js", "summariesQuestions")]);
    const loaded = await loadOrTell("没有打开核对", load);
    if (loaded) this.#dialog ??= loaded[0].makeReview(this.page, /** @type {Rules} */ (loaded[1]));
    return this.#dialog;
  }

  /** Counts again what is left, where the way back to the list is shown. */
  follow() {
    this.#dialog?.follow();
  }
}
