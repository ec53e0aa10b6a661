// Where what a pattern has found stands.

/**
 * @param {{ index: number, 0: string }} match
 * @param {number} [from] where the text that was searched begins
 */
export function spanOf({ index, 0: { length } }, from = 0) {
  return { start: from + index, end: from + index + length };
}
