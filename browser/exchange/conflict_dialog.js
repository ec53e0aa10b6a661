// Asks which of several sheets is right where they state one figure differently.

import { make } from "../page/elements.js";
import { openDialog } from "../page/dialog.js";
import { labelAt, valueAt } from "../facts/paths.js";
import { withTokens } from "../templating/tokens.js";
import { withValue } from "./combine.js";
import { READINGS } from "./changes.js";

/** @typedef {import("../schema/types.js").Facts} Facts */
/** @typedef {import("./combine.js").Conflict} Conflict */
/** @typedef {import("./combine.js").Value} Value */
/** @typedef {{specs: Record<string, import("../schema/types.js").FactSpec>, present: Facts}} Known */

const MOST_CHARACTERS = 60;

/**
 * Gives the facts with the values that the reader has chosen; at once where there is nothing to choose.
 * @param {Conflict[]} conflicts
 * @param {Known} known
 * @param {Facts} facts
 * @param {(facts: Facts) => void} proceed
 */
export function askConflicts(conflicts, known, facts, proceed) {
  if (conflicts.length === 0) {
    proceed(facts);
    return;
  }
  /** @type {Map<Conflict, Value>} */
  const chosen = new Map();
  const intro = `有${String(conflicts.length)}处，几张表填得不一样。请逐处选定；没有选的，保留草稿里现在的。`;
  const sets = conflicts.map((conflict, index) => choiceOf(conflict, index, known, chosen));
  openDialog("几张表填得不一样", [make("p", {}, intro), ...sets], [
    [
      "下一步",
      () => {
        proceed([...chosen].reduce((all, [conflict, value]) => withValue(all, conflict, value), facts));
      },
    ],
  ]);
}

/**
 * @param {Conflict} conflict
 * @param {number} index
 * @param {Known} known
 * @param {Map<Conflict, Value>} chosen
 */
function choiceOf(conflict, index, { specs, present }, chosen) {
  const { fact, side, given } = conflict;
  const path = side ? `${fact}.${side}` : fact;
  const radio = (/** @type {string} */ text, /** @type {Value | undefined} */ value) => {
    const input = make("input", { type: "radio", name: `conflict-${String(index)}` });
    input.checked = value === undefined;
    input.addEventListener("change", () => {
      if (value === undefined) chosen.delete(conflict);
      else chosen.set(conflict, value);
    });
    return make("label", {}, input, text);
  };
  const reading = READINGS[specs[fact]?.type ?? "text"];
  const shown = (/** @type {Value} */ value) =>
    typeof value === "string" ? (reading?.(value, specs) ?? value) : withTokens(recordsOf(value), specs);
  const there = Array.isArray(present[fact]) ? recordsOf(present[fact]) : valueAt(present, path);
  const choices = given.map(({ value, names }) => radio(`${shown(value)}（${names.join("、")}）`, value));
  return make(
    "fieldset",
    { class: "dialog-choices" },
    make("legend", {}, labelAt(specs, path)),
    ...choices,
    radio(there ? `保留现在的：${shown(there)}` : "现在没有填，先空着", undefined),
  );
}

/** @param {Record<string, string>[]} rows */
function recordsOf(rows) {
  const records = rows.map((row) => Object.values(row).find(Boolean) ?? "").join("、");
  const cut = records.length > MOST_CHARACTERS ? `${records.slice(0, MOST_CHARACTERS)}…` : records;
  return rows.length > 0 ? `${String(rows.length)}条：${cut}` : "没有";
}
