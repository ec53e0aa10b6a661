// Checks shares and rates of what they are of, and the completion of plans.

import { comparableThings, isOperand, meant } from "./amounts.js";
import { isSlip } from "./chance.js";
import { baseOf, isRateOf, ratio } from "./intervals.js";
import { checkPart } from "./parts.js";
import { checkRespective } from "./respective.js";
import { ofPlan, rateOf } from "./rates.js";
import { guessShare, isExplained, operandsOf } from "./share_trials.js";
import { ofWhole } from "./wholes.js";
import { percent, plain } from "./written.js";

/** @typedef {import("./ledger.js").Ledger} Ledger */
/** @typedef {import("../../prose/types.js").Statement} Statement */
/** @typedef {{ statement: Statement, part: Statement, whole: Statement, sure: boolean, exact?: boolean, level?: "warning" }} Share */
/**
 * What stands before a share in its sentence and after it, in its paragraph, in the text.
 * @typedef {{ before: Statement[], next: Statement | undefined, earlier: Statement[], values: Statement[] }} Around
 */

const OVER = /完成|增长|使用|计划|执行|负荷|周转|负债|超|翻|占用|达标率|进度|参保|覆盖/;
const OF_PLAN = /计划|目标|任务|指标|预算|完成率|^(?:已|共|实际)?完成$/;
const OF_TIME = /^(?:而|但)?(?:第?[一二三四]季度|[上下]半年|20[0-9]{2}年|[0-9]{1,2}月)/; // a rate of another time

/**
 * @param {import("./passages.js").Passage[]} passages
 * @param {Statement[]} values of the text
 * @param {Ledger} ledger
 */
export function checkShares(passages, values, ledger) {
  for (const { statements, near } of passages) {
    const respective = checkRespective(statements, near, ledger);
    statements.forEach((one, at) => {
      const share = one.kind === "to" ? reachedShare(one, statements[at - 1]) : one;
      const before = statements.slice(0, share === one ? at : at - 1);
      if (share?.kind === "share" && isShare(share) && !respective.has(one)) {
        checkShare(share, { before, next: statements[at + 1], earlier: near, values }, ledger);
      }
      checkPart(one, statements.slice(0, at), statements[at - 1]?.kind !== "prior" && isTakenOut(one, statements[at + 1], values), ledger);
    });
  }
}

/**
 * Whether a rate behind an amount has its name, and the text tells no amount of which it is that rate: 规范管理146人，规范管理率95.8%.
 * @param {Statement} one
 * @param {Statement | undefined} next
 * @param {Statement[]} values
 */
function isTakenOut(one, next, values) {
  const named =
    next !== undefined &&
    one.indicator.length > 1 &&
    next.before.startsWith(`，${one.indicator}`) &&
    next.quantity.unit === "%" &&
    next.quantity.value <= 100;
  return (
    named &&
    !values.some(({ quantity }) => comparableThings(quantity.unit, one.quantity.unit) && isRateOf(next.quantity, one.quantity, quantity))
  );
}

/**
 * A share that is told as what it has come to: 占比由65%升至70%.
 * @param {Statement} one
 * @param {Statement | undefined} prior
 * @returns {Statement | undefined}
 */
function reachedShare(one, prior) {
  const name =
    prior?.kind === "prior" && prior.quantity.unit === one.quantity.unit
      ? /^(.*(?:占比?|比例|比重))(?:由|从)/.exec(prior.clause)?.[1]
      : undefined;
  return name === undefined ? undefined : { ...one, kind: "share", clause: name, indicator: name, before: prior?.before ?? "" };
}

/** @param {Statement} one */
function isShare({ quantity, indicator, clause }) {
  const rate = /率$|占|比例$|比重$|[％%]$|的$|为$/.test(indicator) || /占|的\s?$/.test(clause);
  return (quantity.unit === "%" || quantity.unit === "‰") && (rate || /率|进度|比例|比重|满意度|知晓度|完成$/.test(clause));
}

/**
 * @param {Statement} one
 * @param {Around} around
 * @param {Ledger} ledger
 */
function checkShare(one, around, ledger) {
  const { before, earlier, values } = around;
  const plan = OF_PLAN.test(one.clause) || (isPlan(before.at(-1)) && /^[）)]?的/.test(one.before));
  const rule = plan ? "completion" : "share";
  if (one.quantity.value > 100 && one.quantity.unit === "%" && impossible(one, plan)) {
    tellOver(one, ledger);
    return;
  }
  if (OF_TIME.test(one.clause) || (before.at(-1)?.kind === "prior" && !plan)) return void ledger.skip(rule);
  const share = plan ? (ofPlan(one, before, earlier) ?? rateOf(one, before, earlier)) : shareOf(one, around);
  if (share?.exact) {
    hold(rule, share, ledger);
    return;
  }
  const behind = around.next?.before.startsWith("，") ? [around.next] : []; // 符合率82.5%，合格132间
  if (share && behind.some((part) => isOperand(part) && fitsOther({ ...share, part }, before))) return void ledger.pass(rule);
  if (!share) {
    if (!isExplained(one, around)) guessShare(rule, one, around, ledger);
    return;
  }
  if (plan && fitsPlan(share, [...earlier, ...before])) return void ledger.pass(rule);
  if (share.sure && one.quantity.chinese) {
    // 三成多 fits too many others
    hold(rule, share, ledger);
    return;
  }
  const told = isTold(share, before);
  const near = plan ? [] : [...(told ? [] : earlier), ...before].filter((each) => isOperand(each) && !isSibling(each, share));
  const others = [...near, ...(one.quantity.decimals > 0 && !told && !(share.sure && looksLike(share)) ? values : [])];
  const parts = one.quantity.decimals > (/^占比?$/.test(one.clause) ? 0 : 1) ? near.map((part) => ({ ...share, part })) : [];
  const within = share.sure ? near : others;
  if (fitsOther(share, others) || parts.some((each) => fitsOther(each, within))) return void ledger.pass(rule);
  if (share.sure) hold(rule, share, ledger);
  else if (!isExplained(one, around)) guessShare(rule, one, around, ledger, share);
}

/**
 * Whether part and whole surely stand before a share in its own sentence.
 * @param {Share} share
 * @param {Statement[]} before
 */
function isTold({ sure, part, whole }, before) {
  const parted = before.some((one) => /[；;]/.test(one.before) && one.start > Math.min(part.start, whole.start));
  return sure && before.includes(part) && before.includes(whole) && !parted;
}

/**
 * Whether an amount is another part of the whole: 转诊3420人次，其中上转2136人次、下转1284人次，下转占.
 * @param {Statement} each
 * @param {Share} share
 */
function isSibling(each, { sure, part, whole }) {
  return sure && each !== part && each.part && part.part && !whole.part && each.sentence === part.sentence;
}

/**
 * Of what a share is: by its own words, or by its name.
 * @param {Statement} one
 * @param {Around} around
 */
function shareOf(one, { before, earlier, values }) {
  const share = ofWhole(one, before, earlier, values) ?? rateOf(one, before, earlier);
  return share?.exact ? share : (ofCommonWhole(one, before, earlier) ?? share);
}

/**
 * Of what other rates around it are, where it looks like that mistyped: 实检1842人……患龋387人，患龋率.
 * @param {Statement} statement
 * @param {Statement[]} before
 * @param {Statement[]} earlier
 * @returns {Share | undefined}
 */
function ofCommonWhole(statement, before, earlier) {
  const part = before.at(-1);
  if (!part || !isOperand(part) || before.at(-2)?.kind === "prior") return undefined;
  const told = [...earlier, ...before];
  const wholes = told.filter((whole) => isOperand(whole) && whole !== part && comparableThings(whole.quantity.unit, part.quantity.unit));
  const isCommon = (/** @type {Statement} */ whole) =>
    told.some((rate, at) => {
      const other = told[at - 1];
      return (
        rate.kind === "share" &&
        rate.quantity.decimals > 0 &&
        other &&
        isOperand(other) &&
        other !== whole &&
        isRateOf(rate.quantity, other.quantity, whole.quantity)
      );
    });
  const whole = wholes.find((each) => looksLike({ statement, part, whole: each, sure: true }) && isCommon(each));
  return whole && { statement, part, whole, sure: true };
}

/**
 * Whether a printed share is the computed one, mistyped.
 * @param {Share} share
 */
function looksLike({ statement, part, whole }) {
  return isSlip(statement, (part.quantity.value / whole.quantity.value) * baseOf(statement.quantity));
}

/** @param {Statement | undefined} one */
function isPlan(one) {
  return one?.kind === "plan" || (one?.kind === "whole" && OF_PLAN.test(one.clause));
}

/**
 * Whether the printed share is that of another amount near by in the plan.
 * @param {Share} share
 * @param {Statement[]} near
 */
function fitsPlan({ statement, part, whole }, near) {
  const same = near.filter((one) => isOperand(one) && one.quantity.unit === part.quantity.unit);
  return same.some(({ quantity }) => isRateOf(statement.quantity, quantity, whole.quantity));
}

/**
 * @param {string} rule
 * @param {Share} share
 * @param {Ledger} ledger
 */
function hold(rule, { statement, part, whole, sure, level }, ledger) {
  if ([part, whole].some(({ quantity }) => quantity.rough || quantity.range || quantity.value === 0)) return void ledger.skip(rule);
  const factor = baseOf(statement.quantity);
  const value = (part.quantity.value / whole.quantity.value) * factor;
  const sum = `${plain(part.quantity)}÷${plain(whole.quantity)}=${factor === 100 ? percent(value) : `${value.toFixed(2)}‰`}`;
  const expected = ratio(meant(part), meant(whole), factor);
  const operands = operandsOf(statement, part, whole);
  ledger.hold(rule, statement, { expected, value, sum, sure, operands, ...(level && { level }) });
}

/**
 * Whether the printed share is that of the same part in another whole that the text tells.
 * @param {Share} share
 * @param {{ quantity: import("../../prose/types.js").Quantity }[]} others
 */
function fitsOther({ statement, part }, others) {
  return others.some(({ quantity }) => {
    if (
      quantity === part.quantity ||
      !comparableThings(quantity.unit, part.quantity.unit) ||
      quantity.value <= 0 ||
      quantity.value < part.quantity.value
    ) {
      return false;
    }
    return isRateOf(statement.quantity, part.quantity, quantity);
  });
}

/**
 * @param {Statement} one
 * @param {boolean} plan
 */
function impossible({ clause, kind }, plan) {
  return kind === "share" && !plan && /率|占/.test(clause) && !OVER.test(clause);
}

/**
 * @param {Statement} one
 * @param {Ledger} ledger
 */
function tellOver({ start, end, indicator, quantity }, ledger) {
  const message = `${indicator || "占比"}不会超过100%，这里写的是${quantity.written}。`;
  ledger.tell("part-over-whole", { start, end, message });
}
