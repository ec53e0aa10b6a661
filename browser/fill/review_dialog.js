// The dialog 核对: the one list of what stands between a draft and a final text; it ends in the output.

import { make } from "../page/elements.js";
import { makeButton } from "../page/button.js";
import { openDialog, openPrompt } from "../page/dialog.js";
import { loadScript } from "../page/lazy_script.js";
import { omit } from "../facts/paths.js";

/** @typedef {import("./page.js").FillPage} FillPage */
/** @typedef {import("../preview/review.js").Finding} Finding */
/** @typedef {{reviewBody: typeof import("../preview/review_panel.js").reviewBody}} ReviewBundle */

const REASON = "已核对，属实";
const LONGEST_KEY = 200;

/** Opens the dialog, and leads back to it from where a finding was mended. */
export class ReviewDialog {
  /** @type {HTMLDialogElement | undefined} */
  #dialog;
  /** @type {HTMLElement | undefined} */
  #bar;

  /** @param {FillPage} page */
  constructor(page) {
    this.page = page;
  }

  /**
   * Opens the dialog; its main button outputs the text.
   * @param {[string, () => unknown]} [output]
   */
  async open(output = ["下载Word", () => void this.page.output.word()]) {
    const { reviewBody } = /** @type {ReviewBundle} */ (await loadScript("check.js", "summariesReview"));
    this.#bar?.remove();
    const { store, live } = this.page;
    const { body, blocking } = reviewBody(store.state, live, this.#ways(output));
    const [label, act] = output;
    const draft = blocking > 0;
    this.#dialog = openDialog("核对", [body], [[draft ? `${label}（草稿）` : label, act]]);
  }

  /**
   * @param {[string, () => unknown]} output
   * @returns {import("../preview/review_panel.js").Ways}
   */
  #ways(output) {
    const again = () => {
      this.#dialog?.close();
      void this.open(output);
    };
    return {
      goTo: ({ path, place }) => {
        this.#dialog?.close();
        if (path !== undefined) this.page.form.focus(path);
        else if (place) void this.page.goToPlaces(place.section, [place.place]);
        this.#offerWayBack(output);
      },
      setAside: ({ key = "", what }) => {
        openPrompt("不再提醒", `${what}。理由`, REASON, (reason) => {
          void this.#mark({ [key.slice(0, LONGEST_KEY)]: reason }).then(again);
        });
      },
      confirm: (mark) => {
        this.page.form.confirm(mark);
        again();
      },
      takeBack: (key) => void this.#mark({ [key]: "" }).then(again),
      dropUnplaced: (what) => void this.#drop(what).then(again),
    };
  }

  /** @param {[string, () => unknown]} output */
  #offerWayBack(output) {
    const bar = make("div", { class: "review-bar", role: "region", "aria-label": "核对" });
    const back = makeButton("返回核对", () => void this.open(output));
    const close = makeButton("×", () => { bar.remove(); }, { "aria-label": "不再返回核对" });
    bar.append(back, close);
    this.#bar?.remove();
    this.#bar = bar;
    this.page.element.append(bar);
  }

  /**
   * Sets warnings aside, or takes back those whose reason is empty.
   * @param {Record<string, string>} reasons by key
   */
  async #mark(reasons) {
    const { store } = this.page;
    if (!(await this.page.editing())) return;
    const { content } = store.state;
    let dismissed = content.marks?.dismissed ?? {};
    for (const [key, reason] of Object.entries(reasons)) {
      dismissed = reason ? { ...dismissed, [key]: reason } : omit(dismissed, key);
    }
    store.change("dismissed", { content: { ...content, marks: { ...content.marks, dismissed } } });
  }

  /** @param {string} what */
  async #drop(what) {
    const { store } = this.page;
    if (!(await this.page.editing())) return;
    const { content } = store.state;
    const unplaced = (content.marks?.unplaced ?? []).filter(({ text }) => !what.endsWith(text));
    store.change("unplaced", { content: { ...content, marks: { ...content.marks, unplaced } } });
  }
}
