// Remembers which stretches of literal runs somebody has typed: those of templates and of own words are joined.

/** @typedef {import("../schema/types.js").Run} Run */
/** @typedef {{start: number, end: number, line: object}} Stretch of a run's text; `line` is the own line it is from */

/** @type {WeakMap<Run, Stretch[]>} */
const STRETCHES = new WeakMap();

/** @param {Run} run */
export function typedIn(run) {
  return STRETCHES.get(run) ?? [];
}

/**
 * The runs of an own line, with the literal ones known as typed.
 * @param {Run[]} runs
 * @param {object} line
 */
export function withTyped(runs, line) {
  for (const run of runs.filter(({ facts, blank }) => !facts && !blank)) {
    STRETCHES.set(run, [{ start: 0, end: run.text.length, line }]);
  }
  return runs;
}

/**
 * A part of a literal run, in which the same is typed.
 * @param {Run} run
 * @param {number} start
 * @param {number} end
 * @returns {Run}
 */
export function partOfRun(run, start, end) {
  const part = { ...run, text: run.text.slice(start, end) };
  const cut = (/** @type {number} */ at) => Math.min(Math.max(at, start), end) - start;
  const all = typedIn(run).map((one) => ({ ...one, start: cut(one.start), end: cut(one.end) }));
  const kept = all.filter((one) => one.start < one.end);
  if (kept.length > 0) STRETCHES.set(part, kept);
  return part;
}

/**
 * Two literal runs as one, in which the same is typed.
 * @param {Run} first
 * @param {Run} second
 * @returns {Run}
 */
export function joinedRun(first, second) {
  const joined = { ...first, text: first.text + second.text };
  const by = first.text.length;
  const moved = typedIn(second).map((one) => ({ ...one, start: one.start + by, end: one.end + by }));
  const all = [...typedIn(first), ...moved];
  if (all.length > 0) STRETCHES.set(joined, all);
  return joined;
}
