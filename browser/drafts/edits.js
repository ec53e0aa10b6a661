// Paragraphs put by hand in the place of generated ones, and what becomes of them later.

import { withoutTurns } from "../document/document.js";

/** @typedef {import("../schema/types.js").Block} Block */
/** @typedef {import("../schema/types.js").Run} Run */
/** @typedef {import("./state.js").Edit} Edit */

/**
 * A block as it is shown; `index` counts the blocks of its section, `made` are the facts in it.
 * An edit is stale when the generated text has changed since.
 * @typedef {Block & {place: string, index: number, generated: string, made: string[], edit?: Edit,
 *   stale?: boolean}} Shown
 */

const MARKS = /(＿+)/; // a gap that was left in what was written by hand is still one
const ALIKE = 0.5; // how much of what two paragraphs are made from must be the same

/**
 * The blocks with the edits in their places, and the edits whose paragraph is gone.
 * @param {Block[]} blocks
 * @param {Edit[]} edits
 */
export function applyEdits(blocks, edits) {
  const shown = placed(blocks);
  const open = new Set(edits);
  const settle = (/** @type {(block: Shown, edit: Edit) => number} */ likeness) => {
    for (const edit of open) {
      const rank = (/** @type {Shown} */ block) =>
        block.edit || block.place !== edit.section ? 0 : likeness(block, edit);
      const ranks = shown.map(rank);
      const best = Math.max(...ranks);
      const at = ranks.indexOf(best);
      const block = shown[at];
      if (!block || best < ALIKE) continue;
      shown[at] = edited(block, edit);
      open.delete(edit);
    }
  };
  settle((block, edit) => (block.generated === edit.generated ? 1 + alike(block, edit) : 0));
  settle(alike);
  return { blocks: shown, lost: [...open] };
}

/**
 * How alike a block is to the one that was edited, 0 to 1: they were made from the same facts.
 * An edit of an older draft only tells which block of its section it was.
 * @param {Shown} block
 * @param {Edit} edit
 */
function alike({ made, ...block }, { index, facts = made }) {
  const here = Number(block.index === index);
  const all = new Set([...made, ...facts]).size;
  if (all === 0 || facts === made) return here;
  const same = made.filter((path) => facts.includes(path)).length;
  return same / all + here / 100; // of two that are as alike, the one in the same place
}

/** @param {Block} block */
function factsOf({ runs }) {
  return [...new Set(runs.flatMap((run) => run.facts ?? []))];
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
    return { ...block, place, index, generated: block.text, made: factsOf(block) };
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
  return { ...block, text, runs: runsOf(text, block), edit, stale };
}

/**
 * The runs of a text written by hand; its gaps lead to the fields of the generated ones.
 * @param {string} text
 * @param {Block} block
 * @returns {Run[]}
 */
function runsOf(text, { runs }) {
  const blanks = runs.filter((run) => run.blank);
  const parts = text.split(MARKS);
  const known = parts.length === 2 * blanks.length + 1;
  return parts.flatMap((part, index) => {
    if (index % 2 === 0) return part ? [{ text: part }] : [];
    return [{ ...(known ? blanks[(index - 1) / 2] : {}), text: part, blank: true }];
  });
}

/**
 * The edits with one more, or with another text for a block that has one.
 * @param {Edit[]} edits
 * @param {Shown} block
 * @param {string} text
 * @returns {Edit[]}
 */
export function withEdit(edits, block, text) {
  const { place: section, index, generated, made } = block;
  const here = (/** @type {Edit} */ edit) =>
    edit.section === section && edit.index === index && edit.generated === generated;
  const others = edits.filter((edit) => edit !== block.edit && !here(edit));
  if (text === block.generated) return others;
  return [...others, { section, index, generated, text, facts: made }];
}
