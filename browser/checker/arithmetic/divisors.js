// By what a figure per head is divided: the units that 人均, 每场, 平均每名党员 name, and the name of what is counted.

/** @typedef {import("../../prose/types.js").Statement} Statement */

/** @type {[RegExp, string[]][]} the words, and the units of what is divided by */
const DIVISORS = [
  [/每人次|次均|例均|每次|每例|均次/, ["人次", "次", "例", "例次", "人"]],
  [/[人生]均|每人|每名|每位/, ["人", "人次"]],
  [/车均|每辆/, ["辆"]],
  [/日均|每[日天]/, ["天"]],
  [/户均|每户|每家|家均/, ["户", "家", "户次"]],
  [/每床|床均|每张/, ["张"]],
  [/[校村镇乡班院店]均|每个|每[校村班]/, ["个", "所"]],
];
const OTHER = /([场件期台组份批队所处条起轮])均|每([场件期台组份批队所处车条起间轮])/; // divided by what they name themselves
const BEFORE = /按?([一-鿿]{2,6}?)(?:[计折]算)?(?:平均)?[人户]均/;
const BEHIND = /每(?:名|位|个|户|家)([一-鿿]{2,4}?)(?:平均|补助|支出|为|是|约|$)/;

/**
 * The units by whose number a figure may have been divided.
 * @param {Statement} one
 * @returns {string[]}
 */
export function divisorUnits({ clause }) {
  const [, before, behind] = OTHER.exec(clause) ?? [];
  const unit = before ?? behind;
  return DIVISORS.find(([words]) => words.test(clause))?.[1] ?? (unit === undefined ? [] : [unit, `${unit}次`, ...(/[场期班]/.test(unit) ? ["次"] : [])]);
}

/**
 * Whether an amount counts what the figure names: 重点人群9270人 of 重点人群人均40元, 党员42名 of 平均每名党员750元.
 * @param {Statement} one
 * @param {Statement} count
 */
export function isNamedDivisor({ clause }, { indicator }) {
  const name = BEHIND.exec(clause)?.[1] ?? BEFORE.exec(clause)?.[1] ?? (clause.includes("生均") ? "学生" : undefined);
  return name !== undefined && indicator.includes(name);
}
