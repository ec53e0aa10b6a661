// The content of a draft and the store that holds it, with undo and redo.

import { withoutChanged } from "./carried_words.js";

/** @typedef {import("../schema/types.js").Facts} Facts */

/**
 * A paragraph edited by hand in a draft of an older version, in place of the generated one.
 * @typedef {object} Edit
 * @property {string} section the section it stands in; "title", "signature" or "date" for the frame
 * @property {number} index the index of the block within its section
 * @property {string} generated the generated text at the time of the edit
 * @property {string} text
 * @property {string[]} [facts] the paths it was made from; the index of a removed record is -1
 */

/**
 * A draft's content; it is never mutated, only replaced.
 * @typedef {object} State
 * @property {Facts} facts
 * @property {string[]} without optional sections that are left out
 * @property {Record<string, string>} headings own headings, by section or by a group's heading
 * @property {import("../schema/types.js").Content} content what the draft brings of its own
 * @property {string[]} carried facts carried over from the last period or an example and not yet
 *   confirmed: `scope`, a whole list (`works`) or one of its records (`works[0]`), and own words by
 *   their key (`own.texts/training/明确分工`), which an edit of them confirms
 */

/** @typedef {State & {edits?: Edit[]}} StoredState a state that an older version may have written */

/** @type {State} */
export const EMPTY = { facts: {}, without: [], headings: {}, content: {}, carried: [] };

const MOST_STEPS = 500;
const SAME_STEP = 1500; // milliseconds: typing in one field without a longer pause is one undo step

/** Holds the present state and its history, and notifies listeners of every change. */
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
   * Replaces parts of the state; quick typing with the same cause is one undo step.
   * @param {string} cause the path of the field that was typed in, or the name of the action
   * @param {Partial<State>} change
   * @param {boolean} [typing]
   */
  change(cause, change, typing = false) {
    const at = Date.now();
    const continues = typing && cause === this.#last.cause && at - this.#last.at < SAME_STEP;
    if (!continues) this.#past = [...this.#past.slice(1 - MOST_STEPS), this.state];
    this.#last = { cause, at };
    this.#future = [];
    const { content, carried } = this.state;
    const marks = withoutChanged(carried, content, change.content ?? content);
    this.#set({ ...this.state, carried: marks, ...change }, cause);
  }

  /**
   * Replaces the state by another draft's; undo does not lead back to the draft before.
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
