// Saves the draft that is open as it is typed: never over another window's work, and says when it cannot.

import { remember } from "../page/settings.js";
import { clock } from "../page/time_text.js";
import { ConflictError, freeName, newDraft } from "./draft_database.js";

/** @typedef {import("./draft_database.js").Draft} Draft */
/** @typedef {import("./draft_database.js").Drafts} Drafts */
/** @typedef {import("./state.js").State} State */
/** @typedef {import("./state.js").Store} Store */

/**
 * What the page shows of the keeping.
 * @typedef {object} View
 * @property {(text: string, wrong: boolean, remedy?: [string, () => void]) => void} say
 * @property {(why: string, mine: Draft, other: Draft) => void} parted what is on the screen has
 *   become a draft of its own
 * @property {(goOn?: () => void) => void} unsaved what is on the screen is not saved and stays
 * @property {(drafts: Draft[], open: Draft, unreadable: number) => void} list
 */

const PAUSE = 250; // milliseconds after the last change
const LONGEST = 500; // milliseconds after the first change that is not saved
const UNMERGED = "（未合并）";
/** @type {Record<string, string>} */
const REASONS = {
  QuotaExceededError: "磁盘空间不足",
  TimeoutError: "浏览器的存储没有回应",
  VersionError: "草稿由更新的版本保存，请刷新页面",
};

/** Saves one draft after another of an archetype; which one is open others decide. */
export class Saver {
  /** @type {Drafts | null} null while the database is not open */
  drafts = null;
  #timer = 0;
  #since = 0; // when the first change was made that is not saved, or 0
  #saving = Promise.resolve(true);
  #failing = true;
  #cleared = false; // another window has cleared what was saved
  #note = "";

  /**
   * @param {string} archetype
   * @param {string} name of a first draft
   * @param {Store} store
   * @param {View} view
   */
  constructor(archetype, name, store, view) {
    this.archetype = archetype;
    this.name = name;
    this.store = store;
    this.view = view;
    this.draft = newDraft(archetype, name, store.state);
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
      return this.changed && this.#failing ? "有内容没有存下" : null; // the browser asks in its own words
    };
    window.addEventListener("focus", () => void this.compare());
    this.channel?.addEventListener("message", () => void this.compare());
  }

  /** Whether something on the screen is not saved. */
  get changed() {
    return this.#since !== 0;
  }

  /** @param {State} state */
  #changed(state) {
    // who goes on with a draft that another window has deleted wants it back
    this.draft = { ...this.draft, state, deleted: false };
    this.#note = "";
    this.due();
  }

  /** Has the draft saved soon. */
  due() {
    window.clearTimeout(this.#timer);
    this.#since ||= Date.now();
    const wait = Math.max(0, Math.min(PAUSE, this.#since + LONGEST - Date.now()));
    this.#timer = window.setTimeout(() => void this.save(), wait);
  }

  /** Saves what has not been saved, after the saving before, and tells whether all is saved. */
  save() {
    this.#saving = this.#saving.then(() => this.#saveNow());
    return this.#saving;
  }

  /** Saves until nothing is left, also of what is typed meanwhile; false when that fails. */
  async secured() {
    let saved;
    do saved = await this.save();
    while (saved && this.changed);
    return saved;
  }

  /** @returns {Promise<boolean>} */
  async #saveNow() {
    if (!this.changed) return !this.#cleared;
    if (!this.drafts || this.#cleared) return false;
    window.clearTimeout(this.#timer);
    this.#since = 0;
    try {
      await this.#put(this.drafts);
      return true;
    } catch (error) {
      this.#since ||= Date.now();
      if (!(error instanceof ConflictError)) this.fail(error);
      else if (error.theirs) return this.#part(error.theirs);
      else this.#stop();
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
    const written = this.draft;
    const { revision, saved } = await drafts.save(written);
    if (this.draft.id !== written.id) return;
    this.draft = { ...this.draft, revision, saved };
    this.#failing = false;
    this.#tell();
    this.channel?.postMessage(written.id);
    remember(`draft.${this.archetype}`, written.id);
    if (fresh) await this.list();
  }

  /**
   * Two windows have changed the draft: what is on this screen becomes a draft of its own.
   * @param {Draft} theirs
   */
  async #part(theirs) {
    const name = theirs.name.replace(/（未合并）\d*$/, "") + UNMERGED;
    this.draft = newDraft(this.archetype, name, this.draft.state);
    const saved = await this.#saveNow();
    if (saved) this.view.parted("这份草稿在另一个窗口也改了", this.draft, theirs);
    return saved;
  }

  /** Looks whether another window has saved or cleared the draft since. */
  compare() {
    this.#saving = this.#saving.then(() => this.#compareNow());
    return this.#saving;
  }

  async #compareNow() {
    if (!this.drafts || this.#cleared || this.draft.revision === 0) return this.#saveNow();
    try {
      const theirs = await this.drafts.get(this.draft.id);
      if (theirs?.revision === this.draft.revision) return true;
      if (this.changed) return await this.#saveNow(); // it meets the same and parts the two
      if (theirs) await this.#follow(theirs);
      else this.#stop();
    } catch (error) {
      this.fail(error);
    }
    return !this.#cleared;
  }

  /**
   * Shows what another window has made of the draft; undoing leads back to what was here.
   * @param {Draft} theirs
   */
  async #follow(theirs) {
    const listed = theirs.name === this.draft.name && theirs.deleted === this.draft.deleted;
    this.draft = theirs;
    this.store.change("elsewhere", theirs.state, true);
    const deleted = "另一个窗口删除了这份草稿，在这里改动就会恢复";
    this.note(theirs.deleted ? deleted : "已换成另一个窗口保存的内容");
    if (!listed) await this.list();
  }

  /** What was cleared is not written again unless the reader wants it. */
  #stop() {
    this.#cleared = true;
    this.#failing = true;
    const text = "没有保存：本机数据已在另一个窗口清除。还要这里的内容，请导出文件或存回本机";
    this.view.say(text, true, ["存回本机", () => void this.#putBack()]);
  }

  async #putBack() {
    this.replace(newDraft(this.archetype, this.draft.name, this.draft.state));
    this.due();
    await this.save();
  }

  /** @param {unknown} error */
  fail(error) {
    this.#failing = true;
    const name = error instanceof Error ? error.name : "";
    const why = REASONS[name] ?? "浏览器不让网页存东西";
    this.view.say(`没有保存：${why}。请导出文件存下，关闭页面前不会丢失`, true);
  }

  /**
   * Takes another draft's record for the one that is saved from now on.
   * @param {Draft} draft
   */
  replace(draft) {
    window.clearTimeout(this.#timer);
    this.#since = 0;
    this.#cleared = false;
    this.#note = "";
    this.draft = draft;
  }

  /**
   * Shows a draft; whoever calls this has made sure that the one before is saved.
   * @param {Draft} draft
   */
  show(draft) {
    this.replace(draft);
    this.store.open(draft.state);
    if (draft.revision > 0) remember(`draft.${this.archetype}`, draft.id);
    if (!this.drafts) return; // what has been said of that still holds
    this.#failing = false;
    this.#tell();
  }

  /**
   * Says something beside when the draft was saved, until the next change.
   * @param {string} text
   */
  note(text) {
    this.#note = text;
    if (!this.changed && !this.#failing) this.#tell();
  }

  #tell() {
    const { saved } = this.draft;
    const said = saved ? `已保存在本机 ${clock(saved)}` : "还没有填写";
    this.view.say([said, this.#note].filter(Boolean).join("。"), false);
  }

  /** @param {string} name */
  async freeName(name) {
    const stored = await this.drafts?.list(this.archetype).catch(() => undefined);
    return freeName(name, stored?.drafts ?? []);
  }

  /** Shows which drafts there are. */
  async list() {
    const stored = await this.drafts?.list(this.archetype).catch(() => undefined);
    this.view.list(stored?.drafts ?? [], this.draft, stored?.unreadable ?? 0);
  }
}
