// Checks a stored draft; one that is invalid gives null and must be left alone.

/** @typedef {import("./draft_database.js").Draft} Draft */
/** @typedef {import("./state.js").StoredState} StoredState */

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
  const progress = validProgress(stored["progress"]);
  return { id, archetype, name, revision, saved, deleted, state, ...(progress && { progress }) };
}

/**
 * @param {unknown} data
 * @returns {import("./progress.js").Progress | null}
 */
function validProgress(data) {
  if (!isObject(data)) return null;
  const { done, total } = data;
  return typeof done === "number" && typeof total === "number" ? { done, total } : null;
}

/**
 * A state with all its parts: a part that was not stored is empty; if any has the wrong type, the
 * whole state is invalid and null is returned.
 * @param {unknown} data
 * @returns {StoredState | null}
 */
export function validState(data) {
  if (!isObject(data)) return null;
  const { facts, without = [], headings = {}, content = {}, edits = [], carried = [] } = data;
  const whole =
    isRecordOf(facts, isWritten) &&
    isListOf(without, isText) &&
    isRecordOf(headings, isText) &&
    isContent(content) &&
    isListOf(edits, isEdit) &&
    isListOf(carried, isText);
  if (!whole) return null;
  return { facts, without, headings, content, carried, ...(edits.length > 0 && { edits }) };
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

/**
 * Tells whether a value has the shape of what a draft brings of its own.
 * @param {unknown} value
 * @returns {value is import("../schema/types.js").Content}
 */
export function isContent(value) {
  if (!isObject(value)) return false;
  const { outline = [], skip = {}, order = {}, own = {}, marks = {} } = value;
  const lists = [skip, order].every((lists) => isRecordOf(lists, isTextList));
  return lists && isListOf(outline, isOutlineEntry) && isOwn(own) && isObject(marks);
}

/** @type {(value: unknown) => value is string[]} */
const isTextList = (value) => isListOf(value, isText);

/** @type {(value: unknown) => value is import("../schema/types.js").OutlineEntry} */
const isOutlineEntry = (value) => {
  if (!isObject(value)) return false;
  const { use = "", own = "", heading = "", sections = [] } = value;
  return [use, own, heading].every(isText) && isListOf(sections, isOutlineEntry);
};

/**
 * @param {unknown} value
 * @returns {value is import("../schema/types.js").Own}
 */
function isOwn(value) {
  if (!isObject(value)) return false;
  const { facts = {}, sections = {}, items = {}, texts = {} } = value;
  const whole = isRecordOf(facts, isOwnFact) && isRecordOf(texts, isTexts);
  return whole && isRecordOf(sections, isTexts) && isRecordOf(items, isItems);
}

/** @type {(value: unknown) => value is import("../schema/types.js").FactSpec} */
const isOwnFact = (value) => isObject(value) && isText(value["label"]) && isText(value["type"]);

/** @type {(value: unknown) => value is import("../schema/types.js").OwnItem[]} */
const isItems = (value) => isListOf(value, isTexts);

/** @type {(value: unknown) => value is Record<string, string>} */
const isTexts = (value) => isRecordOf(value, isText);

/** @type {(value: unknown) => value is import("../schema/types.js").Written} */
const isWritten = (value) => isText(value) || isTexts(value) || isListOf(value, isTexts);

/** @type {(value: unknown) => value is import("./state.js").Edit} */
const isEdit = (value) =>
  isObject(value) &&
  typeof value["index"] === "number" &&
  [value["section"], value["generated"], value["text"]].every(isText);
