// Paragraphs put by hand in the place of generated ones, and what becomes of them later.

import { withoutTurns } from "../engine/document.js";

/** @typedef {import("../engine/types.js").Block} Block */
/** @typedef {import("./state.js").Edit} Edit */

/**
 * A block as it is shown; `index` counts the blocks of its section.  An edit is stale when the
 * generated text has changed since.
 * @typedef {Block & {place: string, index: number, generated: string, edit?: Edit, stale?: boolean}}
 *   Shown
 */

/**
 * The blocks with the edits in their places, and the edits whose section is gone.
 * @param {Block[]} blocks
 * @param {Edit[]} edits
 */
export function applyEdits(blocks, edits) {
  const shown = placed(blocks);
  const open = new Set(edits);
  const settle = (/** @type {(block: Shown, edit: Edit) => boolean} */ fits) => {
    for (const edit of open) {
      const at = shown.findIndex((block) => !block.edit && fits(block, edit));
      const block = shown[at];
      if (!block) continue;
      shown[at] = edited(block, edit);
      open.delete(edit);
    }
  };
  const together = (/** @type {Shown} */ b, /** @type {Edit} */ e) => b.place === e.section;
  settle((block, edit) => together(block, edit) && block.generated === edit.generated);
  settle((block, edit) => together(block, edit) && block.index === edit.index);
  return { blocks: shown, lost: [...open] };
}

/**
 * @param {Block[]} blocks
 * @returns {Shown[]}
 */
function placed(blocks) {
  /** @type {Map<string, number>} */
  const counts = new Map();
  return blocks.map((block) => {
    const place = block.section || block.type;
    const index = counts.get(place) ?? 0;
    counts.set(place, index + 1);
    return { ...block, place, index, generated: block.text };
  });
}

/**
 * @param {Shown} block
 * @param {Edit} edit
 * @returns {Shown}
 */
function edited(block, edit) {
  const stale = block.generated !== edit.generated;
  const text = withoutTurns(edit.text);
  return { ...block, text, runs: [{ text }], edit, stale };
}

/**
 * The edits with one more, or with another text for a block that has one.
 * @param {Edit[]} edits
 * @param {Shown} block
 * @param {string} text
 * @returns {Edit[]}
 */
export function withEdit(edits, block, text) {
  const { place: section, index, generated } = block;
  const here = (/** @type {Edit} */ edit) =>
    edit.section === section && edit.index === index && edit.generated === generated;
  const others = edits.filter((edit) => edit !== block.edit && !here(edit));
  if (text === block.generated) return others;
  return [...others, { section, index, generated, text }];
}
