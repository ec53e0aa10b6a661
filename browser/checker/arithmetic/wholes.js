// What a share is of: 占全市312处的……, 占参合人数的……, 占比……

import { isAmount } from "./amounts.js";
import { sameName } from "./frames.js";

/** @typedef {import("../../prose/types.js").Statement} Statement */
/** @typedef {{ statement: Statement, part: Statement, whole: Statement, sure: boolean, level?: "warning" }} Share */

const GENERIC = /^(?:其|其中|比|比例|比重|总数|总量|总额|总人数|总人次|总的|全部|全年|整体|全体|总体|合计|的)*(?:的)?(?:比例|比重|百分比)?(?:约|达到?|为|是|了)*$/;

/**
 * 占全市312处的92.31%, 占参合人数的60.07%, 占比77.34%.
 * @param {Statement} one
 * @param {Statement[]} before
 * @param {Statement[]} earlier
 * @param {Statement[]} values
 * @returns {Share | undefined}
 */
export function ofWhole(one, before, earlier, values) {
  const last = before.at(-1);
  if (last?.kind === "whole" && /^[^，。；]{0,8}的/.test(one.before)) {
    const part = partBefore(before, last.quantity.unit);
    return part && { statement: one, part, whole: last, sure: true };
  }
  const words = /占(.*)$/.exec(one.clause)?.[1];
  if (words === undefined) return undefined;
  const part = partBefore(before);
  if (!part || (one.clause.match(/占/g)?.length ?? 0) > 1) return undefined;
  const own = one.clause.replace(/占.*$/, "");
  if (own.length > 2 && !part.indicator.endsWith(own)) return undefined;
  return GENERIC.test(words) ? ofTotal(one, part, before, earlier) : ofNamed(one, part, words, before, values);
}

/**
 * @param {Statement} statement
 * @param {Statement} part
 * @param {Statement[]} before
 * @param {Statement[]} earlier
 * @returns {Share | undefined}
 */
function ofTotal(statement, part, before, earlier) {
  const inSentence = before.filter((one) => one !== part && fitsAsWhole(one, part));
  const wholes = inSentence.length > 0 ? inSentence : earlier.filter((one) => fitsAsWhole(one, part));
  const whole = wholes.filter((one) => !one.part).at(-1) ?? wholes.at(-1);
  return whole && { statement, part, whole, sure: wholes.length === 1 || (part.part && !whole.part) };
}

/**
 * @param {Statement} one
 * @param {Statement} part
 */
function fitsAsWhole(one, part) {
  return isAmount(one) && one.quantity.unit === part.quantity.unit;
}

/**
 * @param {Statement} statement
 * @param {Statement} part
 * @param {string} words
 * @param {Statement[]} before
 * @param {Statement[]} values
 * @returns {Share | undefined}
 */
function ofNamed(statement, part, words, before, values) {
  const name = words.replace(/(?:的)?(?:比例|比重)?(?:约|达到?|为|是)*$/, "").replace(/^(?:全[县市区校院]|辖区|总)/, "").replace(/(?:总数|总量|总额|人数)$/, "");
  const named = values.filter((one) => one !== part && fitsAsWhole(one, part) && name.length > 1 && sameName(stem(one.indicator), stem(name)));
  const found = new Set(named.map(({ quantity }) => quantity.value));
  const whole = named.at(-1);
  const certain = name.length > 3 || before.includes(/** @type {Statement} */ (whole));
  if (whole && found.size === 1) return { statement, part, whole, sure: certain };
  const beside = before.filter((one) => one !== part && fitsAsWhole(one, part)).at(-1);
  return beside && { statement, part, whole: beside, sure: false };
}

/** @param {string} name */
function stem(name) {
  return name.replace(/(?:总数|总量|总额|人数|数量|数)$/, "").replace(/^(?:总)/, "");
}

/**
 * The part that a clause has before its share.
 * @param {Statement[]} before
 * @param {string} [unit]
 */
export function partBefore(before, unit) {
  return before.filter((one) => isAmount(one) && one.kind !== "whole" && (unit === undefined || one.quantity.unit === unit)).at(-1);
}
