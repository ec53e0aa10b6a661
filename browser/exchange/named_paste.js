// Puts a pasted table into the facts that its rows and columns have been found, or chosen, to be of.

import { confirmed } from "../drafts/list_records.js";
import { isValid } from "../facts/entries.js";
import { understood } from "../facts/days_typed.js";
import { labelAt, SIDE_NAMES, withValueAt } from "../facts/paths.js";
import { isNumber, unitOf } from "../schema/fact_types.js";

/** @typedef {import("../drafts/state.js").State} State */
/** @typedef {import("./pasted_names.js").NamedTable} NamedTable */
/** @typedef {import("./pasted_names.js").NamedRow} NamedRow */
/** @typedef {import("./pasted_names.js").Specs} Specs */

const MOST_NAMED = 20;
const NOT_TAKEN = ["", "—", "-", "–", "/"];

/**
 * The state with the cells whose row and column are known; the others, and why they are left out, in words.
 * @param {Specs} specs
 * @param {State} state
 * @param {NamedTable} table
 * @returns {{state: State, remarks: string[], scaled: string[]}}
 */
export function withNamed(specs, state, { rows, columns }) {
  let next = state;
  /** @type {string[]} */
  const remarks = [];
  /** @type {string[]} */
  const scaled = [];
  /** @type {Map<string, string>} */
  const taken = new Map();
  const putAt = (/** @type {string} */ path, /** @type {NamedRow} */ row, /** @type {string} */ text) => {
    const slot = specs[path.split(".")[0] ?? ""];
    const label = labelAt(specs, path);
    const written = slot ? writtenIn(text, row.unit, slot, state.facts) : null;
    const before = taken.get(path);
    if (!slot || written === null) remarks.push(`“${row.name}”的“${text.trim()}${row.unit}”与“${label}”的单位不符，没有填入`);
    else if (before !== undefined && before !== written) remarks.push(`“${label}”有两个不同的值（${before}、${written}），只填了前一个`);
    else {
      taken.set(path, written);
      if (isScaled(text, row.unit, written, unitOf(slot))) scaled.push(`${row.name} ${text.trim()}${row.unit} → ${written}${unitOf(slot)}`);
      next = { ...next, facts: withValueAt(next.facts, path, written), ...confirmed(next, path) };
    }
  };
  for (const row of rows.filter(({ fact }) => fact)) {
    const spec = specs[row.fact];
    for (const [index, { side }] of columns.entries()) {
      const text = row.texts[index] ?? "";
      if (!side || NOT_TAKEN.includes(text.trim())) continue;
      if (side !== "now" && !spec?.series?.includes(/** @type {"last"} */ (side))) {
        remarks.push(`“${row.name}”没有${SIDE_NAMES[/** @type {"now"} */ (side)]}一格，没有填入`);
      } else putAt(spec?.series ? `${row.fact}.${side}` : row.fact, row, text);
    }
  }
  return { state: next, remarks: shortened(remarks), scaled: shortened(scaled) };
}

/**
 * The strict form of a cell for a fact, in the fact's unit; null where it does not fit.
 * @param {string} text
 * @param {string} unit beside the name of its row
 * @param {import("../schema/types.js").FactSpec} slot
 * @param {import("../schema/types.js").Facts} facts
 */
function writtenIn(text, unit, slot, facts) {
  const isBare = /[\d余]$/.test(text.trim());
  const written = understood(isNumber(slot) && unit && isBare ? text + unit : text, slot, facts);
  return isValid(written, slot) ? written : null;
}

/**
 * Tells whether a figure was moved into another unit: 1.2万人次 into 12000人次.
 * @param {string} text
 * @param {string} unit
 * @param {string} written
 * @param {string} wanted
 */
function isScaled(text, unit, written, wanted) {
  const plain = text.normalize("NFKC").replace(/[,\s]/g, "");
  return plain !== written && (unit !== "" ? unit !== wanted : /[万亿]/.test(plain) && plain !== written + wanted);
}

/** @param {string[]} lines */
function shortened(lines) {
  if (lines.length <= MOST_NAMED) return lines;
  return [...lines.slice(0, MOST_NAMED), `……共${String(lines.length)}处`];
}
