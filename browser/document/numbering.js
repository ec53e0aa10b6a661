// Numbers headings and items by their level, in the forms of a page layout; mirrors macros/document/numbering.py.

import { chinese } from "../figures/numerals.js";

/** @typedef {import("../schema/types.js").Block} Block */

const MAX_CIRCLED = 20; // ⑳; higher numbers stand in brackets
const COUNTER = /[一1①]/g;
/** @type {Record<string, (count: number) => string>} */
const COUNTERS = { 一: (count) => chinese(String(count)), 1: String, "①": circled };

/** @param {number} count */
function circled(count) {
  const isThere = count > 0 && count <= MAX_CIRCLED;
  return isThere ? String.fromCodePoint(0x245f + count) : `（${String(count)}）`;
}

/**
 * The blocks with numbers for those that have a level; `forms` has one form for each level.
 * @template {Block} B
 * @param {B[]} blocks
 * @param {string[]} forms
 * @returns {B[]}
 */
export function numbered(blocks, forms) {
  /** @type {number[]} the count on each level down to that of the last block */
  let counts = [];
  return blocks.map((block) => {
    if (!block.level) return block;
    const [own, above] = [block.level - 1, counts];
    counts = Array.from({ length: block.level }, (_, at) => (above[at] ?? 0) + Number(at === own));
    return withNumber(block, numberText(forms[own] ?? "", counts));
  });
}

/** @type {WeakMap<Block, Block>} the blocks that were numbered last, by those without a number */
const NUMBERED = new WeakMap();

/**
 * The block with a number; the one it had last, where that is the same, so that nothing is shown anew.
 * @template {Block} B
 * @param {B} block
 * @param {string} number
 * @returns {B}
 */
function withNumber(block, number) {
  const before = /** @type {B | undefined} */ (NUMBERED.get(block));
  if (before?.number === number) return before;
  const made = { ...block, number };
  NUMBERED.set(block, made);
  return made;
}

/**
 * A number in its form, which shows the last counts, as many as it has counters.
 * @param {string} form
 * @param {number[]} counts
 */
function numberText(form, counts) {
  const first = counts.length - (form.match(COUNTER)?.length ?? 0);
  let at = first - 1;
  return form.replace(COUNTER, (counter) => {
    at += 1;
    return COUNTERS[counter]?.(counts[at] ?? 0) ?? "";
  });
}
