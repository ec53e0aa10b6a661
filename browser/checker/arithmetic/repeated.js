// Finds an indicator that a text gives two values: in its overview and further on, in 万 and in full.

import { mistyped } from "./chance.js";
import { linesAhead } from "../../prose/lines_ahead.js";
import { known } from "./intervals.js";

/** @typedef {import("./ledger.js").Ledger} Ledger */
/** @typedef {import("../../prose/types.js").Prose} Prose */
/** @typedef {import("../../prose/types.js").Statement} Statement */

const AIM = /力争|确保|争取|目标|计划|达到.{0,6}以上|不低于|不少于|底前|月前|明年|下半年|下季度|提升至|提高到|降到|控制在|要求|任务|标准|达标线|预期/;
const OTHER = /上年|去年|同期|上季度|上月|上期|上学期|年初|全国|全省|全市平均|平均水平|20[0-9]{2}年|[一二三四]季度|[0-9]月份?|截至|截止|由|从|原|曾|每|其中/;
const STOCK = /人口|床位|职工|在册|总数|总额|总收入|档案|参保|参合|经费|投入|面积|户数|人数|农户|患者|居民|人员|资金|收入|支出|人次|报销/;
const SHORTEST = 4;

/**
 * @param {Prose} prose
 * @param {Ledger} ledger
 */
export function checkRepeated(prose, ledger) {
  const ahead = linesAhead(prose.lines);
  /** @type {Map<string, Statement[]>} */
  const named = new Map();
  prose.statements.forEach((told, at) => {
    const one = { ...told, indicator: fullName(told, prose.statements[at - 1]) };
    if (!isPresent(one, prose) || ahead.has(prose.sentences[one.sentence]?.line ?? -1)) return;
    const key = `${one.indicator}/${one.quantity.unit}`;
    named.set(key, [...(named.get(key) ?? []), one]);
  });
  for (const group of named.values()) if (group.length > 1) checkGroup(group, ledger);
}

/**
 * The name of a rate with that of its part before it: 患者规范管理9640人，规范管理率.
 * @param {Statement} one
 * @param {Statement | undefined} before
 */
function fullName({ indicator, sentence }, before) {
  const isRate = /[一-鿿]{2}率$/.test(indicator) && before?.sentence === sentence && before.indicator.endsWith(indicator.slice(0, -1));
  return isRate ? `${before.indicator}率` : indicator;
}

/**
 * @param {Statement} one
 * @param {Prose} prose
 */
function isPresent({ kind, indicator, quantity, clause, sentence, before, part, bracketed, start }, prose) {
  if ((kind !== "value" && kind !== "share") || quantity.rough || quantity.range || part || bracketed) return false;
  const rate = quantity.unit === "%" || quantity.unit === "‰";
  if (rate ? !indicator.endsWith("率") : !STOCK.test(indicator)) return false;
  if (indicator.length < SHORTEST || quantity.unit === "") return false;
  const whole = prose.sentences[sentence];
  const words = whole ? whole.text.slice(0, start - whole.start) : clause;
  return !AIM.test(words) && !OTHER.test(clause) && !OTHER.test(before) && !words.includes('分别');
}

/**
 * @param {Statement[]} group
 * @param {Ledger} ledger
 */
function checkGroup(group, ledger) {
  const [first, ...others] = /** @type {[Statement, ...Statement[]]} */ (group);
  const different = others.filter((one) => !meets(first, one));
  if (different.length === 0) return void ledger.pass("same-indicator");
  const values = new Set(group.map(({ quantity }) => quantity.value));
  const [other] = different;
  if (!other || values.size > 2 || other.sentence === first.sentence) return void ledger.skip("same-indicator");
  const digits = first.quantity.written.replace(/[^0-9]/g, "").replace(/0+$/, "").length;
  const rate = first.indicator.endsWith("率");
  const alike = digits > 2 && mistyped(first.quantity.written, other.quantity.written);
  const sure = rate ? first.indicator.length > 5 || alike : alike || (first.indicator.length > 4 && closeBy(first, other) && digits > 2);
  if (!sure) return void ledger.skip("same-indicator");
  const message = `“${first.indicator}”前面写的是${first.quantity.written}，这里写的是${other.quantity.written}，请核对。`;
  const level = alike || rate ? {} : { level: /** @type {const} */ ("warning") };
  ledger.tell("same-indicator", { start: other.start, end: other.end, message, ...level });
}

/**
 * @param {Statement} a
 * @param {Statement} b
 */
function closeBy(a, b) {
  const ratio = a.quantity.value / b.quantity.value;
  return ratio > 0.8 && ratio < 1.25;
}

/**
 * Whether two numbers may be the same, as far as they are rounded.
 * @param {Statement} a
 * @param {Statement} b
 */
function meets(a, b) {
  const [low, high] = known(a.quantity);
  const [from, to] = known(b.quantity);
  return low <= to + 1e-9 && high >= from - 1e-9;
}
