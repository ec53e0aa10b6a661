// The search box in the header of every page: what is typed is answered at once.  The index, and what searches
// it, are loaded when someone is about to search.

import { loadScript, ScriptError } from "../page/lazy_script.js";
import { listenToKeys } from "./search_keys.js";

/** @typedef {import("./answers_bundle.js").AnswersBundle} AnswersBundle */
/** @typedef {import("./answers_bundle.js").Shown} Shown */
/** @typedef {import("./entries.js").IndexedPage} IndexedPage */

const MAINTAINING = "/maintaining/"; // who reads there also searches there
const STOPS = ":not(details) > a, summary, details[open] :is(a, button)";

/** Makes the search box work, on a page that has one. */
export function startSearch() {
  const box = document.querySelector(".md-search");
  const toggle = document.getElementById("__search");
  if (box instanceof HTMLElement && toggle instanceof HTMLInputElement) listenToKeys(new SearchBox(box, toggle));
}

/** The box; while it is open, the toggle that the theme's styles look at is checked. */
export class SearchBox {
  /** @type {Promise<(query: string) => Shown> | null} */
  #answering = null;
  #answered = "";

  /**
   * @param {HTMLElement} box
   * @param {HTMLInputElement} toggle
   */
  constructor(box, toggle) {
    this.toggle = toggle;
    this.query = /** @type {HTMLInputElement} */ (box.querySelector(".md-search__input"));
    this.home = new URL(box.dataset["home"] ?? "", document.baseURI);
    this.status = /** @type {HTMLElement} */ (box.querySelector(".md-search-result__meta"));
    this.list = /** @type {HTMLElement} */ (box.querySelector(".md-search-result__list"));
    this.request = /** @type {HTMLElement} */ (box.querySelector(".search-more"));
    this.invitation = this.status.textContent;
    this.#listen(box);
  }

  get isOpen() {
    return this.toggle.checked;
  }

  /** @param {boolean} isOpen */
  set isOpen(isOpen) {
    this.toggle.checked = isOpen;
  }

  /** The best result, if there is any. */
  get first() {
    return this.list.querySelector("a");
  }

  /** Where the arrow keys stop. */
  get stops() {
    const results = /** @type {HTMLElement} */ (this.list.parentElement);
    return [this.query, .../** @type {NodeListOf<HTMLElement>} */ (results.querySelectorAll(STOPS))];
  }

  /** @param {HTMLElement} box */
  #listen(box) {
    const answer = () => void this.#answer();
    box.addEventListener("pointerenter", () => void this.#load());
    this.query.addEventListener("focus", () => {
      this.isOpen = true;
      void this.#load();
    });
    this.query.addEventListener("input", (event) => {
      // while Pinyin is being composed into characters, it is no query yet
      if (!(event instanceof InputEvent && event.isComposing)) answer();
    });
    this.query.addEventListener("compositionend", answer);
    this.query.form?.addEventListener("submit", (event) => {
      event.preventDefault();
    });
    this.query.form?.addEventListener("reset", () => {
      setTimeout(answer); // once the field is empty
      this.query.focus();
    });
    document.querySelector(".search-open")?.addEventListener("click", () => {
      this.query.focus();
    });
    box.addEventListener("click", ({ target }) => {
      if (target instanceof Element && target.closest("a")) this.isOpen = false;
    });
  }

  /** Loads the index and what searches it; a reader is told where the site lacks one of them. */
  #load() {
    this.#answering ??= this.#loaded();
    return this.#answering;
  }

  async #loaded() {
    const folder = new URL("assets/js/", this.home).href;
    const [bundle, index] = await Promise.all([
      loadScript("search.js", "summariesSearch", folder),
      loadScript("search-index.js", "summariesSearchIndex", folder),
    ]);
    const { answering } = /** @type {AnswersBundle} */ (bundle);
    const isMaintainer = location.pathname.includes(MAINTAINING);
    return answering(/** @type {IndexedPage[]} */ (index), this.home, isMaintainer);
  }

  async #answer() {
    try {
      const answering = await this.#load();
      const query = this.query.value.trim();
      if (query === this.#answered) return;
      this.#answered = query;
      if (query) this.#show(answering(query));
      else this.#clear();
    } catch (error) {
      if (!(error instanceof ScriptError)) throw error;
      this.#answering = null;
      this.status.textContent = error.message;
    }
  }

  /** @param {Shown} shown */
  #show({ told, items, request }) {
    this.status.textContent = told;
    this.list.replaceChildren(...items);
    this.request.replaceChildren(request);
    this.list.parentElement?.parentElement?.scrollTo({ top: 0 });
  }

  #clear() {
    this.status.textContent = this.invitation;
    this.list.replaceChildren();
    this.request.replaceChildren();
  }
}
