// Lists of a name and a number in each record, as one writes them in a sentence: 私接电线41处、安全出口堆物19处.

import { isValid } from "../facts/entries.js";
import { isNumber } from "../schema/fact_types.js";

/** @typedef {import("../schema/types.js").FactSpec} FactSpec */
/** @typedef {{ name: string, number: string, unit: string }} Pair the fields of a record, and the unit of its number */

const NOT_COUNTED = "无"; // the unit of numbers with a measure word of their own

/**
 * The two fields of a list whose records are a name and a number of one unit; undefined of any other fact.
 * @param {FactSpec | undefined} spec
 * @returns {Pair | undefined}
 */
export function pairOf(spec) {
  const [first, second, ...more] = Object.entries(spec?.fields ?? {});
  if (!first || !second || more.length > 0 || first[1].type !== "text" || !isNumber(second[1])) return undefined;
  const unit = second[1].unit ?? "";
  return unit === "" || unit === NOT_COUNTED ? undefined : { name: first[0], number: second[0], unit };
}

/**
 * The records that words begin with, and where these end; none where the list goes on in other words.
 * @param {string} words
 * @param {FactSpec} spec
 */
export function itemsAt(words, spec) {
  const { name = "", number = "", unit = "" } = pairOf(spec) ?? {};
  const item = new RegExp(`(、|和|以及)?([^、，。；：0-9＿_]{1,20}?)([0-9]+(?:\\.[0-9]+)?)${unit}(?=[、，。；）和以]|$)`, "y");
  /** @type {Record<string, string>[]} */
  const rows = [];
  let end = 0;
  for (let match = item.exec(words); match && (match[1] === undefined) === (rows.length === 0); match = item.exec(words)) {
    rows.push({ [name]: match[2] ?? "", [number]: match[3] ?? "" });
    end = item.lastIndex;
  }
  return /^(?:、|和|以及)/.test(words.slice(end)) ? { rows: [], end: 0 } : { rows, end };
}

/**
 * The records that words are; undefined where they are no such list.
 * @param {string} words
 * @param {FactSpec} spec
 */
export function itemsOf(words, spec) {
  const { rows, end } = itemsAt(words, spec);
  const isRead = rows.every((row) => Object.entries(spec.fields ?? {}).every(([field, one]) => isValid(row[field] ?? "", one)));
  return end === words.length && rows.length > 0 && isRead ? rows : undefined;
}

/**
 * The words for records.
 * @param {Record<string, string>[]} rows
 * @param {FactSpec} spec
 */
export function itemsText(rows, spec) {
  const { name = "", number = "", unit = "" } = pairOf(spec) ?? {};
  return rows.map((row) => `${row[name] ?? ""}${row[number] ?? ""}${unit}`).join("、");
}
