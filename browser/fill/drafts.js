// The drafts on this machine, in IndexedDB: saved whole or not at all, and never over another's work.

import { openDB } from "idb";

/** @typedef {import("./state.js").State} State */

/**
 * @typedef {object} Draft
 * @property {string} id
 * @property {string} archetype
 * @property {string} name
 * @property {number} revision counts the savings; another number is another window's work
 * @property {string} saved when, in ISO form
 * @property {boolean} deleted it is in the bin
 * @property {State} state
 */

/** @typedef {{key?: number, draft: string, at: string, why: string, state: State}} Version */

const NAME = "summaries";
const MOST_VERSIONS = 20;

/** Thrown when another window has saved the draft since it was read. */
export class ConflictError extends Error {
  /** @param {Draft} theirs */
  constructor(theirs) {
    super("conflict");
    this.theirs = theirs;
  }
}

/** Reads and writes drafts; each method fails with the browser's own error. */
export class Drafts {
  /** @param {import("idb").IDBPDatabase} db */
  constructor(db) {
    this.db = db;
  }

  static async open() {
    const db = await openDB(NAME, 1, {
      upgrade(fresh) {
        fresh.createObjectStore("drafts", { keyPath: "id" });
        const versions = fresh.createObjectStore("versions", { keyPath: "key", autoIncrement: true });
        versions.createIndex("draft", "draft");
      },
      blocking: () => {
        db.close(); // another window deletes the database
      },
    });
    return new Drafts(db);
  }

  /**
   * The drafts of an archetype, the last saved first, the deleted ones with them.
   * @param {string} archetype
   */
  async list(archetype) {
    /** @type {unknown[]} */
    const all = await this.db.getAll("drafts");
    const drafts = all.filter(isDraft).filter((draft) => draft.archetype === archetype);
    return drafts.sort((a, b) => (a.saved < b.saved ? 1 : -1));
  }

  /**
   * Saves a draft over the revision it came from and returns it as it is now.
   * @param {Draft} draft
   * @returns {Promise<Draft>}
   */
  async save(draft) {
    const change = this.db.transaction("drafts", "readwrite", { durability: "strict" });
    /** @type {unknown} */
    const there = await change.store.get(draft.id);
    if (isDraft(there) && there.revision !== draft.revision) {
      await change.done;
      throw new ConflictError(there);
    }
    const next = { ...draft, revision: draft.revision + 1, saved: new Date().toISOString() };
    await change.store.put(next);
    await change.done;
    return next;
  }

  /**
   * The revision that is stored, or 0.
   * @param {string} id
   */
  async revision(id) {
    /** @type {unknown} */
    const there = await this.db.get("drafts", id);
    return isDraft(there) ? there.revision : 0;
  }

  /**
   * Keeps a state as it was before something great happened to it.
   * @param {string} draft
   * @param {State} state
   * @param {string} why
   */
  async keep(draft, state, why) {
    const change = this.db.transaction("versions", "readwrite");
    await change.store.add({ draft, at: new Date().toISOString(), why, state });
    const keys = await change.store.index("draft").getAllKeys(draft);
    for (const key of keys.slice(0, Math.max(0, keys.length - MOST_VERSIONS))) {
      await change.store.delete(key);
    }
    await change.done;
  }

  /**
   * The kept states of a draft, the last first.
   * @param {string} draft
   * @returns {Promise<Version[]>}
   */
  async versions(draft) {
    /** @type {Version[]} */
    const kept = await this.db.getAllFromIndex("versions", "draft", draft);
    return kept.reverse();
  }

  /** Deletes every draft of every archetype. */
  async clear() {
    const change = this.db.transaction(["drafts", "versions"], "readwrite");
    await change.objectStore("drafts").clear();
    await change.objectStore("versions").clear();
    await change.done;
  }
}

/**
 * Tells whether a stored record is a draft that this page understands.
 * @param {unknown} record
 * @returns {record is Draft}
 */
function isDraft(record) {
  if (typeof record !== "object" || record === null) return false;
  const { state, revision } = /** @type {Partial<Draft>} */ (record);
  return typeof revision === "number" && typeof state?.facts === "object";
}

/**
 * A draft nobody has saved yet.
 * @param {string} archetype
 * @param {string} name
 * @param {State} state
 * @returns {Draft}
 */
export function newDraft(archetype, name, state) {
  // not randomUUID, which a plain-http host name does not have
  const id = [...crypto.getRandomValues(new Uint32Array(3))].map((n) => n.toString(36)).join("-");
  return { id, archetype, name, revision: 0, saved: "", deleted: false, state };
}
