// What a share is of: 占全市312处的……, 占参合人数的……, 占比……

import { isOperand, sameThings } from "./amounts.js";
import { baseOf, isRateOf, timesApart } from "./intervals.js";
import { AMONG } from "./parts.js";

/** @typedef {import("../../prose/types.js").Statement} Statement */
/**
 * exact: both are told beside it.
 * @typedef {{ statement: Statement, part: Statement, whole: Statement, sure: boolean, exact?: boolean, level?: "warning" }} Share
 */

const [NEAR, FAR] = [1.2, 1.7]; // how many times a printed share may be the computed one and still tell of the same two figures
const OF = /^(.*?)(?:占(?!用)|(?:正好|恰好|相当于|约|几乎)(?:是|为)?(?=[^，。；]{2,}的\s?$))(.*)$/; // 正好是在校学生的50%
const WITHIN = /^([一-鿿]{3,8})中(?![医心学])[一-鿿]{2,}$/; // 签约居民中重点人群6893人，占42.4%
const GENERIC =
  /^(?:其中?|比[例重]?|总(?:[数量额的体]|人[数次])|全[部年体]|整体|合计|的)*(?:的)?(?:比例|比重|百分比)?(?:约|高?达到?|为|是|了|突破|超过?|接?近|不[足到]|仅)*$/;

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
  if ((last?.kind === "whole" || (last?.kind === "prior" && last.bracketed)) && /^[^，。；]{0,8}的/.test(one.before)) {
    const part =
      partBefore(before, last.quantity.unit) ??
      before.filter((each) => isOperand(each) && each.kind !== "whole" && sameThings(each.quantity.unit, last.quantity.unit)).at(-1);
    return part && { statement: one, part, whole: last, sure: true, exact: true };
  }
  const [, lead = "", words] = OF.exec(one.clause) ?? [];
  const among = outOf(one, before);
  if (among || words === undefined) return among;
  const part = partNamed(before, lead);
  if (!part || (one.clause.match(/占/g)?.length ?? 0) > 1) return undefined;
  const [, group] = WITHIN.exec(part.clause) ?? [];
  const told = before.some((each) => fitsAsWhole(each, part));
  if (GENERIC.test(words)) {
    return (group === undefined || told ? undefined : ofNamed(one, part, group, before, values)) ?? ofTotal(one, part, before, earlier);
  }
  return ofNamed(one, part, words, before, values);
}

/**
 * 覆盖32个病区中的24个，覆盖率75%: both amounts beside each other.
 * @param {Statement} one
 * @param {Statement[]} before
 * @returns {Share | undefined}
 */
function outOf(one, before) {
  const [whole, part] = before.slice(-2);
  if (!whole || !part || !isOperand(part) || !/^[，（、]/.test(one.before) || !AMONG.test(part.before)) return undefined;
  return fitsAsWhole(whole, part) ? { statement: one, part, whole, sure: true, exact: true } : undefined;
}

/**
 * @param {Statement} statement
 * @param {Statement} part
 * @param {Statement[]} before
 * @param {Statement[]} earlier
 * @returns {Share | undefined}
 */
function ofTotal(statement, part, before, earlier) {
  const inSentence = before.filter((one) => fitsAsWhole(one, part) && (part.part || !maySiblings(statement, part, one)));
  const told = inSentence.filter((one) => !(part.part && one.part));
  const wholes = told.length > 0 ? told : earlier.filter((one) => fitsAsWhole(one, part));
  const whole = wholes.filter((one) => !one.part).at(-1) ?? wholes.at(-1);
  if (!whole) return undefined;
  const beside = before.at(-1) === part && before.at(-2) === whole && isClose(statement, part, whole);
  const sure = beside || (part.part && !whole.part) || (wholes.length === 1 && !maySiblings(statement, part, whole));
  return { statement, part, whole, sure };
}

/**
 * Whether a printed share is too large for a part of both amounts, and near to that of one in the other.
 * @param {Statement} statement
 * @param {Statement} part
 * @param {Statement} whole
 */
function isClose(statement, part, whole) {
  return !maySiblings(statement, part, whole) && shareApart(statement, part, whole) < NEAR;
}

/**
 * How many times a printed share is the computed one, or the other way round.
 * @param {Statement} statement
 * @param {Statement} part
 * @param {Statement} whole
 */
function shareApart(statement, part, whole) {
  return timesApart(part.quantity.value / whole.quantity.value, printed(statement));
}

/**
 * Whether a part and what stands before it may both be parts of a third: 门诊100人次，住院50人次，占20%.
 * @param {Statement} statement
 * @param {Statement} part
 * @param {Statement} beside
 */
function maySiblings(statement, part, beside) {
  return printed(statement) <= (part.quantity.value / (part.quantity.value + beside.quantity.value)) * 1.02;
}

/** @param {Statement} statement */
function printed({ quantity }) {
  return quantity.value / baseOf(quantity);
}

/**
 * The part that a share names, or the one before it where it names none.
 * @param {Statement[]} before
 * @param {string} words what stands before 占
 */
function partNamed(before, words) {
  const name = words.replace(
    /^(?:其中|其|大?约|恰好|正好|恰|均|也|共|仅|只|各|又|总计|合计|这|的)+|(?<=..)(?:人次|人数|例数|数量|人|数)$/g,
    "",
  );
  if (name === "") return partBefore(unbracketed(before));
  if (/^[前后]者$/.test(name)) {
    return before.filter((one) => isOperand(one) && one.kind !== "whole" && !/共|合计|总/.test(one.clause)).at(name === "前者" ? -2 : -1);
  }
  return before.filter((one) => isOperand(one) && one.kind !== "whole" && one.clause.includes(name)).at(-1);
}

/**
 * @param {Statement} one
 * @param {Statement} part
 */
function fitsAsWhole(one, part) {
  return isOperand(one) && one !== part && sameThings(one.quantity.unit, part.quantity.unit) && one.quantity.value >= part.quantity.value;
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
  const name = words
    .replace(/(?:的)?(?:比例|比重)?(?:约|近|超过?|不足|仅|达到?|为|是)*$/, "")
    .replace(/^(?:全[县市区校院]|辖区|总|已)/, "")
    .replace(/(?:总数|总量|总额|人数)$/, "");
  const all = values.filter((one) => fitsAsWhole(one, part) && name.length > 1 && (one.start < statement.start || common(one, name) > 2));
  const earlier = all.filter((one) => one.start < statement.start);
  const able = earlier.some((one) => common(one, name) > 1) ? earlier : all;
  const exact = able.filter((one) => stem(one.indicator) === stem(name));
  const alike = exact.length > 0 ? exact : mostAlike(able, stem(name));
  const ofUnit = alike.filter(({ quantity }) => quantity.unit === part.quantity.unit);
  const named = ofUnit.length > 0 ? ofUnit : alike;
  const found = new Set(named.map(({ quantity }) => quantity.value));
  const whole = named.at(-1);
  const certain = name.length > 3 || exact.length > 0 || named.length === 1 || before.includes(/** @type {Statement} */ (whole));
  const rest = whole ? Array.from(name.replace(whole.indicator.slice(-common(whole, name)), "")) : [];
  const fits = all.filter((one) => isRateOf(statement.quantity, part.quantity, one.quantity));
  const isOther = rest.length * 2 >= name.length && fits.some(({ clause }) => rest.some((sign) => clause.includes(sign))); // 实检1842人 of 受检学生
  if (whole && found.size === 1) {
    return {
      statement,
      part,
      whole,
      sure: certain,
      exact:
        !isOther &&
        isFullName(name, whole) &&
        whole.start < statement.start &&
        (before.includes(whole) || shareApart(statement, part, whole) < FAR),
    };
  }
  const beside = before.filter((one) => fitsAsWhole(one, part)).at(-1);
  return beside && { statement, part, whole: beside, sure: false };
}

/**
 * The amounts whose names have most signs in a row of a name: 健康管理14896人 of 健康管理儿童, 学生25900名 of 在校学生.
 * @param {Statement[]} able
 * @param {string} name
 */
function mostAlike(able, name) {
  const longest = Math.max(2, ...able.map((one) => common(one, name)));
  return able.filter((one) => common(one, name) === longest);
}

/**
 * How many of the last signs of an amount's name stand in a row in another.
 * @param {Statement} one
 * @param {string} name
 */
function common({ indicator }, name) {
  const told = stem(indicator);
  let count = 0;
  while (count < told.length && name.includes(told.slice(-1 - count))) count += 1;
  return count;
}

/**
 * Whether an amount has a name but for two signs: 完成量化分级1098家 of 已分级单位.
 * @param {string} name
 * @param {Statement} one
 */
function isFullName(name, one) {
  return name.length > 2 && name.length - common(one, name) < 3;
}

/**
 * Amounts without those in brackets, where there are others.
 * @param {Statement[]} amounts
 */
function unbracketed(amounts) {
  const open = amounts.filter(({ bracketed }) => !bracketed);
  return open.length > 0 && amounts.at(-1)?.bracketed ? open : amounts;
}

/** @param {string} name */
function stem(name) {
  return name.replace(/(?:总数|总量|总额|总?人次|人数|数量|总|数|单位|人员|者)$/, "").replace(/^(?:总)/, "");
}

/**
 * The part that a clause has before its share.
 * @param {Statement[]} before
 * @param {string} [unit]
 */
export function partBefore(before, unit) {
  return before.filter((one) => isOperand(one) && one.kind !== "whole" && (unit === undefined || one.quantity.unit === unit)).at(-1);
}
