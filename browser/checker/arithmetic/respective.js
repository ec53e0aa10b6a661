// Shares told one after the other: 日间34529人，夜间16399人，分别占67.8%和32.2%.

import { added, isOperand, sameThings } from "./amounts.js";
import { known, ratio, total, isRight } from "./intervals.js";
import { percent, plain } from "./written.js";

const RESPECTIVE = /(?:分别|依次|各|各自)(?:占|完成|为)|占比?(?:依次|分别)(?:为|是)?|(?:比例|占比|比重|率|构成比)(?:依次|分别|各)(?:为|是|达)?/;

/** @typedef {import("./intervals.js").Interval} Interval */
/** @typedef {import("./ledger.js").Ledger} Ledger */
/** @typedef {import("../../prose/types.js").Statement} Statement */

/**
 * Checks them, and says which shares of a sentence they are.
 * @param {Statement[]} statements of a sentence
 * @param {Statement[]} earlier in its paragraph
 * @param {Ledger} ledger
 * @returns {Set<Statement>}
 */
export function checkRespective(statements, earlier, ledger) {
  const at = statements.findIndex(({ kind, clause }, index) => kind === "share" && (RESPECTIVE.test(clause) || (clause.includes("占") && isJoined(statements[index + 1]))));
  if (at < 0) return new Set();
  const others = statements.slice(at).findIndex(({ kind, before }, index) => kind !== "share" || (index > 0 && !/^(?:、|和|，)$/.test(before)));
  const shares = statements.slice(at, others < 0 ? undefined : at + others);
  const amounts = statements.slice(0, at).filter(isOperand);
  const parts = amounts.slice(-shares.length);
  if (parts.length === shares.length && checkAll(shares, parts, [...earlier, ...amounts.slice(0, -shares.length)], ledger)) return new Set(shares);
  shares.forEach(() => ledger.skip("share"));
  return new Set(shares);
}

/**
 * Whether a share follows another without more words: 占11.7%和8.8%.
 * @param {Statement | undefined} next
 */
function isJoined(next) {
  return next?.kind === "share" && /^(?:、|和|与|及)$/.test(next.before);
}

/**
 * Shares of the same whole, told with their parts; whether the whole was found.
 * @param {Statement[]} shares
 * @param {Statement[]} parts
 * @param {Statement[]} values
 * @param {Ledger} ledger
 */
function checkAll(shares, parts, values, ledger) {
  const [first] = parts;
  const sum = total(parts.map(({ quantity }) => known(quantity)));
  const told = values.filter((one) => isOperand(one) && first && sameThings(one.quantity.unit, first.quantity.unit)).map(({ quantity }) => known(quantity));
  const wholes = [sum, ...told].filter(([low]) => low > 0);
  const inTurn = [...wholes, ...parts.map(({ quantity }) => known(quantity))]; // 实考的参考率、及格的及格率
  if (shares.every((one, at) => inTurn.some((whole) => fits(one, parts[at], whole)))) {
    shares.forEach(() => ledger.pass("share"));
    return true;
  }
  const filled = Math.abs(added(shares) - 100) < 1;
  const best = wholes.find((whole) => shares.some((one, at) => fits(one, parts[at], whole)));
  const whole = best ?? (filled ? sum : undefined);
  if (!whole) return false;
  shares.forEach((one, at) => {
    if (inTurn.some((each) => fits(one, parts[at], each))) ledger.pass("share");
    else hold(one, parts[at], whole, ledger);
  });
  return true;
}

/**
 * @param {Statement} one
 * @param {Statement | undefined} part
 * @param {Interval | undefined} whole
 * @param {Ledger} ledger
 */
function hold(one, part, whole, ledger) {
  if (!part || !whole) return void ledger.skip("share");
  const expected = ratio(known(part.quantity), whole, 100);
  const value = (expected[0] + expected[1]) / 2;
  const size = plain({ ...part.quantity, value: (whole[0] + whole[1]) / 2 });
  ledger.hold("share", one, { expected, value, sum: `${plain(part.quantity)}÷${size}=${percent(value)}` });
}

/**
 * @param {Statement} one
 * @param {Statement | undefined} part
 * @param {Interval} whole
 */
function fits({ quantity }, part, whole) {
  return part !== undefined && isRight(quantity, ratio(known(part.quantity), whole, 100));
}
