// The rows of the table of all indicators: which each section has, what is computed of them, and what a reader
// may want to see of them.

import { sourcesOf } from "../facts/archetype_facts.js";
import { Context } from "../facts/context.js";
import { readEntries } from "../facts/entry_reader.js";
import { isFilled } from "../facts/paths.js";
import { allRuns } from "../document/document.js";
import { now, side } from "../figures/arithmetic.js";
import { againstPlan, change, growth } from "../figures/comparisons.js";
import { Series } from "../figures/values.js";
import { farApart } from "../library/unlikely_values.js";
import { isComputed, isNumber, isQuotient, traitsOf } from "../schema/fact_types.js";
import { sides } from "../templating/expression_kinds.js";
import { factsIn } from "../templating/render.js";

/** @typedef {import("../facts/context.js").Fact} Fact */
/** @typedef {import("../figures/values.js").Value} Value */
/** @typedef {import("../library/summary.js").Summary} Summary */
/** @typedef {import("../schema/types.js").FactSpec} FactSpec */
/** @typedef {import("./form_groups.js").Group} Group */
/** @typedef {Record<string, FactSpec>} Specs */
/** @typedef {import("../facts/computed_sides.js").Side} Column */
/** @typedef {import("../facts/computed_sides.js").Made} Made */

/**
 * An indicator: typed figures, one that is computed, a text or a date, or a list, which has its fields elsewhere.
 * @typedef {object} TableRow
 * @property {string} name
 * @property {FactSpec} spec
 * @property {"figure" | "computed" | "text" | "list"} kind
 * @property {Partial<Record<Column, string>>} paths of what is typed, by column; of a rate, where its counts
 *   are not known
 * @property {Set<string>} sources the facts that it depends on, itself among them
 */

export const COLUMNS = /** @type {const} */ (["now", "last", "plan"]);

/**
 * The groups of a summary with their rows, each indicator in the first group that has it.
 * @param {Summary} summary
 * @param {Group[]} groups
 */
export function tableGroups(summary, groups) {
  const placed = new Set();
  return groups.map((group) => {
    const computed = computedIn(summary, group).filter((name) => !placed.has(name));
    for (const name of computed) placed.add(name);
    return { ...group, rows: rowsOf(summary.specs, group.facts, computed) };
  });
}

/**
 * The computed facts that a group states; of the writer's own, those that no section does.
 * @param {Summary} summary
 * @param {Group} group
 */
function computedIn(summary, { entry }) {
  const { archetype, content, specs } = summary;
  const stated = entry
    ? [...summary.bodiesOfLine(entry).flatMap(factsIn), ...(archetype.sections[entry.use ?? ""]?.facts ?? [])]
    : Object.keys(content.own?.facts ?? {});
  return [...new Set(stated)].filter((name) => specs[name] && isComputed(specs[name]));
}

/**
 * The rows of some facts: texts first; a computed one after the last of those that it is made from.
 * @param {Specs} specs
 * @param {string[]} facts that are entered
 * @param {string[]} computed
 */
function rowsOf(specs, facts, computed) {
  const rows = facts.map((name) => tableRow(specs, name));
  for (const row of computed.map((name) => tableRow(specs, name))) {
    const last = rows.map(({ name }) => row.sources.has(name)).lastIndexOf(true);
    let at = last < 0 ? rows.length : last + 1;
    while (rows[at]?.kind === "computed") at += 1;
    rows.splice(at, 0, row);
  }
  const texts = rows.filter(({ kind }) => kind === "text");
  return [...texts, ...rows.filter(({ kind }) => kind !== "text")];
}

/**
 * @param {Specs} specs
 * @param {string} name
 * @returns {TableRow}
 */
function tableRow(specs, name) {
  const spec = /** @type {FactSpec} */ (specs[name]);
  const kind = kindOf(spec);
  const isTyped = kind === "figure" || kind === "text";
  const paths = isTyped ? pathsOf(name, spec.series) : isQuotient(spec) ? pathsOf(name, sides(spec, specs).slice(1)) : {};
  return { name, spec, kind, paths, sources: withSources(specs, name, new Set()) };
}

/**
 * @param {FactSpec} spec
 * @returns {TableRow["kind"]}
 */
function kindOf(spec) {
  if (traitsOf(spec).records) return "list";
  if (isComputed(spec)) return "computed";
  return isNumber(spec) ? "figure" : "text";
}

/**
 * @param {string} name
 * @param {string[] | undefined} series
 * @returns {TableRow["paths"]}
 */
function pathsOf(name, series) {
  if (!series) return { now: name };
  return Object.fromEntries(["now", ...series].map((one) => [one, `${name}.${one}`]));
}

/**
 * @param {Specs} specs
 * @param {string} name
 * @param {Set<string>} found
 */
function withSources(specs, name, found) {
  if (found.has(name)) return found;
  found.add(name);
  for (const source of sourcesOf(specs[name])) withSources(specs, source, found);
  return found;
}

// --- what is computed ---

/**
 * The values of some rows, with those that they depend on.
 * @param {Specs} specs
 * @param {TableRow[]} rows
 * @param {import("../schema/types.js").Facts} facts
 */
export function valuesOf(specs, rows, facts) {
  const names = new Set(rows.flatMap(({ sources }) => [...sources]));
  return new Context(specs, readEntries(specs, names, facts).entries);
}

/**
 * What follows from the sides of an indicator: the change, the growth in percent, how it stands to its plan.
 * @param {Fact | undefined} fact
 * @returns {Made[]}
 */
export function consequences(fact) {
  const mine = fact instanceof Series ? now(fact) : null;
  if (!mine || !(fact instanceof Series)) return [];
  const plan = side(fact, "plan");
  const step = change(fact);
  const more = growth(fact);
  const compared = side(fact, "last") ? [step, ...(more.formula === step.formula ? [] : [more])] : [];
  return [...compared, ...(plan?.number.sign ? [againstPlan(fact, mine, plan)] : [])];
}

// --- what a reader may want to see ---

export const FILTERS = { due: "未填", apart: "与上期差一倍以上", carried: "沿用未核对" };
/** @typedef {keyof typeof FILTERS} Filter */

/**
 * The paths of the values that the text is still waiting for.
 * @param {import("../schema/types.js").Block[]} blocks
 * @param {import("../schema/types.js").Facts} facts
 */
export function duePaths(blocks, facts) {
  const blanks = blocks.flatMap(allRuns).filter((run) => run.blank);
  const paths = new Set(blanks.flatMap((run) => run.facts ?? []));
  return new Set([...paths].filter((path) => !isFilled(facts, path)));
}

/**
 * Tells whether a figure has more than doubled or halved.
 * @param {Fact | undefined} fact
 */
export function isFarApart(fact) {
  if (!(fact instanceof Series)) return false;
  const [mine, last] = [now(fact), side(fact, "last")];
  return mine !== null && last !== null && farApart(mine.number, last.number) !== "";
}
