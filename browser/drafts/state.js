// What a reader has written: one plain object, changed in one place, with undo and redo.

/** @typedef {import("../schema/types.js").Facts} Facts */

/**
 * A paragraph put by hand in the place of a generated one.
 * @typedef {object} Edit
 * @property {string} section the section it stands in; "title", "signature" or "date" in the frame
 * @property {number} index which of the section's blocks it was
 * @property {string} generated the text the template gave when it was edited
 * @property {string} text
 * @property {string[]} [facts] the paths it was made from; the number of a removed record is -1
 */

/**
 * A draft's content.  It is never changed, only replaced.
 * @typedef {object} State
 * @property {Facts} facts
 * @property {string[]} without optional sections that are left out
 * @property {Record<string, string>} headings own headings, by section or by a group's heading
 * @property {Edit[]} edits
 * @property {string[]} carried facts carried over from the last period or an example and not
 *   confirmed since: `scope`, a list as a whole (`works`) or a record of it (`works[0]`)
 */

/** @type {State} */
export const EMPTY = { facts: {}, without: [], headings: {}, edits: [], carried: [] };

const MOST_STEPS = 500;
const SAME_STEP = 1500; // milliseconds: quick typing in one field is one step to undo

/** Holds the present state and the way back; tells whoever listens of every change. */
export class Store {
  /** @type {State[]} */
  #past = [];
  /** @type {State[]} */
  #future = [];
  /** @type {((state: State, cause: string) => void)[]} */
  #listeners = [];
  #last = { cause: "", at: 0 };

  /** @param {State} [state] */
  constructor(state = EMPTY) {
    this.state = state;
  }

  /** @param {(state: State, cause: string) => void} listener */
  listen(listener) {
    this.#listeners.push(listener);
  }

  /**
   * Replaces the state.  Quick typing in one place is undone together.
   * @param {string} cause the path that was typed in, or what was done
   * @param {Partial<State>} change
   * @param {boolean} [typing]
   */
  change(cause, change, typing = false) {
    const at = Date.now();
    const goesOn = typing && cause === this.#last.cause && at - this.#last.at < SAME_STEP;
    if (!goesOn) this.#past = [...this.#past.slice(1 - MOST_STEPS), this.state];
    this.#last = { cause, at };
    this.#future = [];
    this.#set({ ...this.state, ...change }, cause);
  }

  /**
   * Starts anew with another draft: there is no way back into the one before.
   * @param {State} state
   */
  open(state) {
    this.#past = [];
    this.#future = [];
    this.#set(state, "open");
  }

  get canUndo() {
    return this.#past.length > 0;
  }

  get canRedo() {
    return this.#future.length > 0;
  }

  undo() {
    const state = this.#past.pop();
    if (!state) return;
    this.#future.push(this.state);
    this.#set(state, "undo");
  }

  redo() {
    const state = this.#future.pop();
    if (!state) return;
    this.#past.push(this.state);
    this.#set(state, "redo");
  }

  /**
   * @param {State} state
   * @param {string} cause
   */
  #set(state, cause) {
    if (cause === "open" || cause === "undo" || cause === "redo") this.#last = { cause: "", at: 0 };
    this.state = state;
    for (const listener of this.#listeners) listener(state, cause);
  }
}
