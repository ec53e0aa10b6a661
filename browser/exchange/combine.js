// Puts the figures of several filled sheets together; what two of them state differently is left open.  Mirrors
// macros/exchange/combine.py.

/** @typedef {import("../schema/types.js").Facts} Facts */
/** @typedef {import("../schema/types.js").Written} Written */
/** @typedef {{name: string, facts: Facts}} Filled a sheet by the name of its file */
/** @typedef {string | Record<string, string>[]} Value of one side, of a text or of a whole list */
/** @typedef {{value: Value, names: string[]}} Given a value, and the sheets that state it */
/** @typedef {{fact: string, side: string, given: Given[]}} Conflict */

/**
 * The figures on which the sheets agree, and those on which they do not.
 * @param {Filled[]} sheets
 * @returns {{facts: Facts, conflicts: Conflict[]}}
 */
export function combined(sheets) {
  /** @type {Map<string, Conflict>} */
  const found = new Map();
  for (const { name, facts } of sheets) {
    for (const { fact, side, value } of valuesOf(facts)) {
      const key = `${fact}.${side}`;
      const known = found.get(key) ?? { fact, side, given: [] };
      found.set(key, { ...known, given: withGiven(known.given, value, name) });
    }
  }
  const all = [...found.values()];
  const agreed = all.filter(({ given }) => given.length === 1);
  const facts = agreed.reduce((facts, one) => withValue(facts, one, one.given[0]?.value ?? ""), /** @type {Facts} */ ({}));
  return { facts, conflicts: all.filter(({ given }) => given.length > 1) };
}

/**
 * Facts with the value of one side, of a text or of a list.
 * @param {Facts} facts
 * @param {{fact: string, side: string}} where
 * @param {Value} value
 * @returns {Facts}
 */
export function withValue(facts, { fact, side }, value) {
  const sides = facts[fact];
  if (!side || typeof value !== "string") return { ...facts, [fact]: value };
  return { ...facts, [fact]: { ...(isSided(sides) ? sides : {}), [side]: value } };
}

/**
 * The present facts, replaced by those that sheets fill in.
 * @param {Facts} present
 * @param {Facts} entered
 * @returns {Facts}
 */
export function withSheetFacts(present, entered) {
  const facts = { ...present };
  for (const [name, fact] of Object.entries(entered)) {
    const there = present[name];
    facts[name] = isSided(fact) && isSided(there) ? { ...there, ...fact } : fact;
  }
  return facts;
}

/** @param {Facts} facts */
function valuesOf(facts) {
  return Object.entries(facts).flatMap(([fact, written]) =>
    isSided(written)
      ? Object.entries(written).map(([side, value]) => ({ fact, side, value }))
      : [{ fact, side: "", value: written }],
  );
}

/**
 * @param {Given[]} given
 * @param {Value} value
 * @param {string} name
 * @returns {Given[]}
 */
function withGiven(given, value, name) {
  const isSame = (/** @type {Given} */ one) => JSON.stringify(one.value) === JSON.stringify(value);
  if (!given.some(isSame)) return [...given, { value, names: [name] }];
  return given.map((one) => (isSame(one) ? { ...one, names: [...one.names, name] } : one));
}

/**
 * @param {Written | undefined} fact
 * @returns {fact is Record<string, string>}
 */
function isSided(fact) {
  return typeof fact === "object" && !Array.isArray(fact);
}
