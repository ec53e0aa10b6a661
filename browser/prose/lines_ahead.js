// Which lines of a text tell what is to come: the sections on 下一步打算 and the like.

/** @typedef {import("./types.js").Line} Line */

const AHEAD = /下一步|下步|下阶段|下一阶段|打算|工作安排|工作计划|工作思路|努力方向|今后|来年|目标任务|(?:季度|半年|学[期年])(?:安排|计划|重点)|年计划$/;

/**
 * @param {Line[]} lines
 * @returns {Set<number>} their indexes
 */
export function linesAhead(lines) {
  /** @type {Set<number>} */
  const found = new Set();
  let level = Infinity;
  lines.forEach(({ kind, text, number }, index) => {
    const own = number?.level ?? (/^#+/.exec(text)?.[0].length ?? Infinity) - 1;
    if (kind === "heading" && own <= level) level = AHEAD.test(text) ? own : Infinity;
    if (level !== Infinity || (number && AHEAD.test(text.slice(0, 20)))) found.add(index);
  });
  return found;
}
