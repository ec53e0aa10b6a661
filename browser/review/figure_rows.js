// The figures of a text beside those of a draft: what would be filled in, what is equal, what the reader has to decide.

import { itemsOf, itemsText, pairOf } from "../extraction/list_items.js";
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
 * What a draft has at a path; of a list its records in words.
 * @param {Facts} facts
 * @param {string} path
 * @param {Specs} specs
 */
export function presentAt(facts, path, specs) {
  const [value, spec] = [facts[path], specs[path]];
  return Array.isArray(value) && spec ? itemsText(/** @type {Record<string, string>[]} */ (value), spec) : valueAt(facts, path);
}

/**
 * Whether a draft has a value already, written in whichever way.
 * @param {string} present
 * @param {string} typed
 */
export function isSame(present, typed) {
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
    if (!isAble(typed, path, specs)) return `“${label(path)}”的“${typed}”填不进去：${formOf(path, specs)}。`;
    const other = rows.slice(at + 1).find((row) => row.path === path);
    if (other) return `“${label(path)}”勾了两个数：${typed}和${other.typed}。请只留一个。`;
  }
  return "";
}

/**
 * @param {string} typed
 * @param {string} path
 * @param {Specs} specs
 */
function isAble(typed, path, specs) {
  const [spec, list] = [specAt(specs, path), specs[path]];
  return list && pairOf(list) ? itemsOf(typed, list) !== undefined : spec !== undefined && isValid(typed, spec);
}

/**
 * How the value of a path is written.
 * @param {string} path
 * @param {Specs} specs
 */
function formOf(path, specs) {
  const pair = pairOf(specs[path]);
  if (pair) return `写成“名称＋数＋${pair.unit}”，用顿号隔开，数在合理范围内`;
  if (specs[path]?.type === "text") return "写一行文字，末尾不加标点";
  return specs[path]?.type === "date" ? "日期写成2026-03-31这样" : "只写数字，不写单位，并且在合理范围内";
}

/**
 * The facts with the values of rows.
 * @param {Facts} facts
 * @param {Pick<Row, "path" | "typed">[]} rows
 * @param {Specs} specs
 */
export function withRows(facts, rows, specs) {
  return rows.reduce((filled, { path, typed }) => {
    const spec = specs[path];
    const items = spec && pairOf(spec) ? itemsOf(typed, spec) : undefined;
    return items ? { ...filled, [path]: items } : withValueAt(filled, path, typed);
  }, facts);
}
