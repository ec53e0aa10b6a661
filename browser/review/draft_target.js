// The draft into which figures go: a new one or one of those on this machine; what was there can be brought back.

import { ConflictError, DraftDatabase, freeName, newDraft } from "../drafts/draft_database.js";
import { withCurrentNames } from "../facts/current_names.js";
import { setSetting } from "../page/settings.js";

/** @typedef {import("../drafts/draft_database.js").Draft} Draft */
/** @typedef {import("../schema/types.js").Facts} Facts */
/** @typedef {{ id: string, was?: string[], renamed?: import("../schema/types.js").Names }} Kind */

export const CHANGED = "这份草稿刚在别的窗口改过，没有填进去。表里已换成现在的内容，请重新核对。";
export const NO_STORAGE = "浏览器不让这个网页保存草稿，没有填进去。";
const WHY = "填入旧稿的数字前";

/** Reads and saves the drafts of one archetype. */
export class DraftTarget {
  /** @param {Kind} kind */
  constructor(kind) {
    this.kind = kind;
  }

  async #database() {
    const database = await DraftDatabase.open();
    database.was = this.kind.was ?? [];
    return database;
  }

  /** The drafts that are not in the bin, with the names of today; none where the browser stores none. */
  async drafts() {
    try {
      const { drafts } = await (await this.#database()).list(this.kind.id);
      return drafts.filter(({ deleted }) => !deleted).map((draft) => this.#current(draft));
    } catch {
      return [];
    }
  }

  /**
   * @param {Draft} draft
   * @returns {Draft}
   */
  #current(draft) {
    const { renamed } = this.kind;
    return renamed ? { ...draft, state: withCurrentNames(draft.state, renamed) } : draft;
  }

  /**
   * Saves a new draft with these facts.
   * @param {string} name
   * @param {import("../drafts/state.js").State} state
   * @returns {Promise<Draft>}
   */
  async begin(name, state) {
    const database = await this.#database();
    const { drafts } = await database.list(this.kind.id);
    return this.#saved(await database.save(newDraft(this.kind.id, freeName(name, drafts), state)));
  }

  /**
   * Fills facts into a draft; what was there is kept as an earlier version.  Fails where it has changed meanwhile.
   * @param {Draft} draft
   * @param {Facts} facts
   */
  async fill(draft, facts) {
    const database = await this.#database();
    const saved = await database.save({ ...draft, state: { ...draft.state, facts } });
    await database.addVersion(draft.id, draft.state, WHY);
    return this.#saved(saved);
  }

  /**
   * Brings back what was there: the state of before, or the bin for a draft that was new.
   * @param {Draft} filled
   * @param {Draft} [before]
   */
  async undo(filled, before) {
    const database = await this.#database();
    return this.#saved(await database.save(before ? { ...filled, state: before.state } : { ...filled, deleted: true }));
  }

  /** @param {Draft} draft */
  #saved(draft) {
    if (!draft.deleted) setSetting(`draft.${this.kind.id}`, draft.id);
    if ("BroadcastChannel" in window) new BroadcastChannel("summaries").postMessage(draft.id);
    return draft;
  }
}

/**
 * What a failure to save says to the reader.
 * @param {unknown} error
 */
export function failure(error) {
  return error instanceof ConflictError ? CHANGED : NO_STORAGE;
}
