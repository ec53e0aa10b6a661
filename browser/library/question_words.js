// The kinds of questions that words raise: a rank nobody vouches for, problems and plans of nobody; mirrors
// macros/library/question_words.py.

import { labelAt } from "../facts/paths.js";
import { Value } from "../figures/values.js";
import { markOf, quoted } from "./question_sums.js";

/** @typedef {import("./asked_facts.js").AskedFacts} AskedFacts */
/** @typedef {import("./question_sums.js").Found} Found */
/** @typedef {import("./questions.js").Rule} Rule */
/** @typedef {import("../figures/values.js").Row} Row */

const SENTENCE = /[^。；\n]+/gu;

/**
 * A claim to a rank in what was typed, in a sentence that does not say whose it is.
 * @param {Rule} rule
 * @param {AskedFacts} asked
 * @returns {Found[]}
 */
export function claim({ words = "", unless = "" }, asked) {
  if (asked.spoken.some(([, { stated_by: source = "" }]) => asked.isKnown(source))) return [];
  const [claiming, vouched] = [new RegExp(words, "u"), new RegExp(unless, "u")];
  return typed(asked).flatMap(([path, text]) =>
    (text.match(SENTENCE) ?? [])
      .filter((sentence) => claiming.test(sentence) && !vouched.test(sentence))
      .map((sentence) => ({
        ...{ subject: path, path, sums: [`“${sentence}”`], behind: [markOf(sentence)] },
        words: { label: labelAt(asked.specs, path), claim: sentence },
      })),
  );
}

/**
 * The texts that were typed, with their paths.
 * @param {AskedFacts} asked
 * @returns {[string, string][]}
 */
function typed(asked) {
  return asked.spoken.flatMap(([name, { type, fields = {} }]) => {
    const entry = asked.entries[name];
    if (type === "text" && typeof entry === "string") return [/** @type {[string, string]} */ ([name, entry])];
    if (!Array.isArray(entry)) return [];
    const parts = Object.keys(fields).filter((part) => fields[part]?.type === "text");
    return entry.flatMap((record, row) =>
      parts.flatMap((part) => {
        const text = record[part];
        const path = `${name}[${String(row)}].${part}`;
        return typeof text === "string" ? [/** @type {[string, string]} */ ([path, text])] : [];
      }),
    );
  });
}

/**
 * A list none of whose records has what one of them should have.
 * @param {Rule} rule
 * @param {AskedFacts} asked
 * @returns {Found[]}
 */
export function lacking({ rows: name = "", fields = [], words = "", at_least: least = 0 }, asked) {
  const rows = asked.rows(name).map((row) => joined(row, fields));
  const wanted = new RegExp(words, "u");
  if (rows.length < least || rows.some((row) => wanted.test(row))) return [];
  return [{ subject: name, words: { count: String(rows.length) }, sums: rows, behind: rows.map(markOf) }];
}

/**
 * The records of a list that do not have what each should have.
 * @param {Rule} rule
 * @param {AskedFacts} asked
 * @returns {Found[]}
 */
export function unnamed({ rows: name = "", fields: [title = "", ...fields] = [], words = "" }, asked) {
  const wanted = new RegExp(words, "u");
  const found = asked.rows(name).flatMap((row, at) => {
    const text = joined(row, fields);
    return text && !wanted.test(text) ? [{ at, name: row[title]?.text ?? "", text }] : [];
  });
  const [first] = found;
  if (!first) return [];
  const sums = found.map((row) => `${row.name}：${row.text}`);
  const path = `${name}[${String(first.at)}].${fields[0] ?? ""}`;
  const titles = quoted(found.map((row) => row.name));
  return [{ subject: name, words: { titles }, sums, behind: sums.map(markOf), path }];
}

/**
 * The fields of a record that were filled in.
 * @param {Row} row
 * @param {string[]} fields
 */
function joined(row, fields) {
  const values = fields.map((name) => row[name]);
  return values.flatMap((value) => (value instanceof Value && value.known && value.text ? [value.text] : [])).join("；");
}
