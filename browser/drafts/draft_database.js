// The drafts on this machine, in IndexedDB: saves a draft only over the version it was opened from; another
// window's is a conflict.

import { validState, validDraft } from "./draft_validation.js";
import { endOf, openDatabase, resultOf } from "./indexed_db.js";

/** @typedef {import("./state.js").State} State */

/**
 * @typedef {object} Draft
 * @property {string} id
 * @property {string} archetype
 * @property {string} name
 * @property {number} revision how often it was saved; a different number is another window's work
 * @property {string} saved when it was saved, in ISO form
 * @property {boolean} deleted whether it is in the bin
 * @property {State} state
 * @property {import("./progress.js").Progress} [progress] how much of its text was filled in, where the page said it
 */

/** @typedef {{key?: number, draft: string, at: string, why: string, state: State}} Version */

const NAME = "summaries";
const MOST_VERSIONS = 20;

/** Thrown when another window has saved or cleared the draft since it was read. */
export class ConflictError extends Error {
  /** @param {Draft | null} theirs the draft as it is stored now */
  constructor(theirs) {
    super("conflict");
    this.theirs = theirs;
  }
}

/** Reads and writes drafts; every method may fail with the browser's own error. */
export class DraftDatabase {
  /** @type {string[]} earlier ids of the archetype, under which drafts may be stored */
  was = [];

  /** @param {IDBDatabase} db */
  constructor(db) {
    this.db = db;
  }

  static async open() {
    const db = await openDatabase(NAME, (fresh) => {
      fresh.createObjectStore("drafts", { keyPath: "id" });
      const versions = fresh.createObjectStore("versions", { keyPath: "key", autoIncrement: true });
      versions.createIndex("draft", "draft");
    });
    return new DraftDatabase(db);
  }

  /** @param {"drafts" | "versions"} name */
  #store(name) {
    return this.db.transaction(name).objectStore(name);
  }

  /**
   * The drafts of an archetype, deleted ones included, the last saved first, and how many of its
   * records cannot be read.
   * @param {string} archetype
   */
  async list(archetype) {
    /** @type {({archetype?: unknown} | null)[]} */
    const all = await resultOf(this.#store("drafts").getAll());
    const ids = /** @type {unknown[]} */ ([archetype, ...this.was]);
    const own = all.filter((record) => ids.includes(record?.archetype)).map(validDraft);
    const drafts = own.filter((draft) => draft !== null);
    return { drafts: lastSavedFirst(drafts), unreadable: own.length - drafts.length };
  }

  /** The drafts of all archetypes that are not deleted, the last saved first. */
  async recent() {
    const all = /** @type {unknown[]} */ (await resultOf(this.#store("drafts").getAll()));
    return lastSavedFirst(all.map(validDraft).flatMap((draft) => (draft && !draft.deleted ? [draft] : [])));
  }

  /**
   * A draft as it is stored now; null when there is none, or none that can be read.
   * @param {string} id
   */
  async get(id) {
    return validDraft(await resultOf(this.#store("drafts").get(id)));
  }

  /**
   * Saves a draft over the revision it was made from and returns it with its new revision.
   * @param {Draft} draft
   * @returns {Promise<Draft>}
   */
  async save(draft) {
    const change = this.db.transaction("drafts", "readwrite", { durability: "strict" });
    const [store, end] = [change.objectStore("drafts"), endOf(change)];
    const theirs = validDraft(await resultOf(store.get(draft.id)));
    if ((theirs?.revision ?? 0) !== draft.revision) {
      await end;
      throw new ConflictError(theirs);
    }
    const next = { ...draft, revision: draft.revision + 1, saved: new Date().toISOString() };
    await Promise.all([resultOf(store.put(next)), end]);
    return next;
  }

  /**
   * Adds a state to a draft's earlier versions, unless the draft has been cleared.
   * @param {string} draft
   * @param {State} state
   * @param {string} why
   */
  async addVersion(draft, state, why) {
    const change = this.db.transaction(["drafts", "versions"], "readwrite");
    const end = endOf(change);
    if ((await resultOf(change.objectStore("drafts").getKey(draft))) === undefined) return;
    const versions = change.objectStore("versions");
    await resultOf(versions.add({ draft, at: new Date().toISOString(), why, state }));
    const keys = await resultOf(versions.index("draft").getAllKeys(draft));
    for (const key of keys.slice(0, Math.max(0, keys.length - MOST_VERSIONS))) versions.delete(key);
    await end;
  }

  /**
   * The earlier versions of a draft, the latest first.
   * @param {string} draft
   */
  async versions(draft) {
    /** @type {Version[]} */
    const stored = await resultOf(this.#store("versions").index("draft").getAll(draft));
    return stored
      .reverse()
      .flatMap(({ at, why, state }) => {
        const whole = validState(state);
        return whole ? [{ at, why, state: whole }] : [];
      });
  }

  /** Deletes every draft of every archetype. */
  async clear() {
    const change = this.db.transaction(["drafts", "versions"], "readwrite");
    change.objectStore("drafts").clear();
    change.objectStore("versions").clear();
    await endOf(change);
  }
}

/** @param {Draft[]} drafts */
function lastSavedFirst(drafts) {
  return drafts.sort((a, b) => (a.saved < b.saved ? 1 : -1));
}

/**
 * A name that none of the drafts has: the given one, with a number after it if it is taken.
 * @param {string} name
 * @param {Draft[]} drafts
 */
export function freeName(name, drafts) {
  const taken = drafts.map((draft) => draft.name);
  let [free, count] = [name, 2];
  for (; taken.includes(free); count += 1) free = `${name}${String(count)}`;
  return free;
}

/**
 * A new draft, not yet saved.
 * @param {string} archetype
 * @param {string} name
 * @param {State} state
 * @returns {Draft}
 */
export function newDraft(archetype, name, state) {
  // not randomUUID, which does not exist on a plain-http host name
  const id = [...crypto.getRandomValues(new Uint32Array(3))].map((n) => n.toString(36)).join("-");
  return { id, archetype, name, revision: 0, saved: "", deleted: false, state };
}
