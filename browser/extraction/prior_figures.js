// What a text says of the period before, right after a figure: 上年同期为5例, or 比上年同期减少3例, from which it follows.

import { Decimal } from "../figures/decimal.js";
import { comparison } from "../prose/directions.js";
import { typedValue } from "./typed_value.js";

/** @typedef {import("../prose/types.js").Prose} Prose */
/** @typedef {import("../prose/types.js").Statement} Statement */
/** @typedef {import("../schema/types.js").FactSpec} FactSpec */
/** @typedef {import("./types.js").StatedFigure} StatedFigure */

const EARLIER = "(?:上学?年(?:度)?(?:同期)?|去年(?:同期)?|同期|上季度|上个?月|上学期|上期|上半年|20[0-9]{2}年(?:同期)?)";
const STATED = new RegExp(`^[^，。；、0-9（]{0,20}[，（](?:而)?${EARLIER}(?:数)?(?:为|是)?$`);
const CHANGED = new RegExp(`^[^，。；、0-9（]{0,20}[，（](?:(?:比|较)${EARLIER}(?:的)?|同比|环比)(增加|减少|增长|下降|增|减)(?:了)?$`);

/**
 * @param {Prose} prose
 * @param {StatedFigure[]} figures of this period, in the order of the text
 * @param {Record<string, FactSpec>} specs
 * @returns {StatedFigure[]}
 */
export function priorFigures(prose, figures, specs) {
  return figures.flatMap((figure) => {
    const [name = "", side] = figure.path.split(".");
    const spec = specs[name];
    if (side !== "now" || !figure.sure || !spec?.series?.includes("last")) return [];
    const at = prose.statements.findIndex(({ start, end }) => start <= figure.end && end >= figure.end);
    const next = prose.statements[at + 1];
    return next && prose.statements[at]?.sentence === next.sentence ? (prior(prose.text, figure, next, spec) ?? []) : [];
  });
}

/**
 * @param {string} text
 * @param {StatedFigure} figure
 * @param {Statement} next
 * @param {FactSpec} spec
 * @returns {StatedFigure | null}
 */
function prior(text, figure, next, spec) {
  const between = text.slice(figure.end, next.start);
  const [, way] = CHANGED.exec(between) ?? [];
  const value = STATED.test(between) || way ? typedValue(text, next.quantity, spec) : null;
  if (!value?.exact || next.quantity.rough) return null;
  const typed = way ? before(figure.typed, value.typed, way.includes("增")) : value.typed;
  const path = figure.path.replace(/\.now$/, ".last");
  const place = { start: value.start, end: value.end };
  return typed ? { ...figure, ...place, path, typed, others: [], derived: way !== undefined, comparison: comparison(between) } : null;
}

/**
 * What a value was before it rose or fell by a difference; empty where one of them is rough.
 * @param {string} now
 * @param {string} by
 * @param {boolean} rose
 */
function before(now, by, rose) {
  if (!/^[0-9.]+$/.test(now + by)) return "";
  const [value, step] = [Decimal.of(now), Decimal.of(by)];
  const earlier = rose ? value.minus(step) : value.plus(step);
  return earlier.sign < 0 ? "" : earlier.plain;
}
