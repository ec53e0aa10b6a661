// Checks shares and rates: part and whole, completion of a plan, amounts per head, and a part above its whole.

import { percent, plain } from "./changes.js";
import { paragraphBefore, sameName } from "./frames.js";
import { known, ratio, verdict } from "./intervals.js";

/** @typedef {import("./ledger.js").Ledger} Ledger */
/** @typedef {import("../../prose/types.js").Prose} Prose */
/** @typedef {import("../../prose/types.js").Quantity} Quantity */
/** @typedef {import("../../prose/types.js").Statement} Statement */
/** @typedef {{ statement: Statement, part: Statement, whole: Statement, sure: boolean, level?: "warning" }} Share */

const GENERIC = /^(?:其|其中|比|比例|比重|总数|总量|总额|总人数|总人次|总的|全部|全年|整体|全体|总体|合计|的)*(?:的)?(?:比例|比重|百分比)?(?:约|达到?|为|是|了)*$/;
const OVER = /完成|增长|使用|计划|执行|负荷|周转|负债|超|翻|占用|达标率|进度|参保|覆盖/;
const OF_PLAN = /计划|目标|任务|指标|预算|完成率/;
const PARTS = /^(?:其中|已|均|全部)*(?:合格|不合格|达标|优良|优秀|阳性|整改|已整改|完成整改|办结|已办结|属实|落实|已落实|通过|签订|有效)/;
const MOST = 400; // amounts of a text of which a part may be told
// How many times a printed rate may be the computed one and still tell of the same two figures.
const FAR = 1.7;
const NEAR = 1.2;

/**
 * @param {Prose} prose
 * @param {Statement[][]} sentences
 * @param {Ledger} ledger
 */
export function checkShares(prose, sentences, ledger) {
  const values = distinct(sentences.flat().filter(isAmount)).slice(0, MOST);
  sentences.forEach((statements, index) => {
    const earlier = paragraphBefore(prose.sentences, sentences, index);
    statements.forEach((one, at) => {
      if (one.kind === "share" && isShare(one)) checkShare(one, statements.slice(0, at), earlier, values, ledger);
      checkPart(one, statements.slice(0, at), ledger);
    });
  });
}

/**
 * The statements without those that give the same figure the same name.
 * @param {Statement[]} statements
 */
function distinct(statements) {
  return [...new Map(statements.map((one) => [`${one.indicator}/${one.quantity.written}`, one])).values()];
}

/** @param {Statement} one */
function isShare({ quantity, indicator, clause }) {
  const rate = /率$|占|比例$|比重$|[％%]$|的$|为$/.test(indicator) || /占|的\s?$/.test(clause);
  return (quantity.unit === "%" || quantity.unit === "‰") && (rate || clause.includes('率'));
}

/** @param {Statement} one */
function isAmount({ kind, quantity }) {
  return (kind === "value" || kind === "to" || kind === "whole") && quantity.unit !== "%" && quantity.unit !== "‰";
}

/**
 * @param {Statement} one
 * @param {Statement[]} before in its sentence
 * @param {Statement[]} earlier in its paragraph
 * @param {Statement[]} values of the text
 * @param {Ledger} ledger
 */
function checkShare(one, before, earlier, values, ledger) {
  const plan = OF_PLAN.test(one.clause) || (isPlan(before.at(-1)) && /^[）)]?的/.test(one.before));
  const rule = plan ? "completion" : "share";
  if (one.quantity.value > 100 && one.quantity.unit === "%" && impossible(one, plan)) {
    tellOver(one, ledger);
    return;
  }
  const share = plan ? ofPlan(one, before, earlier) : (ofWhole(one, before, earlier, values) ?? rateOf(one, before, earlier));
  if (!share) return void ledger.skip(rule);
  const near = plan ? [] : [...earlier, ...before].filter(isAmount);
  const others = [...near, ...(one.quantity.decimals > 0 ? values : [])];
  const parts = one.quantity.decimals > 1 ? near.map((part) => ({ ...share, part })) : [];
  if ([share, ...parts].some((each) => fitsOther(each, others))) return void ledger.pass(rule);
  hold(rule, share, ledger);
}

/** @param {Statement | undefined} one */
function isPlan(one) {
  return one?.kind === "plan" || (one?.kind === "whole" && OF_PLAN.test(one.clause));
}

/**
 * @param {string} rule
 * @param {Share} share
 * @param {Ledger} ledger
 */
function hold(rule, { statement, part, whole, sure, level }, ledger) {
  if ([part, whole].some(({ quantity }) => quantity.rough || quantity.range || quantity.value === 0)) return void ledger.skip(rule);
  const factor = statement.quantity.unit === "‰" ? 1000 : 100;
  const value = (part.quantity.value / whole.quantity.value) * factor;
  const sum = `${plain(part.quantity)}÷${plain(whole.quantity)}=${factor === 100 ? percent(value) : `${value.toFixed(2)}‰`}`;
  const expected = ratio(known(part.quantity), known(whole.quantity), factor);
  ledger.hold(rule, statement, { expected, value, sum, sure, ...(level && { level }) });
}

/**
 * Whether the printed share is that of the same part in another whole that the text tells.
 * @param {Share} share
 * @param {Statement[]} others
 */
function fitsOther({ statement, part }, others) {
  const factor = statement.quantity.unit === "‰" ? 1000 : 100;
  return others.some(({ quantity }) => {
    if (quantity.unit !== part.quantity.unit || quantity.value <= 0 || quantity.value < part.quantity.value) return false;
    return verdict(statement.quantity, ratio(known(part.quantity), known(quantity), factor)) === "right";
  });
}

/**
 * The part that a clause has before its share.
 * @param {Statement[]} before
 * @param {string} [unit]
 */
function partBefore(before, unit) {
  return before.filter((one) => isAmount(one) && one.kind !== "whole" && (unit === undefined || one.quantity.unit === unit)).at(-1);
}

/**
 * 占全市312处的92.31%, 占参合人数的60.07%, 占比77.34%.
 * @param {Statement} one
 * @param {Statement[]} before
 * @param {Statement[]} earlier
 * @param {Statement[]} values
 * @returns {Share | undefined}
 */
function ofWhole(one, before, earlier, values) {
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
 * 合格281份，合格率97.57%: by the word that the rate shares with its part.
 * @param {Statement} one
 * @param {Statement[]} before
 * @param {Statement[]} earlier
 * @returns {Share | undefined}
 */
function rateOf(one, before, earlier) {
  const name = /([^，。；、的]*)率/.exec(one.clause)?.[1];
  if (name === undefined || /增长|增速|下降|负荷|周转|患病|发病|死亡/.test(name)) return undefined;
  const own = before.filter((each) => isAmount(each));
  const amounts = own.length > 1 ? own : [...earlier.filter((each) => isAmount(each)), ...own];
  const part = amounts.filter((each) => tells(each, name)).at(-1);
  const last = part ?? amounts.at(-1);
  if (!last) return undefined;
  const at = amounts.indexOf(last);
  const wholes = amounts.filter((each) => each !== last && each.quantity.unit === last.quantity.unit);
  const whole = wholes.filter((each) => amounts.indexOf(each) < at).at(-1) ?? (part && wholes.at(-1));
  if (!whole) return undefined;
  const inOrder = own.includes(last) && own.includes(whole) && whole.quantity.value >= last.quantity.value;
  const share = last.quantity.value / whole.quantity.value / (one.quantity.value / (one.quantity.unit === "%" ? 100 : 1000));
  const apart = Math.max(share, 1 / share);
  if (part) return { statement: one, part, whole, sure: inOrder && apart < FAR };
  const beside = inOrder && apart < NEAR && before.at(-1) === last && before.at(-2) === whole;
  return { statement: one, part: last, whole, sure: beside, level: "warning" };
}

/**
 * @param {Statement} each
 * @param {string} name
 */
function tells({ indicator, after }, name) {
  const word = name.slice(-2);
  const own = `${indicator}${/^[^，。；]*/.exec(after)?.[0] ?? ""}`;
  if (/应|不$|未$/.test(indicator.slice(0, -word.length).slice(-2)) || indicator.startsWith("应")) return false;
  return own.includes(word) || Array.from(word).every((sign) => own.includes(sign));
}

/**
 * 为年度计划2600户的103.23%, 完成全年计划的50%, 计划12期……完成率91.67%.
 * @param {Statement} one
 * @param {Statement[]} before
 * @param {Statement[]} earlier
 * @returns {Share | undefined}
 */
function ofPlan(one, before, earlier) {
  const last = before.at(-1);
  if (last && (last.kind === "plan" || last.kind === "whole") && /^[^，。；0-9]{0,10}的/.test(one.before)) {
    const part = partBefore(before, last.quantity.unit) ?? partBefore(earlier, last.quantity.unit);
    return part && { statement: one, part, whole: last, sure: true };
  }
  const part = partBefore(before) ?? partBefore(earlier.slice(-2));
  const plans = [...earlier, ...before].filter(({ kind, quantity }) => kind === "plan" && quantity.unit === part?.quantity.unit);
  const whole = plans.at(-1);
  if (!part || !whole) return undefined;
  return { statement: one, part, whole, sure: before.includes(whole) && plans.length === 1 };
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

/**
 * A part above the whole that stands right before it.
 * @param {Statement} one
 * @param {Statement[]} before
 * @param {Ledger} ledger
 */
function checkPart(one, before, ledger) {
  const whole = before.filter(({ bracketed }) => !bracketed || one.bracketed).at(-1);
  if (!whole || whole.part || one.kind !== "value" || !isAmount(whole) || whole.quantity.unit !== one.quantity.unit) return;
  const named = /^[，,；;（(]?其中/.test(one.before) || (PARTS.test(one.indicator) && /^[，,]/.test(one.before) && isCounted(whole));
  if (!named || one.quantity.rough || whole.quantity.rough || one.quantity.unit === "") return;
  if (one.quantity.value - one.quantity.half <= whole.quantity.value + whole.quantity.half) return void ledger.pass("part-over-whole");
  const sum = `${plain(one.quantity)}＞${plain(whole.quantity)}`;
  const message = `部分大于总数：${one.quantity.written}是前面${whole.quantity.written}里的一部分。`;
  ledger.tell("part-over-whole", { start: one.start, end: one.end, message, sum });
}

/** @param {Statement} whole */
function isCounted({ indicator }) {
  return /检查|检测|抽|应|监测|考核|核查|反馈|发现|问题|受理|议定|监督|采样|样|参评|测|验收/.test(indicator);
}
