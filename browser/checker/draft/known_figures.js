// The figures that a draft knows: the values of its facts, what the site computes from them, what its text says.

import { count, now, side, total } from "../../figures/arithmetic.js";
import { Figure, Rows, WHOLE } from "../../figures/values.js";
import { measured } from "../../prose/units.js";
import { readProse } from "../../prose/prose.js";

/** @typedef {import("../../facts/context.js").Context} Context */
/** @typedef {import("../../facts/context.js").Fact} Fact */
/** @typedef {import("../../schema/types.js").FactSpec} FactSpec */
/** @typedef {import("../../prose/types.js").Statement} Statement */

/**
 * A figure: `half` is how far it may be from what was rounded, `sign` whether it is told as a rise or a fall (0 where
 * it is neither), `trend` which way the fact went since the period before, `said` the figure as it is shown, `words`
 * what stands before it where it is printed.
 * @typedef {{value: number, half: number, unit: string, label: string, sign: number, trend: number, isSide: boolean,
 *   said: string, words?: string}} Known
 */

const SIDES = { now: "", last: "上期", plan: "计划" };
const MOVES = ["growth", "difference", "points"];

/**
 * The figures of the facts, each with what follows from its sides.
 * @param {Record<string, FactSpec>} specs
 * @param {Context} context
 * @returns {Known[]}
 */
export function knownFigures(specs, context) {
  const names = Object.keys(specs);
  const own = names.flatMap((name) => ofFact(specs[name]?.label ?? name, context.fact(name), specs[name]?.fields));
  const shares = names.flatMap((name) => (specs[name]?.part_of ?? []).flatMap((whole) => ofPart(name, whole, specs, context)));
  return [...own, ...shares];
}

/**
 * @param {string} label
 * @param {Fact | undefined} fact
 * @param {FactSpec["fields"]} [fields] of a list
 * @returns {Known[]}
 */
function ofFact(label, fact, fields = {}) {
  if (!fact) return [];
  if (fact instanceof Rows) return ofRows(label, fact, fields);
  const [mine, last, plan] = [now(fact), side(fact, "last"), side(fact, "plan")];
  const trend = mine && last ? Math.sign(exact(mine) - exact(last)) : 0;
  const sides = Object.entries({ now: mine, last, plan }).flatMap(([name, figure]) =>
    figure ? [known(figure, label + told(SIDES[/** @type {"now"} */ (name)]), { isSide: true, trend: name === "now" ? trend : 0 })] : [],
  );
  const moved = mine && last ? moves(label, mine, last) : [];
  const done = mine && plan && !mine.isRate ? [percent(`${label}完成计划`, exact(mine), exact(plan)), ...apart(`${label}与计划相差`, mine, plan)] : [];
  return [...sides, ...wholes(label, mine), ...moved, ...done];
}

/** @param {string} name */
function told(name) {
  return name && `（${name}）`;
}

/**
 * @param {string} label
 * @param {Rows} rows
 * @param {NonNullable<FactSpec["fields"]>} fields
 * @returns {Known[]}
 */
function ofRows(label, rows, fields) {
  const own = Object.keys(fields).filter((field) => fields[field]?.type !== "figure"); // which cites another fact
  const inRows = rows.rows.flatMap((row, at) =>
    own.flatMap((field) => ofFact(`${label}第${String(at + 1)}${rows.unit || "条"}·${fields[field]?.label ?? ""}`, row[field])),
  );
  const sums = Object.keys(rows.units).map((field) => total(rows, field));
  const whole = [count(rows), ...sums].flatMap((figure) => (figure instanceof Figure ? [known(figure, label, {})] : []));
  return [...inRows, ...whole];
}

/**
 * What a rate leaves of its whole, and its counts.
 * @param {string} label
 * @param {Figure | null} figure
 * @returns {Known[]}
 */
function wholes(label, figure) {
  const whole = figure?.isRate ? WHOLE[figure.unit] : undefined;
  if (!figure || whole === undefined) return [];
  const rest = whole === 100 ? [{ ...known(figure, `未计入${label}的`, {}), value: whole - exact(figure) }] : [];
  if (!figure.counts) return rest;
  const [part, all] = figure.counts;
  return [...rest, ...apart(`${label}以外的`, all, part)];
}

/**
 * The difference of two periods, and the growth of what is no rate.
 * @param {string} label
 * @param {Figure} mine
 * @param {Figure} last
 * @returns {Known[]}
 */
function moves(label, mine, last) {
  const by = exact(mine) - exact(last);
  const sign = Math.sign(by);
  const verb = sign < 0 ? "下降" : "增长";
  const differences = apart(label + (sign < 0 ? mine.fall : mine.rise), mine, last).map((one) => ({ ...one, sign }));
  if (mine.isRate || exact(last) === 0) return differences;
  const grown = percent(`${label}${verb}`, Math.abs(by), exact(last));
  const times = { ...grown, value: exact(mine) / exact(last), unit: "倍", said: `${label}是上期的${shown(exact(mine) / exact(last))}倍` };
  return [...differences, { ...grown, sign }, { ...times, sign: 0 }];
}

/**
 * How far two figures are apart, from what was computed and from what is printed.
 * @param {string} label
 * @param {Figure} a
 * @param {Figure} b
 * @returns {Known[]}
 */
function apart(label, a, b) {
  const unit = a.isRate ? "个百分点" : a.unit.slice(a.scale.length);
  const printed = Number(a.base.minus(b.base).abs().plain);
  const values = [...new Set([Math.abs(exact(a) - exact(b)), printed])];
  const { base, factor } = measured(unit);
  return values.map((value) => ({
    ...{ value: value * factor, half: 0, unit: base, label, sign: 0, trend: 0, isSide: false },
    said: `${label}${shown(value)}${unit}`,
  }));
}

/**
 * @param {string} name
 * @param {string} whole
 * @param {Record<string, FactSpec>} specs
 * @param {Context} context
 * @returns {Known[]}
 */
function ofPart(name, whole, specs, context) {
  const [part, all] = [context.fact(name), context.fact(whole)];
  if (!part || !all || part instanceof Rows || all instanceof Rows) return [];
  const pairs = /** @type {const} */ ([[now(part), now(all)], [side(part, "last"), side(all, "last")]]);
  const [label, of] = [specs[name]?.label ?? name, specs[whole]?.label ?? whole];
  return pairs.flatMap(([a, b]) =>
    a && b && exact(b) !== 0 ? [percent(`${label}占${of}`, exact(a), exact(b)), ...apart(`${of}中${label}以外的`, b, a)] : [],
  );
}

/**
 * @param {string} label
 * @param {number} part
 * @param {number} whole
 * @returns {Known}
 */
function percent(label, part, whole) {
  const value = whole === 0 ? NaN : (part / whole) * 100;
  return { value, half: 0, unit: "%", label, sign: 0, trend: 0, isSide: false, said: `${label}${shown(value)}%` };
}

/**
 * @param {Figure} figure
 * @param {string} label
 * @param {Partial<Known>} more
 * @returns {Known}
 */
function known(figure, label, more) {
  const { base, factor } = measured(figure.baseUnit);
  const rounded = figure.scale !== "" || figure.near !== "" || figure.over !== "";
  const half = rounded ? Math.abs(exact(figure)) * (figure.scale === "" ? 0.1 : 0) + step(figure) / 2 : 0;
  const said = `${label}${figure.text}`;
  return { value: exact(figure) * factor, half: half * factor, unit: base, label, sign: 0, trend: 0, isSide: false, said, ...more };
}

/**
 * The smallest step of a figure's last digit.
 * @param {Figure} figure
 */
function step({ number, base }) {
  return number.sign === 0 ? 0 : Math.abs((Number(base.plain) / Number(number.plain)) * 10 ** number.exponent);
}

/**
 * What a figure is before it is rounded: of a rate, its counts.
 * @param {Figure} figure
 */
function exact({ counts, unit, base }) {
  const whole = WHOLE[unit];
  if (!counts || whole === undefined) return Number(base.plain);
  const [part, all] = counts.map((one) => Number(one.base.plain));
  return part === undefined || !all ? Number(base.plain) : (part / all) * whole;
}

/** @param {number} value */
function shown(value) {
  return String(Number(value.toFixed(2)));
}

// --- what the text says ---

/**
 * The figures that a text has, with the way they are told to have moved.
 * @param {string} text
 * @returns {Known[]}
 */
export function printedFigures(text) {
  const { quantities, statements } = readProse(text);
  const by = new Map(statements.map((one) => [one.start, one]));
  return quantities.map(({ value, unit, written, start }) => ({
    ...{ value: Math.abs(value), half: 0, unit, label: "", trend: 0, isSide: false, said: `文中的${written}` },
    ...{ sign: moved(by.get(start)), words: by.get(start)?.clause ?? "" },
  }));
}

/** @param {Statement | undefined} statement */
function moved(statement) {
  return statement && MOVES.includes(statement.kind) ? statement.sign : 0;
}
