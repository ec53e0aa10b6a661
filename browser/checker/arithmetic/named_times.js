// Changes between two times of the period that the text names: 三季度环比增长, 比一季度多, 是三季度的1.42倍.

/** @typedef {import("../../prose/types.js").Statement} Statement */

const TIME = /(?<![年期])第?([一二三四]季度|[上下]半年|[0-9]{1,2}月)(?!份?[0-9底末龄以至])/g;
const LIST = /([一二三四])(?:至|[—～-])([一二三四])季度|([一二三四](?:、[一二三四])+)季度|[四4]个季度/;
const QUARTERS = "一二三四";
const OTHER = /上年|去年|同[比期]|20[0-9]{2}年/;
const CHANGES = new Set(["difference", "growth", "multiple"]);

/**
 * The changes whose two figures are told for the times that they name.
 * @param {import("./passages.js").Passage} passage
 * @returns {{ one: Statement, value: Statement, prior: Statement }[]}
 */
export function namedTimes({ statements, near }) {
  const changes = statements.filter(({ kind, before }) => CHANGES.has(kind) && !OTHER.test(before));
  if (changes.length === 0) return [];
  const told = toldByTime([...near, ...statements]);
  let last = ""; // the time that the clause before speaks of
  return changes.flatMap((one) => {
    const [now = last, than] = timesOf(one, last);
    last = now;
    const of = (/** @type {string | undefined} */ time) => told.filter((each) => each.time === time && isAlike(each.statement, one)).map(({ statement }) => statement);
    const pairs = of(now).flatMap((value) => of(than).filter(({ quantity }) => quantity.unit === value.quantity.unit).map((prior) => ({ one, value, prior })));
    return pairs.length === 1 ? pairs : [];
  });
}

/**
 * The time that has changed and that which it is compared with, as far as they are named.
 * @param {Statement} one
 * @param {string} carried
 * @returns {(string | undefined)[]}
 */
function timesOf({ before }, carried) {
  const times = [...before.matchAll(TIME)];
  const [last, first] = [...times].reverse();
  if (/环比[^，。；]*$/.test(before)) return [last?.[1], timeBefore(last?.[1] ?? carried)];
  return last && /[比较是为与]$/.test(before.slice(0, last.index)) ? [first?.[1], last[1]] : [];
}

/** @param {string} time */
function timeBefore(time) {
  if (time.endsWith("月")) return `${String(parseInt(time) - 1)}月`;
  return time.endsWith("季度") ? `${QUARTERS.charAt(QUARTERS.indexOf(time.charAt(0)) - 1)}季度` : time.replace("下", "上");
}

/**
 * The figures that are told for a time, or in a list of times.
 * @param {Statement[]} statements
 */
function toldByTime(statements) {
  /** @type {string[]} */
  let listed = [];
  return statements.flatMap((statement) => {
    const { kind, clause, before } = statement;
    if (listed.length > 0 && !/^[、和与及]$/.test(before)) listed = [];
    if (/分别|依次/.test(clause)) listed = timesListed(before);
    const [time = /比|较/.test(clause) || OTHER.test(before) ? undefined : [...clause.matchAll(TIME)].at(-1)?.[1]] = listed.splice(0, 1);
    return time !== undefined && (kind === "value" || kind === "to") ? [{ time, statement }] : [];
  });
}

/** @param {string} words */
function timesListed(words) {
  const [list, from = "一", to = "四", several] = LIST.exec(words) ?? [];
  const named = several?.split("、") ?? Array.from(QUARTERS.slice(QUARTERS.indexOf(from), QUARTERS.indexOf(to) + 1));
  return list === undefined ? [] : named.map((sign) => `${sign}季度`);
}

/**
 * Whether a figure may be of what has changed: the clause names nothing else, and a difference has its unit.
 * @param {Statement} each
 * @param {Statement} one
 */
function isAlike({ indicator, quantity }, { kind, clause, quantity: { unit } }) {
  const [, named = ""] = /(?:季度|半年|月)的?([一-鿿]{2})[^比较]*(?:环比|[比较])/.exec(clause) ?? [];
  return (kind !== "difference" || unit === quantity.unit) && (/环比|^[比较]/.test(named) || named === "" || indicator.includes(named));
}
