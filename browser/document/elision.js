// Says once a paragraph with what its figures are compared: 14个，比上年增加1个；286人，增加12人; mirrors
// macros/document/elision.py.

import table from "../../macros/document/elision.json" with { type: "json" };

/** @typedef {import("../schema/types.js").Run} Run */

const FOUND = new RegExp(`${table.bases}|${table.other_bases}|${table.clause_ends}`, "g");
const CLAUSE_END = new RegExp(`^${table.clause_ends}$`);

/**
 * The runs without the period compared with where the paragraph has named it before.  Only what was
 * computed is shortened, and only after what was computed: a writer may have meant another period.  A
 * clause that compares with a plan says both.
 * @param {Run[]} runs
 * @returns {Run[]}
 */
export function elided(runs) {
  let [isNamed, hasOther] = [false, false];
  /** @type {(found: string, isComputed: boolean) => string} */
  const kept = (found, isComputed) => {
    const isOther = found === table.other_bases;
    if (isOther || CLAUSE_END.test(found)) {
      hasOther = isOther;
      return found;
    }
    const isAgain = isNamed && !hasOther;
    isNamed ||= isComputed;
    return isAgain && isComputed ? "" : found;
  };
  return runs.map((run) => {
    const text = run.text.replace(FOUND, (found) => kept(found, Boolean(run.formula)));
    return text === run.text ? run : { ...run, text };
  });
}
