// The kinds of questions that changes raise: figures that move apart, fall, stop or double; mirrors
// macros/library/question_changes.py.

import { growth } from "../figures/comparisons.js";
import { quotient } from "../figures/decimal.js";
import { betterOf } from "../schema/fact_types.js";
import { changeOf, digits, markOf, quoted, quotients, sumOf, sumOfQuotients } from "./question_sums.js";

/** @typedef {import("./asked_facts.js").AskedFacts} AskedFacts */
/** @typedef {import("./asked_facts.js").Both} Both */
/** @typedef {import("./question_sums.js").Found} Found */
/** @typedef {import("./questions.js").Rule} Rule */
/** @typedef {import("../figures/decimal.js").Decimal} Decimal */

/**
 * Tells whether a number is at least another, which a rule gives.
 * @param {Decimal} number
 * @param {number} least
 */
export function reaches(number, least) {
  return number.compare(least) >= 0;
}

/**
 * An amount that does not move with what it is divided by: money against cases.
 * @param {Rule} rule
 * @param {AskedFacts} asked
 * @returns {Found[]}
 */
export function apart({ at_least: least = 0 }, asked) {
  return asked.spoken.flatMap(([subject, spec]) => {
    const [amount, by] = [asked.both(subject), asked.both(spec.per)];
    const each = amount && by && quotients(amount, by);
    if (!amount || !by || !each || !reaches(each.percent, least)) return [];
    const words = {
      ...{ amount: amount.series.label, amount_growth: growth(amount.series).text },
      ...{ by: by.series.label, by_growth: growth(by.series).text },
      ...{ unit: by.now.baseUnit, before: each.last.text, now: each.now.text, growth: growth(each.series).text },
    };
    const sums = [sumOf(amount), sumOf(by), sumOfQuotients(each)];
    const behind = digits(amount.now, amount.last, by.now, by.last);
    return [{ subject, words, sums, behind, names: [subject, spec.per ?? ""] }];
  });
}

/**
 * Figures that are compared although what they are judged by has changed.
 * @param {Rule} _
 * @param {AskedFacts} asked
 * @returns {Found[]}
 */
export function restandard(_, asked) {
  /** @type {Map<string, [string, Both][]>} */
  const changed = new Map();
  for (const [name, { judged_by: standards = [] }] of asked.spoken) {
    const standard = standards.find((one) => asked.isKnown(one));
    const both = asked.both(name);
    if (standard !== undefined && both) changed.set(standard, [...(changed.get(standard) ?? []), [name, both]]);
  }
  return [...changed].map(([standard, compared]) => {
    const value = asked.fact(standard);
    const text = value && "text" in value ? value.text : "";
    const names = compared.map(([name]) => name);
    const words = {
      standard: `${asked.specs[standard]?.label ?? ""}：${text}`,
      labels: quoted(compared.map(([, { series }]) => series.label)),
    };
    const behind = [markOf(text), ...compared.flatMap(([, { now, last }]) => digits(now, last))];
    const sums = [words.standard, ...compared.map(([, both]) => changeOf(both))];
    return { subject: names[0] ?? "", words, sums, behind, names };
  });
}

/**
 * Less of what one looks for, or less looking.
 * @param {Rule} rule
 * @param {AskedFacts} asked
 * @returns {Found[]}
 */
export function fell({ of, base = 0, at_least: least = 0 }, asked) {
  return asked.spoken.flatMap(([subject, { label, sought, sought_by: by = [] }]) => {
    const both = sought === of ? asked.both(subject) : undefined;
    if (!both || both.step.sign >= 0 || !both.now.number.sign) return [];
    if (!reaches(both.last.number, base) || !reaches(both.percent, least)) return [];
    if (of === "looking" && asked.mentions(label)) return [];
    const { now, last, series } = both;
    const words = { label: series.label, before: last.text, now: now.text, growth: growth(series).text };
    const efforts = by.flatMap((name) => asked.both(name) ?? []);
    const sums = [sumOf(both), ...efforts.flatMap((effort) => sumsOfEffort(both, effort))];
    const behind = [both, ...efforts].flatMap((one) => digits(one.now, one.last));
    return [{ subject, words, sums, behind, names: [subject] }];
  });
}

/**
 * @param {Both} found
 * @param {Both} effort
 */
function sumsOfEffort(found, effort) {
  const each = quotients(found, effort, effort.series.label);
  return [sumOf(effort), ...(each ? [sumOfQuotients(each)] : [])];
}

/**
 * What was done in the last period and not at all in this one, all of it together.
 * @param {Rule} _
 * @param {AskedFacts} asked
 * @returns {Found[]}
 */
export function stopped(_, asked) {
  const found = asked.spoken.flatMap(([name, spec]) => {
    const both = hasStopped(asked, name, spec);
    return both ? [{ name, both }] : [];
  });
  const [first] = found;
  if (!first) return [];
  const names = found.map(({ name }) => name);
  const words = { labels: quoted(found.map(({ both }) => both.series.label)), compared: first.both.series.comparedWith };
  const behind = found.flatMap(({ both }) => digits(both.now, both.last));
  return [{ subject: first.name, words, sums: found.map(({ both }) => sumOf(both)), behind, names }];
}

/**
 * @param {AskedFacts} asked
 * @param {string} name
 * @param {import("../schema/types.js").FactSpec} spec
 */
function hasStopped(asked, name, spec) {
  const both = spec.additive !== false && betterOf(spec) === "higher" ? asked.both(name) : undefined;
  if (!both || both.now.number.sign || both.last.number.sign <= 0) return undefined;
  const isTold = asked.told.has(name) || asked.mentions(spec.label);
  return spec.sought === "found" || isTold ? undefined : both;
}

/**
 * Figures that have doubled or halved.
 * @param {Rule} rule
 * @param {AskedFacts} asked
 * @returns {Found[]}
 */
export function times({ base = 0 }, asked) {
  return asked.spoken.flatMap(([subject, { label }]) => {
    const both = asked.both(subject);
    if (!both || !both.now.grows || both.now.up || both.last.number.sign <= 0) return [];
    const { now, last, series } = both;
    const isLarge = reaches(now.number, base) || reaches(last.number, base);
    const ratio = isLarge ? ratioOf(now.number, last.number) : "";
    if (!ratio) return [];
    const words = { label, before: last.text, now: now.text, times: ratio, compared: series.comparedWith };
    return [{ subject, words, sums: [sumOf(both)], behind: digits(now, last), names: [subject] }];
  });
}

/**
 * @param {Decimal} mine
 * @param {Decimal} last
 */
function ratioOf(mine, last) {
  if (mine.compare(last.plus(last)) >= 0) return `${quotient(mine, last, 1).plain}倍`;
  return mine.sign > 0 && mine.plus(mine).compare(last) <= 0 ? "一半以下" : "";
}
