// By what a figure per head is divided: the units that 人均, 每场, 平均每名党员 name, the name of what is counted, the people
// of 每千人口, the days of 日均.

import { daysOf } from "../../prose/dates.js";

/** @typedef {import("../../prose/types.js").Statement} Statement */

/** @type {[RegExp, string[]][]} the words, and the units of what is divided by */
const DIVISORS = [
  [/每人次|次均|例均|每次|每例|均次/, ["人次", "次", "例", "例次", "人"]],
  [/[人生]均|每人|每名|每位/, ["人", "人次"]],
  [/车均|每辆/, ["辆"]],
  [/日均|每[日天]/, ["天"]],
  [/户均|每户|每家|家均/, ["户", "家", "户次", "家次"]],
  [/每床|床均|每张/, ["张"]],
];
const EACH = /(?!平)([一-鿿])均|每(?:个)?([一-鿿])|(班)额/; // divided by what they name themselves
const PLACES = /[校村镇乡班院店科站县区点]/; // 36个教学班, 42所学校: the noun stands behind the unit
const BEFORE = /按?([一-鿿]{2,6}?)(?:[计折]算)?(?:平均)?[人户]均/;
const BEHIND = /每(?:名|位|个|户|家)([一-鿿]{2,4}?)(?:平均|补助|支出|为|是|约|$)/;

/**
 * The units by whose number a figure may have been divided.
 * @param {Statement} one
 * @returns {string[]}
 */
export function divisorUnits({ clause }) {
  const unit = nounOf(clause);
  if (PLACES.test(unit) || clause.includes("每个")) return ["个", "所", "家", unit];
  return (
    DIVISORS.find(([words]) => words.test(clause))?.[1] ??
    (unit === "" ? [] : [unit, `${unit}次`, ...(/[场期班]/.test(unit) ? ["次"] : [])])
  );
}

/** @param {string} clause */
function nounOf(clause) {
  return EACH.exec(clause)?.slice(1).find(Boolean) ?? "";
}

/**
 * Whether an amount counts things of the noun by which a figure is divided.
 * @param {Statement} one
 * @param {Statement} count
 */
export function countsNoun(one, count) {
  return !PLACES.test(nounOf(one.clause)) || countsPlaces(one, count);
}

/**
 * Whether an amount counts the places of which a figure tells: 36个村 of 平均每村.
 * @param {Statement} one
 * @param {Statement} count
 */
export function countsPlaces({ clause }, { indicator, after, quantity }) {
  const noun = nounOf(clause);
  return PLACES.test(noun) && (quantity.unit === noun || (indicator + after.slice(0, 6)).includes(noun));
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

/** @type {[RegExp, number][]} of how many people a figure tells */
const OF_PEOPLE = [
  [/每(?:10|十)万|\/10万$/, 1e5],
  [/每万/, 1e4],
  [/(?:居民|人口|常住)[^，。；]{0,6}人均/, 1],
  [/每千|(?:死亡|出生|发病|患病|自杀|伤害)率[^，。；]{0,3}‰$/, 1e3],
  [/每百/, 100],
];
const BED_DAYS = /床日.*天$|床日$/;
const PATIENTS = /(?:出院|住院).*(?:人次|人|例)$/;
const BEDS = /床.*张$|实际开放张$/;

/** @type {[RegExp, RegExp, RegExp, daily?: true][]} figures of hospitals, what is divided in them, and what by */
const OF_BEDS = [
  [/平均住院[日天].*天$/, BED_DAYS, PATIENTS],
  [/床位?周转.*次$/, PATIENTS, BEDS],
  [/床位?(?:使用|利用)率.*%$/, BED_DAYS, BEDS, true],
];

/** @param {Statement} one its words with its unit */
const told = ({ clause, quantity: { unit } }) => clause + unit;

/** @param {Statement} one whether it tells of beds that there are, or of their days */
export const isOpen = ({ clause }) => clause.includes("开放");

/**
 * What is divided by what in a figure of hospitals: 平均住院日, 床位使用率; whether beds are counted day by day.
 * @param {Statement} one
 */
export function bedFigure(one) {
  const [, of, by, daily] = OF_BEDS.find(([figure]) => figure.test(told(one))) ?? [];
  return (
    of &&
    by && {
      isOf: (/** @type {Statement} */ each) => of.test(told(each)) && !isOpen(each),
      isBy: (/** @type {Statement} */ each) => by.test(told(each)),
      isByDays: (/** @type {Statement} */ each) => daily === true && BED_DAYS.test(told(each)) && isOpen(each),
      daily,
    }
  );
}

/**
 * Whether an amount is what so many of which a figure tells: people of 每千人口, days of 每千床日, the newborn of their deaths.
 * @param {Statement} one
 * @param {Statement} count
 */
export function isPopulation({ clause }, count) {
  if (clause.includes("床日")) return BED_DAYS.test(told(count));
  const [, group = "人口"] = /每(?:[百千万]|十万|10万)名?(?:常住|服务)?([一-鿿]{2})/.exec(clause) ?? [];
  return (
    count.quantity.unit === "人" &&
    (count.clause.includes(/[居常]/.test(group) ? "人口" : group) ||
      (/新生儿|婴儿|孕产妇/.test(clause) && /活产|新生儿/.test(count.clause)))
  );
}

/**
 * Of how many people a figure tells: 1000 of 每千人口 and of a death rate in ‰.
 * @param {Statement} one
 */
export function peopleOf({ clause, quantity: { unit } }) {
  return OF_PEOPLE.find(([words]) => words.test(clause + unit))?.[1];
}

/**
 * How many days or months lie in a period of which a figure tells the mean: 日均, 每月.
 * @param {Statement} one
 * @param {import("../../prose/types.js").Period | null} period
 */
export function timesOf({ clause }, period) {
  const [word] = /日均|每[日天]|月均|每个?月|床位?(?:使用|利用)率/.exec(clause) ?? [];
  if (word === undefined || !period) return undefined;
  const months = Array.from({ length: period.last - period.first + 1 }, (_, at) => period.first + at);
  return word.includes("月") ? months.length : months.reduce((sum, month) => sum + daysOf((month % 12) + 1, Math.floor(month / 12)), 0);
}
