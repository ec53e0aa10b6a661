// Finds the facts that are filled in though no sentence uses them, and says why; mirrors
// macros/library/unused.py.

import { allRuns } from "../document/document.js";
import { factOf } from "../facts/paths.js";
import { inputsOf } from "../facts/archetype_facts.js";
import { Amount } from "../facts/entries.js";
import { isQuotient } from "../schema/fact_types.js";
import { ownValue } from "../schema/own_value.js";
import { evaluate, namesIn } from "../templating/render.js";

/** @typedef {import("../facts/entries.js").Entries} Entries */
/** @typedef {import("../schema/types.js").Block} Block */
/** @typedef {import("../schema/types.js").Expression} Expression */
/** @typedef {import("../schema/types.js").Statement} Statement */
/** @typedef {import("../templating/render.js").Scope} Scope */
/** @typedef {import("./summary.js").Summary} Summary */

const ALWAYS_USED = ["period", "last_period"];
const CITATION = "figure"; // names a fact, and states nothing itself

/**
 * The facts that are given and asked for, but used by nothing in these blocks.  Of a list that is used, the
 * fields that no text reads: works[0].note.
 * @param {Summary} summary
 * @param {Entries} entries
 * @param {Set<string>} read
 * @param {Block[]} blocks
 */
export function unusedFacts(summary, entries, read, blocks) {
  const paths = blocks.flatMap(allRuns).flatMap((run) => run.facts ?? []);
  const shown = [...read, ...paths.map(factOf)];
  const used = new Set([...shown, ...inputsOf(summary.specs, shown)]);
  const { specs, printedFacts, content } = summary;
  const entered = Object.keys(entries).filter((name) => specs[name] && isQuotient(specs[name]));
  const asked = new Set([...printedFacts, ...Object.keys(content.own?.facts ?? {}), ...entered]);
  const told = [...asked].filter((name) => !ALWAYS_USED.includes(name) && isTold(entries[name]));
  return told.flatMap((name) => (used.has(name) ? unusedFields(summary, name, entries[name]) : [name]));
}

/**
 * @param {Summary} summary
 * @param {string} name
 * @param {Entries[string] | undefined} entry
 */
function unusedFields({ specs, fieldsRead }, name, entry) {
  const read = fieldsRead.get(name);
  if (!Array.isArray(entry) || !read) return []; // a list of which no field is read is only counted
  return Object.entries(specs[name]?.fields ?? {}).flatMap(([field, { type }]) => {
    const row = read.has(field) || type === CITATION ? -1 : entry.findIndex((record) => isTold(ownValue(record, field)));
    return row < 0 ? [] : [`${name}[${String(row)}].${field}`];
  });
}

/**
 * Tells whether a fact says there is something; an empty list and a zero say there is not.
 * @param {Entries[string] | undefined} entry
 * @returns {boolean}
 */
function isTold(entry) {
  if (entry === undefined || typeof entry === "string") return Boolean(entry);
  if (Array.isArray(entry)) return entry.length > 0;
  if (entry instanceof Amount) return entry.value.sign !== 0;
  return Object.getPrototypeOf(entry) === Object.prototype ? Object.values(entry).some(isTold) : true;
}

/**
 * Why no sentence uses a fact: which others have to be filled in as well.
 * @param {Summary} summary
 * @param {string} path
 * @param {Scope} scope
 */
export function reasonUnused(summary, path, scope) {
  const name = factOf(path);
  for (const body of name === path ? summary.bodies() : []) {
    const conditions = conditionsAbove(body, name);
    if (!conditions) continue;
    const lacking = new Set(conditions.flatMap((test) => lackingIn(test, scope)));
    lacking.delete(name);
    const labels = [...lacking].map((other) => summary.specs[other]?.label ?? other).join("、");
    return labels ? `需要同时填写${labels}` : "按目前填写的内容，写到它的句子不出现";
  }
  return "文中没有一句写到它";
}

/**
 * The conditions above the first statement that prints a fact; null without one.
 * @param {Statement[]} body
 * @param {string} name
 * @returns {Expression[] | null}
 */
function conditionsAbove(body, name) {
  for (const statement of body) {
    if (typeof statement === "string") continue;
    const [kind, first, second, third] = statement;
    if (kind === "=" && namesIn(first).includes(name)) return [];
    if (kind === "for") {
      const inner = namesIn(second).includes(name) ? [] : conditionsAbove(third, name);
      if (inner) return inner;
    }
    for (const [test, branch] of kind === "if" || kind === "vary" ? [...first, [null, second]] : []) {
      const inner = conditionsAbove(branch, name);
      if (inner) return test === null ? inner : [test, ...inner];
    }
  }
  return null;
}

/**
 * The facts that a condition asks to be known and that are not.
 * @param {Expression} test
 * @param {Scope} scope
 * @returns {string[]}
 */
function lackingIn(test, scope) {
  if (typeof test === "string") return [];
  const [kind, ...parts] = test;
  if (kind === "and") return parts.flatMap((part) => lackingIn(part, scope));
  if (kind !== "()" || !["known", "some"].includes(parts[0])) return [];
  return evaluate(test, scope) ? [] : namesIn(test).slice(0, 1);
}
