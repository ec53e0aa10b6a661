// The figures of a text's tables: a row that is named as a fact, in columns for this period, the one before and the plan.

import { readQuantities } from "../prose/numbers.js";
import { plain, factNames } from "./fact_names.js";
import { typedValue } from "./typed_value.js";

/** @typedef {import("../prose/types.js").Cell} Cell */
/** @typedef {import("../prose/types.js").Prose} Prose */
/** @typedef {import("../schema/types.js").FactSpec} FactSpec */
/** @typedef {import("./types.js").StatedFigure} StatedFigure */
/** @typedef {import("./types.js").Side} Side */

/** @type {[Side, RegExp][]} */
const COLUMNS = [
  ["last", /^(?:上学?年(?:度)?(?:同期)?|去年(?:同期)?|同期|上季度|上个?月|上学期|上期|上半年|20[0-9]{2}年.*同期)(?:数)?$/],
  ["plan", /^(?:年度)?(?:计划|目标)(?:数|值)?$/],
  ["now", /^(?:本期|本年度?|今年|本季度|本学期|本月|上半年|完成|实际|数值|数量|数)(?:数|值|完成)?$/],
];

const COUNTS = /（[0-9.万亿]+\/[0-9.万亿]+）$/; // behind the name of a share

/**
 * @param {Prose} prose
 * @param {Record<string, FactSpec>} specs
 * @returns {StatedFigure[]}
 */
export function tableFigures(prose, specs) {
  const names = factNames(specs);
  return prose.tables.flatMap(({ rows: [head = [], ...rows] }) => {
    const sides = head.map(({ text }) => COLUMNS.find(([, pattern]) => pattern.test(text))?.[0]);
    const unit = head.findIndex(({ text }) => text === "单位" || text === "计量单位");
    return rows.flatMap((row) => {
      const [label] = row;
      const told = plain(label?.text.replace(COUNTS, "") ?? "");
      const named = names.filter(({ words }) => words.includes(told));
      const [only] = named;
      if (!label || !only || named.length > 1) return [];
      return row.flatMap((cell, at) => {
        const side = sides[at];
        return side ? (figure(row, cell, { ...only, side, unit: row[unit]?.text ?? "" }) ?? []) : [];
      });
    });
  });
}

/**
 * @param {Cell[]} row
 * @param {Cell} cell
 * @param {{ name: string, spec: FactSpec, side: Side, unit: string }} fact
 * @returns {StatedFigure | null}
 */
function figure(row, cell, { name, spec, side, unit }) {
  const words = cell.text + (/[0-9余]$/.test(cell.text) ? unit : "");
  const [quantity, ...more] = readQuantities(words);
  const value = quantity && more.length === 0 ? typedValue(words, quantity, spec) : null;
  const path = spec.series || spec.numerator ? `${name}.${side}` : side === "now" ? name : "";
  if (!value?.exact || value.start > 0 || !path || (side !== "now" && !spec.numerator && !spec.series?.includes(side))) return null;
  const sentence = row.map((one) => one.text).join(" ");
  const place = { start: cell.start, end: cell.end };
  return { ...place, path, typed: value.typed, sure: true, others: [], derived: false, comparison: side === "last" ? "year" : "", sentence };
}
