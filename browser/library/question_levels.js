// The kinds of questions that levels raise: nothing found, shares, ranks, samples, targets; mirrors
// macros/library/question_levels.py.

import { now, plus, rest, share } from "../figures/arithmetic.js";
import { change } from "../figures/comparisons.js";
import { Decimal, quotient } from "../figures/decimal.js";
import { Blank, Figure, Series } from "../figures/values.js";
import { sourcesOf } from "../facts/archetype_facts.js";
import { betterOf, isQuotient } from "../schema/fact_types.js";
import { bothOf } from "./asked_facts.js";
import { reaches } from "./question_changes.js";
import { digits } from "./question_sums.js";

/** @typedef {import("./asked_facts.js").AskedFacts} AskedFacts */
/** @typedef {import("./question_sums.js").Found} Found */
/** @typedef {import("./questions.js").Rule} Rule */

/**
 * Nothing found although somebody looked.
 * @param {Rule} _
 * @param {AskedFacts} asked
 * @returns {Found[]}
 */
export function none(_, asked) {
  return asked.spoken.flatMap(([subject, { label, sought, sought_by: by = [] }]) => {
    const figure = sought === "found" ? asked.figure(subject) : undefined;
    const looked = by.flatMap((name) => asked.figure(name) ?? []);
    const efforts = looked.filter(({ number }) => number.sign > 0);
    if (!figure || figure.number.sign || efforts.length === 0) return [];
    const told = efforts.map((effort) => effort.label + effort.text).join("、");
    const words = { label, now: figure.text, efforts: told };
    const sums = [`${told}，${label}${figure.text}`];
    return [{ subject, words, sums, behind: digits(figure, ...efforts), names: [subject] }];
  });
}

/**
 * Parts whose share of the whole has jumped.
 * @param {Rule} rule
 * @param {AskedFacts} asked
 * @returns {Found[]}
 */
export function shares(rule, asked) {
  return asked.spoken.flatMap(([name, { part_of: wholes = [] }]) =>
    wholes.flatMap((whole) => jump(rule, asked, name, whole) ?? []),
  );
}

/**
 * @param {Rule} rule
 * @param {AskedFacts} asked
 * @param {string} name
 * @param {string} of
 * @returns {Found | undefined}
 */
function jump({ at_least: least = 0, base = 0 }, asked, name, of) {
  const [part, whole] = [asked.both(name), asked.both(of)];
  if (!part || !whole || !reaches(whole.now.number, base)) return undefined;
  const sides = { now: share(part.now, whole.now), last: share(part.last, whole.last), plan: new Blank("") };
  const rate = rateOf(asked, name, of);
  const label = rate === undefined ? `${part.series.label}占${whole.series.label}的比重` : (asked.specs[rate]?.label ?? "");
  const { comparedWith } = part.series;
  const found = bothOf(new Series(sides, label, comparedWith));
  if (!found || !reaches(found.step.abs(), least) || asked.mentions(label)) return undefined;
  const words = { label, before: found.last.text, now: found.now.text, change: change(found.series).text };
  const sums = [`${label}：本期${found.now.formula}，${comparedWith}${found.last.formula}`];
  const behind = digits(part.now, part.last, whole.now, whole.last);
  const names = rate === undefined ? [name] : [name, rate];
  return { subject: rate ?? name, words, sums, behind, names };
}

/**
 * The rate that the text may show of a part and its whole.
 * @param {AskedFacts} asked
 * @param {string} part
 * @param {string} whole
 */
function rateOf(asked, part, whole) {
  return asked.names.find((name) => sourcesOf(asked.specs[name]).join() === `${part},${whole}`);
}

/**
 * A rank without its source.
 * @param {Rule} _
 * @param {AskedFacts} asked
 * @returns {Found[]}
 */
export function rank(_, asked) {
  return asked.spoken.flatMap(([subject, { label, stated_by: path }]) => {
    const figure = asked.figure(subject);
    if (path === undefined || !figure || !asked.fact(path) || asked.isKnown(path)) return [];
    const source = asked.specs[path]?.label ?? "";
    const sums = [`${label}：${figure.text}`, `${source}：未填`];
    return [{ subject, words: { label, now: figure.text, source }, sums, behind: digits(figure), names: [subject], path }];
  });
}

/**
 * A sample with faults beside a total that is stated as it is.
 * @param {Rule} _
 * @param {AskedFacts} asked
 * @returns {Found[]}
 */
export function sample(_, asked) {
  return asked.spoken.flatMap(([name, { label, sample_of: of = "" }]) => {
    const [size, total] = [asked.figure(name), asked.figure(of)];
    if (!size || !total) return [];
    const subject = asked.names.find((one) => asked.specs[one]?.part_of?.includes(name));
    const good = asked.figure(subject);
    if (!good || good.number.compare(size.number) >= 0) return [];
    return [{ ...extrapolated(label, size, good, total), subject: subject ?? "", names: [name, subject ?? "", of] }];
  });
}

/**
 * @param {string} label
 * @param {Figure} size
 * @param {Figure} good
 * @param {Figure} total
 */
function extrapolated(label, size, good, total) {
  const [faulty, part] = [rest(size, good), share(good, size)];
  const number = faulty instanceof Figure ? faulty.number.times(total.number) : Decimal.of("0");
  const places = Math.max(0, -total.number.exponent) + 1;
  const estimate = new Figure(quotient(number, size.number, places), { unit: total.unit }).text;
  const words = {
    ...{ label, sample: size.text, share: part.text },
    ...{ total_label: total.label, total: total.text, estimate },
  };
  const formula = `${total.operand} × ${faulty.text} ÷ ${size.text} ≈ ${estimate}`;
  const sums = [`${good.label}：${part.formula}`, `照此推算：${formula}`];
  return { words, sums, behind: digits(size, good, total) };
}

/**
 * Plans for a rate that aim at no more than has been reached already.
 * @param {Rule} _
 * @param {AskedFacts} asked
 * @returns {Found[]}
 */
export function target(_, asked) {
  const { plans: entry } = asked.entries;
  return asked.rows("plans").flatMap(({ figure, value }, index) => {
    const [name, ...others] = asked.cited(Array.isArray(entry) ? entry[index]?.["figure"] : undefined);
    const spec = name === undefined || others.length > 0 ? undefined : asked.specs[name];
    if (!spec || !isQuotient(spec) || !figure || !value) return [];
    const aim = plus(figure, value);
    if (!(aim instanceof Figure)) return [];
    const found = reached(figure).find(([, level]) => isWorse(aim, level, betterOf(spec)));
    if (!found) return [];
    const [when, level] = found;
    const path = `plans[${String(index)}].value`;
    const words = { label: level.label, target: aim.text, reached: level.text, when };
    return [{ subject: path, words, sums: [`目标${aim.formula}，${when}${level.text}`], behind: digits(aim, level), path }];
  });
}

/**
 * The levels that have been reached, each with when that was.
 * @param {import("../figures/values.js").Value | Series} figure
 * @returns {[string, Figure][]}
 */
function reached(figure) {
  const [mine, both] = [now(figure), bothOf(figure)];
  return [...(mine ? [entry("本期", mine)] : []), ...(both ? [entry(both.series.comparedWith, both.last)] : [])];
}

/** @type {(when: string, level: Figure) => [string, Figure]} */
const entry = (when, level) => [when, level];

/**
 * @param {Figure} aim
 * @param {Figure} level
 * @param {"higher" | "lower"} better
 */
function isWorse(aim, level, better) {
  const order = aim.number.compare(level.number);
  return better === "lower" ? order > 0 : order < 0;
}
