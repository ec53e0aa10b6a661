// Says once a sentence with what its figures are compared: 14个，比上年增加1个；286人，增加12人; mirrors
// macros/document/elision.py.

import table from "../../macros/document/elision.json" with { type: "json" };

/** @typedef {import("../schema/types.js").Run} Run */

const BASE = table.bases + table.before;
const FOUND = new RegExp(`${BASE}|${table.other_bases}|${table.clause_ends}|${table.sentence_ends}`, "g");

/**
 * The runs without the period compared with where the sentence has named it before.  Only what was computed
 * is shortened, never a writer's words; a clause that compares with a plan says both.
 * @param {Run[]} runs
 * @returns {Run[]}
 */
export function elided(runs) {
  let [isNamed, hasOther] = [false, false];
  /** @type {(found: string, isComputed: boolean) => string} */
  const kept = (found, isComputed) => {
    const isEnd = found === table.clause_ends || found === table.sentence_ends;
    if (!isEnd && found !== table.other_bases) {
      const isAgain = isNamed && !hasOther;
      isNamed = true;
      return isAgain && isComputed ? "" : found;
    }
    hasOther = !isEnd;
    isNamed &&= found !== table.sentence_ends;
    return found;
  };
  return runs.map((run) => {
    const text = run.text.replace(FOUND, (found) => kept(found, Boolean(run.formula)));
    return text === run.text ? run : { ...run, text };
  });
}
