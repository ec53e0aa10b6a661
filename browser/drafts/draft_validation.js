// Checks a stored draft; one that is invalid gives null and must be left alone.

/** @typedef {import("./draft_database.js").Draft} Draft */
/** @typedef {import("./state.js").State} State */

/**
 * A stored draft, or null when any part of it is invalid.
 * @param {unknown} stored
 * @returns {Draft | null}
 */
export function validDraft(stored) {
  if (!isObject(stored)) return null;
  const { id, archetype, name, revision, saved = "", deleted = false } = stored;
  const state = validState(stored["state"]);
  if (!state || typeof revision !== "number" || typeof deleted !== "boolean") return null;
  if (!isText(id) || !isText(archetype) || !isText(name) || !isText(saved)) return null;
  return { id, archetype, name, revision, saved, deleted, state };
}

/**
 * A state with all its parts: a part that was not stored is empty; if any has the wrong type, the
 * whole state is invalid and null is returned.
 * @param {unknown} data
 * @returns {State | null}
 */
export function validState(data) {
  if (!isObject(data)) return null;
  const { facts, without = [], headings = {}, edits = [], carried = [] } = data;
  const whole =
    isRecordOf(facts, isWritten) &&
    isListOf(without, isText) &&
    isRecordOf(headings, isText) &&
    isListOf(edits, isEdit) &&
    isListOf(carried, isText);
  return whole ? { facts, without, headings, edits, carried } : null;
}

/** @typedef {Record<string, unknown>} Unknown */

/** @type {(value: unknown) => value is Unknown} */
export const isObject = (value) => typeof value === "object" && value !== null && !Array.isArray(value);

/** @type {(value: unknown) => value is string} */
const isText = (value) => typeof value === "string";

/**
 * @template T
 * @param {unknown} value
 * @param {(item: unknown) => item is T} fits
 * @returns {value is T[]}
 */
function isListOf(value, fits) {
  return Array.isArray(value) && value.every(fits);
}

/**
 * @template T
 * @param {unknown} value
 * @param {(item: unknown) => item is T} fits
 * @returns {value is Record<string, T>}
 */
function isRecordOf(value, fits) {
  return isObject(value) && Object.values(value).every(fits);
}

/** @type {(value: unknown) => value is Record<string, string>} */
const isTexts = (value) => isRecordOf(value, isText);

/** @type {(value: unknown) => value is import("../schema/types.js").Written} */
const isWritten = (value) => isText(value) || isTexts(value) || isListOf(value, isTexts);

/** @type {(value: unknown) => value is import("./state.js").Edit} */
const isEdit = (value) =>
  isObject(value) &&
  typeof value["index"] === "number" &&
  [value["section"], value["generated"], value["text"]].every(isText);
