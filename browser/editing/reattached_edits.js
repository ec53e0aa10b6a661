// Finds the block that each paragraph edited by hand belongs to, in drafts of the version before own words;
// mirrors macros/library/reattached_edits.py.

import { allRuns } from "../document/document.js";

/** @typedef {import("../schema/types.js").Block} Block */
/** @typedef {import("../drafts/state.js").Edit} Edit */

/**
 * A block that an edit may belong to; `index` counts the blocks of its section but tables.  `tabled` are its
 * facts with those of the table after it, which once stood in the paragraph.
 * @typedef {{block: Block, section: string, index: number, facts: string[], tabled: string[], edit?: Edit}} Candidate
 */

const LEAST_SIMILARITY = 0.5; // the share of their facts that two paragraphs must have in common

/**
 * The blocks with the edits that belong to them, and the edits whose block is gone.
 * @param {Block[]} blocks
 * @param {Edit[]} edits
 */
export function reattached(blocks, edits) {
  const found = candidates(blocks);
  const exactly = assign(found, edits, (one, edit) =>
    one.block.text === edit.generated ? 1 + similarity(one, edit) : 0,
  );
  return { found, gone: assign(found, exactly, similarity) };
}

/**
 * Gives each edit the block that it fits best; returns those that fit none.
 * @param {Candidate[]} found
 * @param {Edit[]} edits
 * @param {(one: Candidate, edit: Edit) => number} rate
 */
function assign(found, edits, rate) {
  return edits.filter((edit) => {
    const ranks = found.map((one) => (mayHold(one, edit) ? rate(one, edit) : 0));
    const best = Math.max(0, ...ranks);
    const one = found[ranks.indexOf(best)];
    if (!one || best < LEAST_SIMILARITY) return true;
    one.edit = edit;
    return false;
  });
}

/**
 * Tells whether a block is free and one that could be edited: older drafts had no tables.
 * @param {Candidate} one
 * @param {Edit} edit
 */
function mayHold({ edit: other, section, block }, edit) {
  return !other && section === edit.section && block.type !== "table";
}

/**
 * How similar a block is to the one that was edited, from 0 to 1, by the facts that both were made
 * from.  An edit in an older draft has no facts and only tells which block of its section it was.
 * @param {Candidate} candidate
 * @param {Edit} edit
 */
function similarity({ index, facts, tabled }, { facts: edited, ...edit }) {
  const here = Number(index === edit.index);
  if (!edited || edited.length + facts.length === 0) return here;
  const same = Math.max(common(facts, edited), common(tabled, edited));
  return same + here / 100; // of two that are equally similar, the one at the same index
}

/** @type {(one: string[], other: string[]) => number} */
function common(one, other) {
  return one.filter((path) => other.includes(path)).length / new Set([...one, ...other]).size;
}

/**
 * @param {Block[]} blocks
 * @returns {Candidate[]}
 */
function candidates(blocks) {
  /** @type {Map<string, number>} */
  const counts = new Map();
  return blocks.map((block, at) => {
    const section = block.section || block.type;
    const index = counts.get(section) ?? 0;
    if (block.type !== "table") counts.set(section, index + 1);
    const facts = factsIn(block);
    const next = blocks[at + 1];
    const tabled = next?.type === "table" ? [...new Set([...facts, ...factsIn(next)])] : facts;
    return { block, section, index, facts, tabled };
  });
}

/** @param {Block} block */
function factsIn(block) {
  return [...new Set(allRuns(block).flatMap((run) => run.facts ?? []))];
}
