// A part above the whole that stands right before it.

import { isOperand, sameThings } from "./amounts.js";
import { plain } from "./written.js";

/** @typedef {import("./ledger.js").Ledger} Ledger */
/** @typedef {import("../../prose/types.js").Statement} Statement */

const PARTS =
  /^(?:其中|已|均|全部)*(?:(?:考核|考试|验收|复查|抽检|实际)?(?:合格|及格)|实[检种到查收考出]|实际|[收退]回|同意|批准|不合格|达标|优[良秀]|阳性|(?:完成)?整改|办结|属实|落实|通过|签订|有效)/;

export const AMONG = /^[^、，。；0-9]{0,12}中(?![心学型医央层级])[，,]?[^，。；0-9]{0,10}$/; // 12家中有5家
const HAVE = /^[，,]已(?:有)?[^，。；0-9]{0,4}$/;
const AIM = /任务|计划|目标|指标/;

/**
 * A part above the whole that stands right before it.
 * @param {Statement} one
 * @param {Statement[]} before
 * @param {boolean} isTakenOut whether a rate tells that it is one
 * @param {Ledger} ledger
 */
export function checkPart(one, before, isTakenOut, ledger) {
  const able = before.filter(
    (each) => (!each.bracketed || one.bracketed) && each.quantity.unit !== "%" && ["value", "to", "whole"].includes(each.kind),
  );
  const whole = able.at(-1);
  if (!whole || whole.part || one.kind !== "value" || !isOperand(whole) || !sameThings(whole.quantity.unit, one.quantity.unit)) return;
  if (one.quantity.unit === `${whole.quantity.unit}次`) return; // 人次 of 人
  const among = AMONG.test(one.before) || (HAVE.test(one.before) && !AIM.test(whole.clause));
  const named =
    among ||
    isTakenOut ||
    /^[）)]?[，,；;（(]?其中/.test(one.before) ||
    ((PARTS.test(one.indicator) || /^到了?$/.test(one.clause)) && /^[，,]/.test(one.before) && isCounted(whole));
  if (!named || one.quantity.rough || whole.quantity.rough || one.quantity.unit === "") return;
  const isOfEarlier = /^[；;]/.test(one.before) && able.some(({ quantity }) => quantity.value >= one.quantity.value);
  if (isOfEarlier) return;
  if (one.quantity.value - one.quantity.half <= whole.quantity.value + whole.quantity.half) return void ledger.pass("part-over-whole");
  const sum = `${plain(one.quantity)}＞${plain(whole.quantity)}`;
  const message = `部分大于总数：${one.quantity.written}是前面${whole.quantity.written}里的一部分。`;
  ledger.tell("part-over-whole", { start: one.start, end: one.end, message, sum });
}

/** @param {Statement} whole */
function isCounted({ indicator, after }) {
  return (
    /^[^，。；]{0,2}(?:参加|参训|参考)/.test(after) || /[查检抽应测核样验考评]|申请|申报|反馈|发现|问题|受理|议定|监督|[下印]发|发放/.test(indicator)
  );
}
