// Saves the open draft while it is being typed; when another window has saved first, keeps both drafts.

import { setSetting } from "../page/settings.js";
import { ConflictError, freeName, newDraft } from "./draft_database.js";
import { SaveStatus } from "./save_status.js";

/** @typedef {import("./draft_database.js").Draft} Draft */
/** @typedef {import("./draft_database.js").DraftDatabase} Drafts */
/** @typedef {import("./state.js").State} State */
/** @typedef {import("./state.js").Store} Store */

/**
 * What the page shows of saving.
 * @typedef {object} View
 * @property {import("./save_status.js").ShowStatus} status
 * @property {(isBusy: boolean) => void} busy says whether anything is still to be saved
 * @property {(state: import("./state.js").StoredState) => Promise<State | null>} ready gets the page
 *   ready to show a state, and gives it as it is shown; null when it cannot
 * @property {() => import("./progress.js").Progress} [progress] how much of the text is filled in
 * @property {string[]} was earlier ids of the archetype
 * @property {(why: string, mine: Draft, other: Draft) => void} forked says that what is on the
 *   screen has become a draft of its own
 * @property {(proceed?: () => void) => void} unsaved says that what is on the screen could not be
 *   saved and therefore stays there
 * @property {(drafts: Draft[], open: Draft, unreadable: number) => void} list shows the drafts
 */

const PAUSE = 250; // milliseconds to wait after the last change
const LONGEST = 500; // milliseconds to wait at most after the first unsaved change
const UNMERGED = "（未合并）";

/** Saves the open draft of an archetype; draft_switcher.js decides which one is open. */
export class Autosave {
  /** @type {Drafts | null} null until the database is open */
  database = null;
  #timer = 0;
  #firstUnsaved = 0; // when the first unsaved change was made; 0 when all is saved
  #saving = Promise.resolve(true);
  #cleared = false; // another window has deleted everything that was saved

  /**
   * @param {string} archetype
   * @param {string} name the name of a first draft
   * @param {Store} store
   * @param {View} view
   */
  constructor(archetype, name, store, view) {
    this.archetype = archetype;
    this.name = name;
    this.store = store;
    this.view = view;
    this.status = new SaveStatus(view.status);
    this.fresh = store.state; // what a new draft begins with; it is saved once something is typed
    this.draft = newDraft(archetype, name, this.fresh);
    this.channel = "BroadcastChannel" in window ? new BroadcastChannel("summaries") : null;
    this.#listen();
  }

  #listen() {
    this.store.listen((state, cause) => {
      if (cause !== "open" && cause !== "elsewhere") this.#changed(state);
    });
    for (const event of ["pagehide", "visibilitychange", "blur"]) {
      window.addEventListener(event, () => void this.save());
    }
    window.onbeforeunload = () => {
      void this.save();
      return this.changed && this.status.failing ? "有内容没有存下" : null; // browsers show a text of their own
    };
    window.addEventListener("focus", () => void this.sync());
    this.channel?.addEventListener("message", () => void this.sync());
  }

  /** Whether anything on the screen is not saved yet. */
  get changed() {
    return this.#firstUnsaved !== 0;
  }

  /** @param {State} state */
  #changed(state) {
    // editing a draft that another window has deleted restores it
    this.draft = { ...this.draft, state, deleted: false };
    this.status.note = "";
    this.schedule();
  }

  /** Saves the draft after a short pause. */
  schedule() {
    window.clearTimeout(this.#timer);
    this.#firstUnsaved ||= Date.now();
    this.view.busy(true);
    const wait = Math.max(0, Math.min(PAUSE, this.#firstUnsaved + LONGEST - Date.now()));
    this.#timer = window.setTimeout(() => void this.save(), wait);
  }

  /** Saves now, once any save in progress has finished; tells whether everything is saved. */
  save() {
    this.#saving = this.#saving.then(() => this.#saveNow());
    return this.#saving;
  }

  /** Saves until nothing is left, including what is typed meanwhile; false if that fails. */
  async flush() {
    let saved;
    do saved = await this.save();
    while (saved && this.changed);
    return saved;
  }

  async #saveNow() {
    const isSaved = await this.#saveChanged();
    this.view.busy(this.changed);
    return isSaved;
  }

  /** @returns {Promise<boolean>} */
  async #saveChanged() {
    if (!this.changed) return !this.#cleared;
    if (!this.database || this.#cleared) return false;
    window.clearTimeout(this.#timer);
    this.#firstUnsaved = 0;
    try {
      await this.#put(this.database);
      return true;
    } catch (error) {
      this.#firstUnsaved ||= Date.now();
      if (!(error instanceof ConflictError)) this.status.failed(error);
      else if (error.theirs) return this.#fork(error.theirs);
      else this.#suspend();
      return false;
    }
  }

  /** @param {Drafts} drafts */
  async #put(drafts) {
    const fresh = this.draft.revision === 0;
    if (fresh) {
      const name = await this.freeName(this.draft.name);
      this.draft = { ...this.draft, name };
    }
    const progress = this.view.progress?.();
    if (progress) this.draft = { ...this.draft, progress };
    const written = this.draft;
    const { revision, saved } = await drafts.save(written);
    if (this.draft.id !== written.id) return;
    this.draft = { ...this.draft, revision, saved };
    this.status.saved(saved);
    this.channel?.postMessage(written.id);
    setSetting(`draft.${this.archetype}`, written.id);
    if (fresh) await this.list();
  }

  /**
   * Makes what is on this screen a draft of its own, because two windows have changed the draft.
   * @param {Draft} theirs
   */
  async #fork(theirs) {
    const name = theirs.name.replace(/（未合并）\d*$/, "") + UNMERGED;
    this.draft = newDraft(this.archetype, name, this.draft.state);
    const saved = await this.#saveNow();
    if (saved) this.view.forked("这份草稿在另一个窗口也改了", this.draft, theirs);
    return saved;
  }

  /** Checks whether another window has meanwhile saved or cleared the draft. */
  sync() {
    this.#saving = this.#saving.then(() => this.#syncNow());
    return this.#saving;
  }

  async #syncNow() {
    if (!this.database || this.#cleared || this.draft.revision === 0) return this.#saveNow();
    try {
      const theirs = await this.database.get(this.draft.id);
      if (theirs?.revision === this.draft.revision) return true;
      if (this.changed) return await this.#saveNow(); // runs into the conflict and forks the draft
      if (theirs) await this.#adopt(theirs);
      else this.#suspend();
    } catch (error) {
      this.status.failed(error);
    }
    return !this.#cleared;
  }

  /**
   * Shows the draft as another window has saved it; undo brings back what was shown here.
   * @param {Draft} theirs
   */
  async #adopt(theirs) {
    const state = await this.shown(theirs);
    if (!state) return;
    const listed = theirs.name === this.draft.name && theirs.deleted === this.draft.deleted;
    this.draft = theirs;
    this.store.change("elsewhere", state, true);
    const deleted = "另一个窗口删除了这份草稿，在这里改动就会恢复";
    this.note(theirs.deleted ? deleted : "已换成另一个窗口保存的内容");
    if (!listed) await this.list();
  }

  /**
   * A draft's state as the page shows it; null where it cannot, which it says, and leaves the draft
   * alone.
   * @param {Draft} draft
   */
  async shown({ name, state }) {
    const shown = await this.view.ready(state);
    if (!shown) this.note(`“${name}”没有打开，也没有改动`);
    return shown;
  }

  /** Stops saving: what was cleared is not written again unless the reader asks for it. */
  #suspend() {
    this.#cleared = true;
    this.status.cleared(() => void this.#saveAgain());
  }

  async #saveAgain() {
    this.replace(newDraft(this.archetype, this.draft.name, this.draft.state));
    this.schedule();
    await this.save();
  }

  /**
   * Saves another draft from now on, without showing it.
   * @param {Draft} draft
   */
  replace(draft) {
    window.clearTimeout(this.#timer);
    this.#firstUnsaved = 0;
    this.#cleared = false;
    this.status.note = "";
    this.draft = draft;
  }

  /**
   * Opens a draft; the caller has made sure that the one before it is saved.
   * @param {Draft} draft
   */
  show(draft) {
    this.replace(draft);
    this.store.open(draft.state);
    if (draft.revision > 0) setSetting(`draft.${this.archetype}`, draft.id);
    if (this.database) this.status.saved(draft.saved); // else the message about the database stays
  }

  /**
   * Adds a remark to the status, until the next change.
   * @param {string} text
   */
  note(text) {
    this.status.note = text;
    if (!this.changed && !this.status.failing) this.status.saved(this.draft.saved);
  }

  /** @param {string} name */
  async freeName(name) {
    const stored = await this.database?.list(this.archetype).catch(() => undefined);
    return freeName(name, stored?.drafts ?? []);
  }

  /** Shows the list of drafts. */
  async list() {
    const stored = await this.database?.list(this.archetype).catch(() => undefined);
    this.view.list(stored?.drafts ?? [], this.draft, stored?.unreadable ?? 0);
  }
}
