// What a rule tells its checker.

/**
 * The words of a parameter; none where the rule does not have it.
 * @param {import("./types.js").Rule} rule
 * @param {string} name
 */
export function wordsOf({ parameters = {} }, name) {
  return [parameters[name] ?? []].flat();
}
