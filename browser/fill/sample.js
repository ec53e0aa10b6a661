// An example on the paper, in grey, for a reader who has not begun: it goes as soon as she fills in something.

import { makeButton } from "../page/button.js";
import { Composer } from "../library/compose.js";
import { EMPTY } from "../drafts/state.js";
import { liveDocument } from "../preview/live_document.js";

/** @typedef {import("./page.js").FillPage} FillPage */

const SHOW = "看示例怎么填";
const HIDE = "回到我的文稿";

/**
 * The state of a draft that says what an example does.
 * @param {import("../schema/types.js").Example} example
 * @returns {import("../drafts/state.js").State}
 */
export function stateOf({ facts, without, headings, content = {} }) {
  return { ...EMPTY, facts, without, headings, content };
}

/** The example, and the button that shows it. */
export class Sample {
  /** @type {import("../preview/live_document.js").LiveDocument | undefined} */
  shown;

  /** @param {FillPage} page */
  constructor(page) {
    this.page = page;
    this.button = makeButton(SHOW, () => {
      if (this.shown) this.hide();
      else void this.#show();
    });
  }

  /**
   * Offers the example to a reader who has not begun.
   * @param {boolean} isNew
   */
  offer(isNew) {
    this.button.hidden = !isNew || this.page.archetype.examples.length === 0;
  }

  async #show() {
    const { archetype, composer, output } = this.page;
    const [example] = archetype.examples;
    if (!example) return;
    const state = await this.page.ready(stateOf(example));
    if (!state) return;
    this.shown = liveDocument(new Composer(archetype, composer.tools), state, output.layoutChoice);
    this.#follow();
  }

  hide() {
    if (!this.shown) return;
    this.shown = undefined;
    this.#follow();
  }

  #follow() {
    this.button.textContent = this.shown ? HIDE : SHOW;
    this.page.text.document.classList.toggle("live-document--sample", Boolean(this.shown));
    this.page.show();
  }
}
