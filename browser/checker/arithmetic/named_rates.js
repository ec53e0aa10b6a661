// Rates whose part and whole are known by their name, and those that are told beside another of the same whole.

import { comparableThings, isClear, isOperand } from "./amounts.js";
import { isSlip, known, ratio, verdict } from "./intervals.js";
import { partBefore } from "./wholes.js";

/** @typedef {import("./wholes.js").Share} Share */
/** @typedef {import("../../prose/types.js").Statement} Statement */

const PEOPLE = /(?:常住人口|服务人口|辖区人口|总人口)$/;
/** @type {[RegExp, RegExp, RegExp][]} a rate, its part, its whole, by the end of their names */
const DEFINITIONS = [
  [/资产负债率$/, /负债$/, /资产(?:总额|总计|合计)?$/],
  [/结余率$/, /结余$/, /收入$/],
  [/药占比|药品收入占比/, /药品收入$/, /医疗收入$/],
  [/耗(?:材)?占比/, /耗材收入$/, /医疗收入$/],
  [/报销比例|报销率|补偿比/, /(?:报销|补偿|支付|住院支出|统筹支出)(?:金额|费用)?$/, /(?:总费用|医疗费用|住院费用)$/],
  [/建档率$/, /档案$/, PEOPLE],
  [/签约率$/, /签约(?:居民)?$/, PEOPLE],
  [/执行率$|(?:支出|执行)进度$|支出率$/, /支出$/, /(?:到位|到账|下达|拨付|预算|安排)[^，。；]{0,6}$/],
  [/死亡率$/, /(?:婴儿|新生儿|儿童)死亡$/, /活产(?:数|儿)?$/],
  [/(?:床位|病床)使用率$/, /占用(?:总)?床日$/, /开放(?:总)?床日$/],
];
const IN_BRACKET = /^[（(](?:应|共|总|全|辖区|常住|服务)[^，。；0-9]{0,10}$/; // the words of a whole
const FAR = 1.7; // how many times a rate may be the computed one and still be of the same two amounts

/**
 * Whether a rate is known by its name.
 * @param {Statement} one
 */
export function isDefined({ indicator }) {
  return DEFINITIONS.some(([rate]) => rate.test(indicator));
}

/**
 * 资产负债率38.60%, of 负债 and 资产总额 wherever the text tells them.
 * @param {Statement} one
 * @param {Statement[]} before in its sentence
 * @param {Statement[]} earlier in its paragraph
 * @param {Statement[]} values of the text
 * @returns {Share | undefined}
 */
export function ofDefinition(one, before, earlier, values) {
  const [, ofPart, ofWhole] = DEFINITIONS.find(([rate]) => rate.test(one.indicator)) ?? [];
  if (!ofPart || !ofWhole) return undefined;
  const part = named([...earlier, ...before], ofPart).at(-1) ?? named(values, ofPart).at(-1);
  const wholes = named(values, ofWhole).filter((each) => part && comparableThings(each.quantity.unit, part.quantity.unit) && each.quantity.value > part.quantity.value);
  const whole = wholes.at(-1);
  if (!part || !whole) return undefined;
  const apart = (part.quantity.value / whole.quantity.value) * (100 / one.quantity.value);
  const sure = before.includes(part) && new Set(wholes.map(({ quantity }) => quantity.value)).size === 1 && Math.max(apart, 1 / apart) < FAR;
  return { statement: one, part, whole, sure: sure && ofWhole !== PEOPLE };
}

/**
 * 系统管理率93.8%（应管11940人）: of the whole in the bracket behind it.
 * @param {Statement} one
 * @param {Statement | undefined} next
 * @param {Statement[]} before
 * @returns {Share | undefined}
 */
export function inBracket(one, next, before) {
  if (!next?.bracketed || one.bracketed || !isOperand(next) || !IN_BRACKET.test(next.before)) return undefined;
  const part = partBefore(before.filter(({ bracketed }) => !bracketed));
  if (!part || !comparableThings(part.quantity.unit, next.quantity.unit) || next.quantity.value < part.quantity.value) return undefined;
  return { statement: one, part, whole: next, sure: true };
}

/**
 * 续签率85.9%, of 续签3540人 and 应续签4120人 wherever the text tells them.
 * @param {Statement} one
 * @param {Statement[]} values
 * @returns {Share | undefined}
 */
export function ofDuty(one, values) {
  const [, name = ""] = /([一-鿿]{2})率/.exec(one.indicator) ?? [];
  const wholes = name === "" ? [] : values.filter((each) => each.indicator === `应${name}` && isClear(each));
  if (wholes.length === 0) return undefined;
  const parts = values.filter((each) => [name, `实${name}`, `已${name}`].includes(each.indicator) && isClear(each));
  const [part, whole] = [parts.at(-1), wholes.at(-1)];
  const only = [parts, wholes].every((list) => new Set(list.map(({ quantity }) => quantity.value)).size === 1);
  return only && part && whole && comparableThings(part.quantity.unit, whole.quantity.unit) ? { statement: one, part, whole, sure: true } : undefined;
}

/**
 * @param {Statement[]} amounts
 * @param {RegExp} words
 */
function named(amounts, words) {
  return amounts.filter((one) => isOperand(one) && isClear(one) && words.test(one.indicator));
}

/**
 * 超重2377人，超重率13.00%；肥胖1829人，肥胖率10.00%: of the whole that the rate before is of, but for one digit.
 * @param {Statement} one
 * @param {Statement[]} before
 * @param {Statement[]} values
 * @returns {Share | undefined}
 */
export function ofSibling(one, before, values) {
  const part = partBefore(before);
  const other = before.filter(({ kind, quantity }) => kind === "share" && quantity.unit === one.quantity.unit).at(-1);
  const otherPart = other && partBefore(before.slice(0, before.indexOf(other)));
  if (!part || !other || !otherPart || part === otherPart || part.quantity.unit !== otherPart.quantity.unit) return undefined;
  const factor = one.quantity.unit === "‰" ? 1000 : 100;
  const wholes = values.filter(({ quantity }) => quantity.unit === part.quantity.unit && quantity.value >= Math.max(part.quantity.value, otherPart.quantity.value));
  const whole = wholes.find(({ quantity }) => verdict(other.quantity, ratio(known(otherPart.quantity), known(quantity), factor)) === "right");
  if (!whole || !isSlip(one, (part.quantity.value / whole.quantity.value) * factor)) return undefined;
  return { statement: one, part, whole, sure: true };
}
