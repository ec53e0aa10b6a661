// How much of a draft is filled in.

/** @typedef {{done: number, total: number}} Progress of what the text asks for, when it was saved */

/**
 * The number of facts that have a value.
 * @param {import("../schema/types.js").Facts} facts
 */
export function countEntered(facts) {
  return Object.values(facts).filter((value) => (typeof value === "string" ? value : Object.values(value).some(Boolean))).length;
}
