// Opens and switches drafts; what is on the screen is replaced only once it is saved.

import { getSetting } from "../page/settings.js";
import { ConflictError, DraftDatabase, newDraft } from "./draft_database.js";
import { Autosave } from "./autosave.js";

/** @typedef {import("./draft_database.js").Draft} Draft */
/** @typedef {import("./state.js").State} State */

const SLOW = 3000; // milliseconds until the reader is told that the database does not answer

/** Opens, creates and restores the drafts of one archetype. */
export class DraftSwitcher extends Autosave {
  /** Opens the draft that was open last, else the last saved one; keeps what is typed meanwhile. */
  async start() {
    const late = window.setTimeout(() => {
      this.status.failed(new DOMException("", "TimeoutError"));
      void this.list();
    }, SLOW);
    try {
      const database = await DraftDatabase.open();
      database.was = this.view.was;
      const stored = await database.list(this.archetype);
      this.database = database;
      await this.#openLast(stored.drafts.filter((draft) => !draft.deleted));
      const count = stored.unreadable;
      if (count > 0) this.note(`有${String(count)}份草稿读不出来，没有打开，也没有改动`);
    } catch (error) {
      this.status.failed(error);
    }
    window.clearTimeout(late);
    await this.list();
  }

  /** @param {Draft[]} drafts */
  async #openLast(drafts) {
    const last = getSetting(`draft.${this.archetype}`);
    const draft = drafts.find(({ id }) => id === last) ?? drafts[0];
    const state = draft && (await this.shown(draft));
    if (!this.changed) {
      this.show(state ? { ...draft, state } : this.draft);
      return;
    }
    const saved = await this.save();
    if (saved && draft) this.view.forked("本机的草稿打开得慢，这时已经填了内容", this.draft, draft);
  }

  /**
   * Opens a draft in the version that is in the database now.
   * @param {Draft} chosen
   */
  async open({ id }) {
    if (id === this.draft.id) return;
    const draft = await this.database?.get(id).catch(() => null);
    const state = draft && (await this.shown(draft));
    if (draft && !state) {
      await this.list();
      return;
    }
    if (draft) await this.database?.addVersion(id, draft.state, "打开时").catch(() => undefined);
    if (!(await this.flush())) this.view.unsaved();
    else if (draft && state) this.show({ ...draft, state });
    else this.note("选的草稿已不在本机");
    await this.list();
  }

  /**
   * Creates a draft with a state and opens it; an empty one is saved once something is typed.
   * @param {string} name
   * @param {State} state
   */
  async create(name, state) {
    const fresh = newDraft(this.archetype, await this.freeName(name), state);
    if (!(await this.flush())) {
      this.view.unsaved(() => {
        this.replace(fresh);
        this.store.change("create", state); // unlike opening, this can be undone
        void this.list();
      });
      return;
    }
    this.show(fresh);
    if (state !== this.fresh) this.schedule();
    await this.save();
    await this.list();
  }

  /**
   * Takes a draft out of the bin and opens it.
   * @param {Draft} draft
   */
  async restore(draft) {
    try {
      await this.database?.save({ ...draft, deleted: false });
    } catch (error) {
      if (!(error instanceof ConflictError)) {
        this.status.failed(error);
        return;
      }
    }
    await (draft.id === this.draft.id ? this.sync() : this.open(draft));
  }
}
