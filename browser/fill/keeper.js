// Keeps the draft that is open: saves as it is typed, and never over another window's work.

import { remember, remembered } from "../settings.js";
import { ConflictError, Drafts, newDraft } from "./drafts.js";
import { EMPTY } from "./state.js";

/** @typedef {import("./drafts.js").Draft} Draft */
/** @typedef {import("./state.js").State} State */
/** @typedef {import("./state.js").Store} Store */

/**
 * What the page shows of the keeping.
 * @typedef {object} View
 * @property {(text: string, wrong: boolean) => void} say
 * @property {(theirs: Draft) => void} conflict another window has saved the draft
 * @property {(drafts: Draft[], open: Draft) => void} list
 */

const PAUSE = 250; // milliseconds after the last change
/** @type {Record<string, string>} */
const REASONS = {
  QuotaExceededError: "磁盘空间不足",
  VersionError: "草稿由更新的版本保存，请刷新页面",
};
const LONGEST = 500; // milliseconds after the first change that is not saved

/** Opens, saves and switches drafts of one archetype. */
export class Keeper {
  /** @type {Drafts | null} */
  drafts = null;
  #timer = 0;
  #since = 0;
  #saving = Promise.resolve();
  #stopped = false;

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
  }

  /** Opens the draft that was open last, or the last saved one, and saves from now on. */
  async start() {
    try {
      this.drafts = await Drafts.open();
      const kept = (await this.drafts.list(this.archetype)).filter((draft) => !draft.deleted);
      const last = remembered(`draft.${this.archetype}`);
      const draft = kept.find(({ id }) => id === last) ?? kept[0];
      if (draft) this.#show(draft);
    } catch (error) {
      this.#fail(error);
    }
    this.store.listen((state, cause) => {
      if (cause !== "open") this.#changed(state);
    });
    for (const event of ["pagehide", "visibilitychange", "blur"]) {
      window.addEventListener(event, () => {
        void this.save();
      });
    }
    window.addEventListener("focus", () => void this.#compare());
    this.channel?.addEventListener("message", () => void this.#compare());
    await this.list();
  }

  /** @param {State} state */
  #changed(state) {
    this.draft = { ...this.draft, state };
    window.clearTimeout(this.#timer);
    this.#since ||= Date.now();
    const wait = Math.max(0, Math.min(PAUSE, this.#since + LONGEST - Date.now()));
    this.#timer = window.setTimeout(() => void this.save(), wait);
    if (!this.drafts) this.#fail(null);
  }

  /** Saves what has not been saved; one saving waits for the one before. */
  save() {
    this.#saving = this.#saving.then(() => this.#saveNow());
    return this.#saving;
  }

  async #saveNow() {
    if (!this.drafts || this.#since === 0 || this.#stopped) return;
    window.clearTimeout(this.#timer);
    this.#since = 0;
    const fresh = this.draft.revision === 0;
    const saved = this.draft;
    try {
      const { revision, saved: at } = await this.drafts.save(saved);
      if (this.draft.id !== saved.id) return;
      this.draft = { ...this.draft, revision, saved: at };
      this.view.say(`已保存在本机 ${clock(at)}`, false);
      this.channel?.postMessage(saved.id);
      remember(`draft.${this.archetype}`, saved.id);
      if (fresh) await this.list();
    } catch (error) {
      this.#since ||= Date.now();
      if (error instanceof ConflictError) this.#stop(error.theirs);
      else this.#fail(error);
    }
  }

  /** Looks whether another window has saved the draft since. */
  async #compare() {
    if (!this.drafts || this.#stopped || this.draft.revision === 0) return;
    try {
      await this.#saving;
      const { id, revision } = this.draft;
      if ((await this.drafts.revision(id)) === revision || this.draft.id !== id) return;
      const theirs = (await this.drafts.list(this.archetype)).find((draft) => draft.id === id);
      if (theirs && theirs.revision !== this.draft.revision) this.#stop(theirs);
    } catch (error) {
      this.#fail(error);
    }
  }

  /** @param {Draft} theirs */
  #stop(theirs) {
    this.#stopped = true;
    this.view.say("没有保存：这份草稿在另一个窗口改过", true);
    this.view.conflict(theirs);
  }

  /** @param {unknown} error */
  #fail(error) {
    const name = error instanceof Error ? error.name : "";
    const why = REASONS[name] ?? "浏览器不让网页存东西";
    this.view.say(`没有保存：${why}。请用“导出文件”存下，关闭页面前不会丢失`, true);
  }

  async list() {
    if (!this.drafts) return;
    this.view.list(await this.drafts.list(this.archetype), this.draft);
  }

  // --- switching ---

  /** @param {Draft} draft */
  #show(draft) {
    this.#stopped = false;
    this.#since = 0;
    window.clearTimeout(this.#timer);
    this.draft = draft;
    this.store.open(draft.state);
    remember(`draft.${this.archetype}`, draft.id);
    this.view.say(draft.saved ? `已保存在本机 ${clock(draft.saved)}` : "还没有填写", false);
  }

  /**
   * Opens a draft after saving the present one.
   * @param {Draft} draft
   */
  async open(draft) {
    if (!this.#stopped) await this.save();
    await this.drafts?.keep(draft.id, draft.state, "打开时").catch(() => undefined);
    this.#show(draft);
    await this.list();
  }

  /**
   * Starts another draft with a state and opens it.
   * @param {string} name
   * @param {State} state
   */
  async create(name, state) {
    if (!this.#stopped) await this.save();
    this.#show(newDraft(this.archetype, name, state));
    this.#changed(state);
    await this.save();
    await this.list();
  }

  /** @param {string} name */
  async rename(name) {
    this.draft = { ...this.draft, name };
    this.#since ||= Date.now();
    await this.save();
    await this.list();
  }

  /** Puts the present draft into the bin and opens another one. */
  async remove() {
    this.draft = { ...this.draft, deleted: true };
    this.#since ||= Date.now();
    await this.save();
    const kept = (await this.drafts?.list(this.archetype)) ?? [];
    const next = kept.find((draft) => !draft.deleted);
    if (next) await this.open(next);
    else await this.create(this.name, EMPTY);
  }

  /**
   * Takes a draft out of the bin and opens it.
   * @param {Draft} draft
   */
  async restore(draft) {
    await this.drafts?.save({ ...draft, deleted: false });
    const kept = (await this.drafts?.list(this.archetype)) ?? [];
    const back = kept.find(({ id }) => id === draft.id);
    if (back) await this.open(back);
  }

  /**
   * Starts anew after everything has been deleted; nothing is saved until something is typed.
   * @param {string} name
   */
  async forget(name) {
    this.#show(newDraft(this.archetype, name, EMPTY));
    remember(`draft.${this.archetype}`, "");
    this.view.say("本机数据已清除", false);
    this.channel?.postMessage("");
    await this.list();
  }

  /**
   * Keeps the present state before something great happens to it.
   * @param {string} why
   */
  async keepVersion(why) {
    await this.drafts?.keep(this.draft.id, this.store.state, why).catch(() => undefined);
  }
}

/** @param {string} at */
export function clock(at) {
  const date = new Date(at);
  const two = (/** @type {number} */ n) => String(n).padStart(2, "0");
  const day = `${String(date.getMonth() + 1)}月${String(date.getDate())}日`;
  const today = new Date().toDateString() === date.toDateString();
  return `${today ? "" : day}${two(date.getHours())}:${two(date.getMinutes())}`;
}
