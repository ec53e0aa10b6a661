// The figures of a text beside those of a draft: what would be filled in, what is equal, what the reader has to decide.

import { specAt, valueAt, withValueAt } from "../facts/paths.js";
import { isValid } from "../facts/entries.js";
import { parsePeriod } from "../figures/periods.js";

/** @typedef {import("../extraction/types.js").StatedFigure} StatedFigure */
/** @typedef {import("../figures/periods.js").Period} Period */
/** @typedef {import("../schema/types.js").Facts} Facts */
/** @typedef {Record<string, import("../schema/types.js").FactSpec>} Specs */

/**
 * A figure that may be filled in: `chosen` is whether it is to begin with, `paths` those that it may be for.
 * @typedef {{ figure: StatedFigure, path: string, paths: string[], typed: string, chosen: boolean }} Row
 */
/** @typedef {"same" | "base" | "other"} Fit how the period of a text is related to that of a draft */

/**
 * How the period of a text is related to that of a draft: the same, the one compared with, or another.
 * @param {Period | undefined} period
 * @param {Facts} facts
 * @returns {Fit}
 */
export function fitOf(period, facts) {
  const [now, base] = ["period", "last_period"].map((name) => parsePeriod(valueAt(facts, name)));
  if (!period || !now || period.equals(now)) return "same";
  return base && period.equals(base) ? "base" : "other";
}

/**
 * The rows for a draft, each path once for each value, in the order of the text.
 * @param {StatedFigure[]} figures
 * @param {Specs} specs
 * @param {Facts} facts of the draft
 * @param {Fit} fit
 * @returns {Row[]}
 */
export function figureRows(figures, specs, facts, fit) {
  const base = comparedWith(facts);
  const stated = new Set(figures.filter(({ sure }) => sure).map(({ path }) => path));
  /** @type {Map<string, Row>} */
  const rows = new Map();
  for (const figure of figures.filter(({ path }) => !isComputed(path, specs, stated))) {
    const paths = [figure.path, ...(figure.sure ? [] : figure.others)].flatMap((path) => sided(path, specs, fit));
    const [path] = paths;
    if (!path) continue;
    const compared = !path.endsWith(".last") || fit === "base" || !base || figure.comparison === "" || figure.comparison === base;
    const chosen = figure.sure && compared && fit !== "other";
    const key = `${path}=${figure.typed}`;
    const known = rows.get(key);
    if (!known || (!known.chosen && chosen)) rows.set(key, { figure, path, paths, typed: figure.typed, chosen });
  }
  return [...rows.values()].sort((a, b) => a.figure.start - b.figure.start);
}

/**
 * Whether a rate follows from two other figures of the text, and so is not entered.
 * @param {string} path
 * @param {Specs} specs
 * @param {Set<string>} stated
 */
function isComputed(path, specs, stated) {
  const [name = "", side = "now"] = path.split(".");
  const { numerator, denominator } = specs[name] ?? {};
  const isStated = (/** @type {string} */ part) => stated.has(`${part}.${side}`) || (side === "now" && stated.has(part));
  return numerator !== undefined && denominator !== undefined && isStated(numerator) && isStated(denominator);
}

/**
 * What a draft compares with, in the words of a text.
 * @param {Facts} facts
 */
function comparedWith(facts) {
  const [now, base] = ["period", "last_period"].map((name) => parsePeriod(valueAt(facts, name)));
  if (!now || !base) return "";
  return base.equals(now.yearBefore) ? "year" : base.equals(now.preceding) ? "period" : "";
}

/**
 * The path in a draft: what a text of the period before says of its own is the earlier value there.
 * @param {string} path
 * @param {Specs} specs
 * @param {Fit} fit
 * @returns {string[]}
 */
function sided(path, specs, fit) {
  const [name = "", side] = path.split(".");
  const spec = specs[name];
  if (!spec) return [];
  if (fit !== "base") return [path];
  return side === "now" && (spec.series?.includes("last") || spec.numerator) ? [`${name}.last`] : [];
}

/**
 * Whether a draft has a value already, written in whichever way.
 * @param {Facts} facts
 * @param {string} path
 * @param {string} typed
 */
export function isSame(facts, path, typed) {
  const present = valueAt(facts, path);
  return present === typed || (present !== "" && Number(present) === Number(typed));
}

/**
 * Why rows cannot be filled in; empty where they can.
 * @param {Pick<Row, "path" | "typed">[]} rows
 * @param {Specs} specs
 * @param {(path: string) => string} label
 */
export function mistakeOf(rows, specs, label) {
  for (const [at, { path, typed }] of rows.entries()) {
    const spec = specAt(specs, path);
    if (!spec || !isValid(typed, spec)) return `“${label(path)}”的“${typed}”填不进去：只写数字，不写单位，并且在合理范围内。`;
    const other = rows.slice(at + 1).find((row) => row.path === path);
    if (other) return `“${label(path)}”勾了两个数：${typed}和${other.typed}。请只留一个。`;
  }
  return "";
}

/**
 * The facts with the values of rows.
 * @param {Facts} facts
 * @param {Pick<Row, "path" | "typed">[]} rows
 */
export function withRows(facts, rows) {
  return rows.reduce((filled, { path, typed }) => withValueAt(filled, path, typed), facts);
}
