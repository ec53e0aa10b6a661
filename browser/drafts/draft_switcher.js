// Opens and switches drafts; nothing takes the place of what is on the screen before that is saved.

import { remember, remembered } from "../page/settings.js";
import { ConflictError, Drafts, newDraft } from "./draft_database.js";
import { Saver } from "./autosave.js";
import { EMPTY } from "./state.js";

/** @typedef {import("./draft_database.js").Draft} Draft */
/** @typedef {import("./state.js").State} State */

const PATIENCE = 3000; // milliseconds until a database that does not answer is spoken of

/** Opens, starts, deletes and restores drafts of one archetype. */
export class Keeper extends Saver {
  /** Opens the draft that was open last, or the last saved one; what is typed before is kept. */
  async start() {
    const late = window.setTimeout(() => {
      this.fail(new DOMException("", "TimeoutError"));
      void this.list();
    }, PATIENCE);
    try {
      const drafts = await Drafts.open();
      const stored = await drafts.list(this.archetype);
      this.drafts = drafts;
      await this.#begin(stored.drafts.filter((draft) => !draft.deleted));
      const count = stored.unreadable;
      if (count > 0) this.note(`有${String(count)}份草稿读不出来，没有打开，也没有改动`);
    } catch (error) {
      this.fail(error);
    }
    window.clearTimeout(late);
    await this.list();
  }

  /** @param {Draft[]} kept */
  async #begin(kept) {
    const last = remembered(`draft.${this.archetype}`);
    const draft = kept.find(({ id }) => id === last) ?? kept[0];
    if (!this.changed) {
      this.show(draft ?? this.draft);
      return;
    }
    const saved = await this.save();
    if (saved && draft) this.view.parted("本机的草稿打开得慢，这时已经填了内容", this.draft, draft);
  }

  /**
   * Opens a draft as it is stored now.
   * @param {Draft} chosen
   */
  async open({ id }) {
    if (id === this.draft.id) return;
    const draft = await this.drafts?.get(id).catch(() => null);
    if (draft) await this.drafts?.keep(id, draft.state, "打开时").catch(() => undefined);
    if (!(await this.secured())) this.view.unsaved();
    else if (draft) this.show(draft);
    else this.note("选的草稿已不在本机");
    await this.list();
  }

  /**
   * Starts another draft with a state and opens it; an empty one is saved when something is typed.
   * @param {string} name
   * @param {State} state
   */
  async create(name, state) {
    const fresh = newDraft(this.archetype, await this.freeName(name), state);
    if (!(await this.secured())) {
      this.view.unsaved(() => {
        this.replace(fresh);
        this.store.change("create", state); // the way back is to undo
        void this.list();
      });
      return;
    }
    this.show(fresh);
    if (state !== EMPTY) this.due();
    await this.save();
    await this.list();
  }

  /** @param {string} name */
  async rename(name) {
    this.draft = { ...this.draft, name };
    this.due();
    await this.save();
    await this.list();
  }

  /** Puts the present draft into the bin, unless it was never saved, and opens another one. */
  async remove() {
    if (!(await this.secured())) {
      this.view.unsaved();
      return;
    }
    const { id, name, revision } = this.draft;
    if (revision > 0) {
      this.draft = { ...this.draft, deleted: true };
      this.due();
      if (!(await this.save())) {
        this.draft = { ...this.draft, deleted: false };
        return;
      }
    }
    const stored = await this.drafts?.list(this.archetype);
    const next = stored?.drafts.find((draft) => !draft.deleted && draft.id !== id);
    await (next ? this.open(next) : this.create(this.name, EMPTY));
    if (revision > 0) this.note(`“${name}”可在“更多”的“已删除的草稿”里恢复`);
  }

  /**
   * Takes a draft out of the bin and opens it.
   * @param {Draft} draft
   */
  async restore(draft) {
    try {
      await this.drafts?.save({ ...draft, deleted: false });
    } catch (error) {
      if (!(error instanceof ConflictError)) {
        this.fail(error);
        return;
      }
    }
    await (draft.id === this.draft.id ? this.compare() : this.open(draft));
  }

  /** Deletes everything and starts anew; false when the browser does not let it. */
  async clear() {
    await this.save(); // one that is on its way would come after
    try {
      if (!this.drafts) return false;
      await this.drafts.clear();
    } catch {
      return false;
    }
    this.show(newDraft(this.archetype, this.name, EMPTY));
    remember(`draft.${this.archetype}`, "");
    this.view.say("本机数据已清除", false);
    this.channel?.postMessage("");
    await this.list();
    return true;
  }

  /**
   * Keeps the present state before something great happens to it; tells whether that was done.
   * @param {string} why
   */
  async keepVersion(why) {
    if (!this.drafts || !(await this.secured()) || this.draft.revision === 0) return false;
    const keeping = this.drafts.keep(this.draft.id, this.store.state, why);
    return keeping.then(
      () => true,
      () => false,
    );
  }
}
