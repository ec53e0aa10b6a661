// Opens 核对, which is loaded when it is first asked for.

import { make } from "../page/elements.js";
import { loadOrTell } from "../page/lazy_dialog.js";
import { loadScript } from "../page/lazy_script.js";

/** @typedef {import("./page.js").FillPage} FillPage */
/** @typedef {import("./review_pane.js").ReviewPane} ReviewPane */
/** @typedef {import("./review_pane.js").Release} Release */
/** @typedef {Record<string, import("../library/questions.js").Rule>} Rules of what readers ask */
/** @typedef {import("../preview/live_document.js").Attach} Attach */
/** @typedef {import("../checker/rule_data.js").Reasons} Reasons why */
/** @typedef {import("../checker/rule_data.js").RuleData} RuleData by which texts are checked */
/**
 * @typedef {object} ReviewBundle
 * @property {(page: FillPage, element: HTMLElement, rules: Rules, data: RuleData) => ReviewPane} makeReview
 * @property {(page: FillPage) => void} openHeldText
 * @property {Attach} attach
 */

/** What 核对 and the attached table of figures need; fails when the site's files are not complete. */
export async function loadReview() {
  return /** @type {ReviewBundle} */ (await loadScript("check.js", "summariesReview"));
}

/** The one list of what stands between the draft and a final text. */
export class Review {
  /** @type {ReviewPane | undefined} */
  #pane;

  /** @param {FillPage} page */
  constructor(page) {
    this.page = page;
    this.element = make("section", { class: "fill-review", "aria-label": "核对" });
  }

  /**
   * Opens the list, or says why it cannot.
   * @param {Release} [release] outputs the text that has been reviewed
   */
  async open(release) {
    (await this.#told())?.open(release);
  }

  /** Opens the list where it tells what readers will ask. */
  async ask() {
    (await this.#told())?.ask();
  }

  /** Shows what is left, and marks what readers will ask, from when the list is first opened. */
  follow() {
    this.#pane?.follow();
  }

  #told() {
    return loadOrTell("没有打开核对", () => this.#loaded());
  }

  async #loaded() {
    const [{ makeReview }, rules, data, reasons] = await Promise.all([
      loadReview(),
      loadScript("questions.js", "summariesQuestions"),
      loadScript("rules.js", "summariesRules"),
      loadScript("reasons.js", "summariesReasons"),
    ]);
    const known = { .../** @type {RuleData} */ (data), reasons: /** @type {Reasons} */ (reasons) };
    const asked = /** @type {Rules} */ (rules);
    return (this.#pane ??= makeReview(this.page, this.element, asked, known));
  }
}
