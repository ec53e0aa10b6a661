// Paragraphs edited by hand: finds the generated paragraph that each edit belongs to.

import { withoutBidiControls } from "../document/document.js";

/** @typedef {import("../schema/types.js").Block} Block */
/** @typedef {import("../schema/types.js").Run} Run */
/** @typedef {import("./state.js").Edit} Edit */

/**
 * A block as it is shown; `index` counts the blocks of its section, `sources` are the paths of the
 * facts it was made from.  `stale` tells that the generated text has changed since the edit.
 * @typedef {Block & {place: string, index: number, generated: string, sources: string[], edit?: Edit,
 *   stale?: boolean}} ShownBlock
 */

const BLANKS = /(＿+)/; // a blank that was left in a text edited by hand is still one
const LEAST_SIMILARITY = 0.5; // the share of their facts that two paragraphs must have in common

/**
 * The blocks with the edits applied, and the orphaned edits, whose paragraph no longer exists.
 * @param {Block[]} blocks
 * @param {Edit[]} edits
 */
export function applyEdits(blocks, edits) {
  const shown = withPlaces(blocks);
  const remaining = new Set(edits);
  const assign = (/** @type {(block: ShownBlock, edit: Edit) => number} */ rate) => {
    for (const edit of remaining) {
      const rank = (/** @type {ShownBlock} */ block) =>
        block.edit || block.place !== edit.section ? 0 : rate(block, edit);
      const ranks = shown.map(rank);
      const best = Math.max(...ranks);
      const at = ranks.indexOf(best);
      const block = shown[at];
      if (!block || best < LEAST_SIMILARITY) continue;
      shown[at] = edited(block, edit);
      remaining.delete(edit);
    }
  };
  assign((block, edit) => (block.generated === edit.generated ? 1 + similarity(block, edit) : 0));
  assign(similarity);
  return { blocks: shown, orphaned: [...remaining] };
}

/**
 * How similar a block is to the one that was edited, from 0 to 1, by the facts that both were made
 * from.  An edit in an older draft has no facts and only tells which block of its section it was.
 * @param {ShownBlock} block
 * @param {Edit} edit
 */
function similarity({ sources, ...block }, { index, facts = sources }) {
  const here = Number(block.index === index);
  const all = new Set([...sources, ...facts]).size;
  if (all === 0 || facts === sources) return here;
  const same = sources.filter((path) => facts.includes(path)).length;
  return same / all + here / 100; // of two that are equally similar, the one at the same index
}

/** @param {Block} block */
function factsOf({ runs }) {
  return [...new Set(runs.flatMap((run) => run.facts ?? []))];
}

/**
 * @param {Block[]} blocks
 * @returns {ShownBlock[]}
 */
function withPlaces(blocks) {
  /** @type {Map<string, number>} */
  const counts = new Map();
  return blocks.map((block) => {
    const place = block.section || block.type;
    const index = counts.get(place) ?? 0;
    counts.set(place, index + 1);
    return { ...block, place, index, generated: block.text, sources: factsOf(block) };
  });
}

/**
 * @param {ShownBlock} block
 * @param {Edit} edit
 * @returns {ShownBlock}
 */
function edited(block, edit) {
  const stale = block.generated !== edit.generated;
  const text = withoutBidiControls(edit.text);
  return { ...block, text, runs: runsOf(text, block), edit, stale };
}

/**
 * The runs of a text edited by hand; its blanks lead to the fields of the generated text's blanks.
 * @param {string} text
 * @param {Block} block
 * @returns {Run[]}
 */
function runsOf(text, { runs }) {
  const blanks = runs.filter((run) => run.blank);
  const parts = text.split(BLANKS);
  const known = parts.length === 2 * blanks.length + 1;
  return parts.flatMap((part, index) => {
    if (index % 2 === 0) return part ? [{ text: part }] : [];
    return [{ ...(known ? blanks[(index - 1) / 2] : {}), text: part, blank: true }];
  });
}

/**
 * The edits with a block's new text; none is kept when that is the generated text.
 * @param {Edit[]} edits
 * @param {ShownBlock} block
 * @param {string} text
 * @returns {Edit[]}
 */
export function withEdit(edits, block, text) {
  const { place: section, index, generated, sources } = block;
  const here = (/** @type {Edit} */ edit) =>
    edit.section === section && edit.index === index && edit.generated === generated;
  const others = edits.filter((edit) => edit !== block.edit && !here(edit));
  if (text === block.generated) return others;
  return [...others, { section, index, generated, text, facts: sources }];
}
