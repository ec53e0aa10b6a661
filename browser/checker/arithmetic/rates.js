// What a rate is of: 合格281份，合格率……; 完成全年计划的……

import { isSlip } from "./chance.js";
import { isOperand, isSum, sameThings } from "./amounts.js";
import { baseOf, timesApart } from "./intervals.js";
import { partBefore } from "./wholes.js";

/** @typedef {import("../../prose/types.js").Statement} Statement */
/** @typedef {{ statement: Statement, part: Statement, whole: Statement, sure: boolean, exact?: boolean, level?: "warning" }} Share */

// How many times a printed rate may be the computed one and still tell of the same two figures.
const [FAR, FARTHEST] = [1.7, 4];
const NEAR = 1.2;
const BEYOND = /(?:超[出过额]|多出|(?<!不)[高低多少]于)[^，。；]*$/; // 超出计划8000人次的8%
const NAME = /([^，。；、的]*)(?:率|进度|比例|(?<=满意|知晓)度)/;

/**
 * 合格281份，合格率97.57%: by the word that the rate shares with its part.
 * @param {Statement} one
 * @param {Statement[]} before
 * @param {Statement[]} earlier
 * @returns {Share | undefined}
 */
export function rateOf(one, before, earlier) {
  const name = NAME.exec(one.clause)?.[1];
  if (
    name === undefined ||
    !/[，（、；：]/.test(one.before) ||
    /前者|后者/.test(one.clause) ||
    /增长|增速|下降|负荷|周转|患病|发病|死亡/.test(name)
  ) {
    return undefined;
  }
  const own = before.filter((each) => isOperand(each) || each.kind === "plan");
  const amounts = own.length > 1 ? own : [...earlier.filter((each) => isOperand(each)), ...own];
  const told = amounts.filter((each) => tells(each, name));
  const part = told.filter(({ indicator }) => indicator.endsWith(name)).at(-1) ?? told.at(-1);
  const last = part ?? amounts.at(-1);
  if (!last) return undefined;
  const at = amounts.indexOf(last);
  const others = amounts.filter((each) => each !== last);
  const same = others.filter(
    ({ quantity }) => quantity.unit === last.quantity.unit || (last.quantity.unit === "份" && quantity.unit === "人"),
  );
  const alikeThings = others.filter(({ quantity }) => sameThings(quantity.unit, last.quantity.unit));
  const wholes = [same, alikeThings, others.slice(-1).filter((each) => areCounted(each, last))].find(({ length }) => length > 0) ?? [];
  const prior = before[before.indexOf(last) - 1];
  if (prior?.kind === "prior" && prior.quantity.unit === last.quantity.unit) {
    return { statement: one, part: last, whole: prior, sure: part === last };
  }
  const earliest = wholes.filter((each) => amounts.indexOf(each) < at);
  const larger = earliest.filter(({ quantity }) => quantity.value >= last.quantity.value);
  const whole = larger.at(-1) ?? earliest.at(-1) ?? (part && wholes.at(-1));
  if (!whole || (!last.part && before.slice(before.indexOf(whole) + 1, before.indexOf(last)).some(({ kind }) => kind === "share"))) {
    return undefined; // of another group
  }
  if (whole.part && !last.part && whole.quantity.value < last.quantity.value) {
    const only = own.filter((each) => each.part && each.quantity.unit === whole.quantity.unit).length === 1;
    return { statement: one, part: whole, whole: last, sure: only && own.includes(whole) && own.includes(last) };
  }
  if (!part && last.kind === "plan" && own.at(-2) === whole && whole.quantity.value < last.quantity.value) {
    return { statement: one, part: whole, whole: last, sure: before.at(-1) === last };
  }
  const inOrder = own.includes(last) && own.includes(whole) && whole.quantity.value >= last.quantity.value;
  const only = own.includes(last) && new Set(larger.map(({ quantity }) => quantity.value)).size === 1; // of all that are told before
  const share = last.quantity.value / whole.quantity.value / (one.quantity.value / baseOf(one.quantity));
  const apart = timesApart(share, 1);
  const alike = isSlip(one, share * one.quantity.value);
  const direct = before.at(-1) === last && own.at(-2) === whole;
  if (part) {
    return {
      statement: one,
      part,
      whole,
      sure: (inOrder || only) && (apart < (direct ? FARTHEST : FAR) || alike) && isOfBoth(name, part, whole),
    };
  }
  const beside = inOrder && (apart < NEAR || alike) && one.quantity.value !== 100 && direct;
  return { statement: one, part: last, whole, sure: beside, level: "warning" };
}

/**
 * Whether both are whole numbers of things: 检查196家，立案41起.
 * @param {Statement} one
 * @param {Statement} other
 */
function areCounted(one, other) {
  return [one, other].every(({ quantity }) => quantity.half === 0 && quantity.unit !== "");
}

/**
 * Whether what a rate is of by its name is told of its part or whole: 医生执行率 is none of 执行1014个 out of 观察1250个.
 * @param {string} name
 * @param {Statement} part
 * @param {Statement} whole
 */
function isOfBoth(name, part, whole) {
  const more = name.replace(/^(?:其中|全[县市区校院村镇]|总|平均|整体|总体|其|年|本期|的)+/, "").slice(0, -2);
  const told = `${part.clause}${part.after}${whole.clause}${whole.after}`;
  return more === "" || Array.from(more).every((sign) => told.includes(sign));
}

/**
 * @param {Statement} each
 * @param {string} name
 */
function tells({ indicator, clause, after }, name) {
  const word = name.slice(-2);
  const own = `${clause}${/^[^，。；]*/.exec(after)?.[0] ?? ""}`;
  const before = indicator.slice(0, -word.length).slice(-2);
  if (before.includes("应") || (/[不未]$/.test(before) && !/[不未]..$/.test(name)) || indicator.startsWith("应")) return false;
  return own.includes(word) || Array.from(word).every((sign) => own.includes(sign));
}

/**
 * 为年度计划2600户的103.23%, 完成全年计划的50%, 计划12期……完成率91.67%.
 * @param {Statement} one
 * @param {Statement[]} before
 * @param {Statement[]} earlier
 * @returns {Share | undefined}
 */
export function ofPlan(one, before, earlier) {
  const last = before.at(-1);
  if (last && (last.kind === "plan" || last.kind === "whole") && /^[^，。；0-9]{0,10}的/.test(one.before)) {
    const more = /新增|增加/.test(last.clause)
      ? before.filter(({ kind, quantity }) => kind === "difference" && quantity.unit === last.quantity.unit).at(-1)
      : undefined; // 完成新增15个计划的113.3%
    const part = more ?? partBefore(before, last.quantity.unit) ?? partBefore(earlier, last.quantity.unit);
    return part && { statement: one, part: BEYOND.test(last.before) ? apartFrom(part, last) : part, whole: last, sure: true };
  }
  const part = partBefore(before) ?? partBefore(earlier.slice(-2));
  const plans = [...earlier, ...before].filter(({ kind, quantity }) => kind === "plan" && quantity.unit === part?.quantity.unit);
  const whole = plans.at(-1);
  if (
    !part ||
    !whole ||
    one.before.includes("全部") ||
    isSum(
      whole,
      before.filter((each) => isOperand(each) && each.start > whole.start),
    )
  ) {
    return undefined; // all of it is done
  }
  const share = (part.quantity.value / whole.quantity.value) * baseOf(one.quantity);
  const apart = timesApart(share, one.quantity.value);
  return { statement: one, part, whole, sure: before.includes(whole) && plans.length === 1 && (apart < FARTHEST || isSlip(one, share)) };
}

/**
 * What a part lies above or below a whole.
 * @param {Statement} part
 * @param {Statement} whole
 * @returns {Statement}
 */
function apartFrom(part, whole) {
  return { ...part, quantity: { ...part.quantity, value: Math.abs(part.quantity.value - whole.quantity.value) } };
}
