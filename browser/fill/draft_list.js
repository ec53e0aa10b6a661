// The list of drafts: opens, creates and exports them.

import { make } from "../page/elements.js";
import { draftText } from "../exchange/draft_file.js";
import { download } from "../page/download.js";
import { DraftSwitcher } from "../drafts/draft_switcher.js";
import { withAids } from "./lazy_aids.js";

/** @typedef {import("../drafts/draft_database.js").Draft} Draft */
/** @typedef {import("../drafts/state.js").Store} Store */

/** The list from which a draft is chosen, and what can be done with the open one. */
export class DraftList {
  /** @type {Draft[]} those in the bin too */
  drafts = [];

  /**
   * @param {import("../schema/types.js").Archetype} archetype
   * @param {Store} store
   * @param {Pick<import("../drafts/autosave.js").View, "status" | "busy" | "ready" | "progress">} view
   */
  constructor(archetype, store, view) {
    this.archetype = archetype;
    this.store = store;
    this.ready = view.ready;
    this.switcher = new DraftSwitcher(archetype.id, `${archetype.short}草稿`, store, {
      ...view,
      was: archetype.was ?? [],
      forked: (why, mine, other) => void withAids(({ tellForked }) => { tellForked(this, why, mine, other); }),
      unsaved: (proceed) => void withAids(({ tellUnsaved }) => { tellUnsaved(this, proceed); }),
      list: (drafts, open, unreadable) => {
        this.#list(drafts, open, unreadable);
      },
    });
    this.select = make("select", { id: "draft", autocomplete: "off" });
    this.select.addEventListener("change", () => {
      this.#choose();
    });
  }

  /**
   * @param {Draft[]} drafts
   * @param {Draft} open
   * @param {number} unreadable
   */
  #list(drafts, open, unreadable) {
    this.drafts = drafts;
    const current = drafts.filter((draft) => !draft.deleted);
    if (!current.some(({ id }) => id === open.id)) current.unshift(open);
    const options = current.map(({ id, name }) => make("option", { value: id }, name));
    const left = `（另有${String(unreadable)}份读不出来）`;
    if (unreadable > 0) options.push(make("option", { disabled: "" }, left));
    this.select.replaceChildren(...options);
    this.select.value = open.id;
  }

  #choose() {
    const draft = this.drafts.find(({ id }) => id === this.select.value);
    if (draft) void this.switcher.open(draft);
  }

  /** Creates an empty draft. */
  async create() {
    await this.switcher.create(this.switcher.name, this.switcher.fresh);
  }

  /** Downloads the open draft as a file. */
  export() {
    const { name } = this.switcher.draft;
    const text = draftText(this.archetype, name, this.store.state);
    download(`${name}.json`, text, "application/json;charset=utf-8");
  }
}
