// The drafts on this machine, in IndexedDB: saved whole or not at all, and never over another's work.

import { openDB } from "idb";

import { readState, readStored } from "./draft_validation.js";

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

/** Thrown when another window has saved the draft since it was read, or cleared it away. */
export class ConflictError extends Error {
  /** @param {Draft | null} theirs */
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
   * The drafts of an archetype, the last saved first, the deleted ones with them, and how many
   * records of it are no drafts.
   * @param {string} archetype
   */
  async list(archetype) {
    /** @type {({archetype?: unknown} | null)[]} */
    const all = await this.db.getAll("drafts");
    const own = all.filter((record) => record?.archetype === archetype).map(readStored);
    const drafts = own.filter((draft) => draft !== null);
    drafts.sort((a, b) => (a.saved < b.saved ? 1 : -1));
    return { drafts, unreadable: own.length - drafts.length };
  }

  /**
   * A draft as it is stored now, or null.
   * @param {string} id
   */
  async get(id) {
    return readStored(await this.db.get("drafts", id));
  }

  /**
   * Saves a draft over the revision it came from and returns it as it is now.
   * @param {Draft} draft
   * @returns {Promise<Draft>}
   */
  async save(draft) {
    const change = this.db.transaction("drafts", "readwrite", { durability: "strict" });
    const theirs = readStored(await change.store.get(draft.id));
    if ((theirs?.revision ?? 0) !== draft.revision) {
      await change.done;
      throw new ConflictError(theirs);
    }
    const next = { ...draft, revision: draft.revision + 1, saved: new Date().toISOString() };
    await Promise.all([change.store.put(next), change.done]);
    return next;
  }

  /**
   * Keeps a state as it was before something great happened to it; not of a draft that is cleared.
   * @param {string} draft
   * @param {State} state
   * @param {string} why
   */
  async keep(draft, state, why) {
    const change = this.db.transaction(["drafts", "versions"], "readwrite");
    if ((await change.objectStore("drafts").getKey(draft)) === undefined) return;
    const versions = change.objectStore("versions");
    await versions.add({ draft, at: new Date().toISOString(), why, state });
    const keys = await versions.index("draft").getAllKeys(draft);
    for (const key of keys.slice(0, Math.max(0, keys.length - MOST_VERSIONS))) {
      await versions.delete(key);
    }
    await change.done;
  }

  /**
   * The kept states of a draft, the last first.
   * @param {string} draft
   */
  async versions(draft) {
    /** @type {Version[]} */
    const kept = await this.db.getAllFromIndex("versions", "draft", draft);
    return kept
      .reverse()
      .flatMap(({ at, why, state }) => {
        const whole = readState(state);
        return whole ? [{ at, why, state: whole }] : [];
      });
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
 * A name that none of the drafts has: the given one, or with a number after it.
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
