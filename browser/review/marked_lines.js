// The lines of a text cut into stretches, each with the weight of what was found in it.

/** @typedef {import("../checker/types.js").Finding} Finding */
/** @typedef {{ text: string, level: string, current: boolean }} Stretch */
/** @typedef {{ start: number, end: number, level: string, current: boolean }} Mark */

const WEIGHTS = ["hint", "warning", "error"];

/**
 * @param {string} text
 * @param {Finding[]} findings sorted by their place
 * @param {Finding | undefined} current
 * @returns {Stretch[][]}
 */
export function markedLines(text, findings, current) {
  const lines = text.split("\n");
  const starts = startsOf(lines);
  /** @type {Mark[][]} */
  const marks = lines.map(() => []);
  for (const one of findings) {
    for (let at = lineAt(starts, one.start); at < lines.length && (starts[at] ?? 0) < one.end; at += 1) {
      const start = starts[at] ?? 0;
      marks[at]?.push({ start: Math.max(0, one.start - start), end: one.end - start, level: one.level, current: one === current });
    }
  }
  return lines.map((line, at) => stretches(line, marks[at] ?? []));
}

/** @param {string[]} lines */
function startsOf(lines) {
  let start = 0;
  return lines.map((line) => {
    const own = start;
    start += line.length + 1;
    return own;
  });
}

/**
 * The index of the line that an offset is in.
 * @param {number[]} starts
 * @param {number} offset
 */
function lineAt(starts, offset) {
  let [low, high] = [0, starts.length - 1];
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if ((starts[middle] ?? 0) <= offset) low = middle;
    else high = middle - 1;
  }
  return low;
}

/**
 * @param {string} line
 * @param {Mark[]} marks
 * @returns {Stretch[]}
 */
function stretches(line, marks) {
  const edges = new Set([0, line.length]);
  for (const { start, end } of marks) edges.add(start).add(Math.min(end, line.length));
  const sorted = [...edges].sort((a, b) => a - b);
  return sorted.slice(0, -1).map((from, at) => {
    const to = sorted[at + 1] ?? line.length;
    const over = marks.filter(({ start, end }) => start <= from && to <= end);
    const weight = Math.max(-1, ...over.map(({ level }) => WEIGHTS.indexOf(level)));
    return { text: line.slice(from, to), level: WEIGHTS[weight] ?? "", current: over.some(({ current }) => current) };
  });
}
