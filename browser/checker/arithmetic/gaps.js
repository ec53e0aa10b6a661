// What two amounts leave between them: 结余, 相差, 缺.

import { isSlip } from "./chance.js";
import { isClear, isOperand, meant } from "./amounts.js";
import { absolute, difference, digitsLike, isRight } from "./intervals.js";
import { large } from "./written.js";

/** @typedef {import("./ledger.js").Ledger} Ledger */
/** @typedef {import("../../prose/types.js").Statement} Statement */
/**
 * A gap by its word, and the words of the two amounts that it lies between; without them, the two amounts before it.
 * @typedef {{ word: RegExp, from?: RegExp, to?: RegExp }} Gap
 */

/** @type {Gap[]} */
const GAPS = [
  { word: /(?:[结盈节]余|收支差额)(?:资金|基金)?$/, from: /(?:收入|筹资|到位|到账|下达|拨入)[^出]{0,6}$/, to: /(?:支出|成本|费用)[^入]{0,6}$/ },
  { word: /(?:缺[口编]?|空编|(?<![相之误偏])差)(?:人员|岗位)?$/, from: /应|需|核定|编制|标准/, to: /实有|现有|实际|在岗|在编/ },
  { word: /^[^比较]*(?:相差|[高超]出|差距|超(?:额完成)?(?:年度|全年)?(?:计划|目标|任务))$/ },
];
const WHOLE = /总[收支][入出]|[收支][入出](?:合计|共)/;

/**
 * @param {Statement[]} statements of a sentence
 * @param {Statement[]} near those of the sentences before in the paragraph
 * @param {Statement[]} all those of the text
 * @param {Ledger} ledger
 */
export function checkGaps(statements, near, all, ledger) {
  statements.forEach((one, at) => {
    const before = statements.slice(0, at);
    const gap = GAPS.find(({ word }) => word.test(bare(one)));
    if (gap && isOperand(one)) checkGap(one, gap, before, near, all, ledger);
  });
}

/** @param {Statement} one what stands before the number, without 为 and the like */
function bare({ clause }) {
  return clause.replace(/(?:为|是|了|约|达到?|仍|共)+$/, "");
}

/**
 * @param {Statement} one
 * @param {Gap} gap
 * @param {Statement[]} before
 * @param {Statement[]} near
 * @param {Statement[]} all
 * @param {Ledger} ledger
 */
function checkGap(one, { from, to }, before, near, all, ledger) {
  const able = (/** @type {Statement[]} */ list) => list.filter((each) => isAble(each, one));
  const within = able([...near, ...before]);
  const others = from && to ? able(all).filter(({ clause }) => from.test(clause) || to.test(clause)) : able(before);
  if (pairs([...within, ...others]).some((pair) => leave(pair, one))) return void ledger.pass("difference");
  const slip = from && pairs(others).find((pair) => isSlip(one, Math.abs(pair[0].quantity.value - pair[1].quantity.value)));
  const [a, b] = slip ?? (from && to ? [main(others, within, from), main(others, within, to)] : able(before).slice(-2));
  if (!a || !b || a === b) return void ledger.skip("difference");
  const size = Math.abs(a.quantity.value - b.quantity.value);
  const sum = `${large(a.quantity, b.quantity)}=${digitsLike(size, one.quantity)}`;
  const sure = slip !== undefined || from === undefined || [a, b].every(({ clause }) => WHOLE.test(clause)) || within.filter(({ clause }) => from.test(clause)).length === 1;
  ledger.hold("difference", one, { expected: absolute(difference(meant(a), meant(b))), value: size, sum, sure });
}

/**
 * @param {Statement} each
 * @param {Statement} one
 */
function isAble(each, one) {
  return each !== one && each.quantity.unit === one.quantity.unit && isClear(each) && (isOperand(each) || each.kind === "plan");
}

/**
 * The amount that is named so: the total that is told last, or else the last in the paragraph.
 * @param {Statement[]} all
 * @param {Statement[]} within
 * @param {RegExp} words
 */
function main(all, within, words) {
  const named = (/** @type {Statement[]} */ list) => list.filter(({ clause }) => words.test(clause));
  return named(within).filter(({ clause }) => WHOLE.test(clause)).at(-1) ?? named(all).filter(({ clause }) => WHOLE.test(clause)).at(-1) ?? named(within).at(-1);
}

/** @param {Statement[]} amounts */
function pairs(amounts) {
  return amounts.flatMap((a, at) => amounts.slice(at + 1).map((b) => /** @type {const} */ ([a, b])));
}

/**
 * @param {readonly [Statement, Statement]} pair
 * @param {Statement} gap
 */
function leave([a, b], { quantity }) {
  return isRight(quantity, absolute(difference(meant(a), meant(b))));
}
