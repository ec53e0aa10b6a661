// Finds what is wrong with a record's target: what a figure is changed by, or what it is to reach; mirrors
// macros/facts/targets.py.

import table from "../../macros/facts/targets.json" with { type: "json" };
import { now } from "../figures/arithmetic.js";
import { Decimal } from "../figures/decimal.js";
import { Figure, printedUnit, WHOLE } from "../figures/values.js";
import { traitsOf } from "../schema/fact_types.js";

/** @typedef {import("../schema/types.js").FactSpec} FactSpec */
/** @typedef {import("../figures/values.js").Row} Row */

/** @typedef {{field: string, what: string, expected: string}} TargetMistake */

export const { figure: FIGURE, step: STEP, aim: AIM } = table; // fields of a record
const ZERO = Decimal.of("0");

/**
 * Tells whether the records of a list set targets.
 * @param {FactSpec} spec
 */
export function hasTargets({ fields = {} }) {
  return [FIGURE, STEP, AIM].every((name) => name in fields);
}

/**
 * What is wrong with the target of a record, which `entry` has as it was entered.
 * @param {FactSpec} spec
 * @param {Row} row
 * @param {import("./entries.js").Fields | undefined} entry
 * @param {Record<string, FactSpec>} specs
 * @returns {TargetMistake[]}
 */
export function targetMistakes({ fields = {} }, row, entry, specs) {
  const cited = entry?.[FIGURE];
  const label = (/** @type {string} */ name) => fields[name]?.label ?? name;
  const given = [AIM, STEP].flatMap((name) => {
    const value = row[name];
    return value instanceof Figure ? [{ name, value }] : [];
  });
  const { [FIGURE]: named } = row;
  const figure = named ? now(named) : null;
  if (cited === undefined) {
    const wrong = given.filter(({ name, value }) => name === AIM || value.number.sign < 0);
    return wrong.map(({ name, value }) => uncited(name, label(name), label(FIGURE), value));
  }
  if (!figure) return [];
  const spec = typeof cited === "string" ? specs[cited] : undefined;
  const whole = spec !== undefined && traitsOf(spec).whole === true;
  const found = given.flatMap(({ name, value }) => impossible({ name, label: label(name), figure, value }, whole));
  const [aim, step] = given;
  return aim && step ? [...found, ...contradicting(label, figure, aim.value, step.value)] : found;
}

/** @type {(name: string, label: string, figure: string, value: Figure) => TargetMistake} */
function uncited(field, label, figure, { text }) {
  const expected = `选“${figure}”；没有对应指标的，“${label}”不填或填大于零的数`;
  return { field, what: `“${label}”是${text}，没有选“${figure}”`, expected };
}

/** @typedef {{name: string, label: string, figure: Figure, value: Figure}} Target */

/**
 * What the figure is to reach.
 * @param {Target} target
 */
function aimOf({ name, figure, value }) {
  return name === STEP ? figure.number.plus(value.number) : value.number;
}

/**
 * @param {Target} target
 * @param {boolean} whole whether the figure is a count
 * @returns {TargetMistake[]}
 */
function impossible(target, whole) {
  const { figure } = target;
  const aim = aimOf(target);
  const unit = printedUnit(figure.unit);
  const most = WHOLE[figure.unit];
  if (most !== undefined && aim.compare(most) > 0 && figure.number.compare(most) <= 0) {
    const last = Decimal.of(String(most));
    return [mistake(target, `超过${String(most)}${unit}`, `不大于${lastOf(target, last)}`)];
  }
  if (aim.sign < 0 && figure.number.sign >= 0) return [mistake(target, "小于零", `不小于${lastOf(target, ZERO)}`)];
  return whole && !aim.isWhole ? [mistake(target, "不是整数", "整数")] : [];
}

/**
 * What the field may have at most, where `edge` is the last number that the figure may reach.
 * @param {Target} target
 * @param {Decimal} edge
 */
function lastOf({ name, figure }, edge) {
  return (name === STEP ? edge.minus(figure.number) : edge).plain;
}

/** @type {(target: Target, why: string, expected: string) => TargetMistake} */
function mistake(target, why, expected) {
  const { name: field, label, figure, value } = target;
  const aim = aimOf(target).plain + printedUnit(figure.unit);
  return { field, what: `“${label}”是${value.text}：${figure.label}由${figure.text}到${aim}，${why}`, expected };
}

/** @type {(label: (name: string) => string, figure: Figure, aim: Figure, step: Figure) => TargetMistake[]} */
function contradicting(label, figure, aim, step) {
  const reached = figure.number.plus(step.number);
  if (reached.compare(aim.number) === 0) return [];
  const sum = `${figure.operand} + ${step.operand} = ${reached.plain}`;
  const what = `“${label(AIM)}”${aim.text}与“${label(STEP)}”${step.text}对不上：${sum}`;
  return [{ field: AIM, what, expected: "两个只填一个" }];
}
