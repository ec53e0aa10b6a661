// Finds a figure that a text tells again with another value: in its overview and further on, in a problem, beside a table.

import { linesAhead } from "../../prose/lines_ahead.js";
import { likeness, mistyped, sameDigits, tellingDigits } from "./chance.js";
import { digitsLike, isRight, known } from "./intervals.js";
import { entry, TOTAL } from "./table_cells.js";

/** @typedef {import("./ledger.js").Ledger} Ledger */
/** @typedef {import("../../prose/types.js").Prose} Prose */
/** @typedef {import("../../prose/types.js").Statement} Statement */
/** @typedef {Statement & { name: string }} Told with its name in full */

const AIM = /力争|确保|争取|目标|计划|达到|不[低少]于|[底月]前|明年|下半年|下季度|提升至|[高降]到|控制在|要求|任务|标准|达标线|预期/;
const OTHER = /上[年月期学季]|去年|同期|年初|全国|全省|平均|20[0-9]{2}年|[一二三四]季度|[上下]半年|[0-9]月|截[至止]|由|从|原|曾|每|其中|[高低]于|[比较占]/;
const COMMON = /全[年县市区院]|[完达]成|累计|[人例]次|共计|其中|实现|开展/g; // tells of any figure
const NOW = /(?:由|从)(?:目前|现在|现有)的$/;
const [SHORTEST, LONG] = [4, 6]; // signs of a name, and of that of a rate
const FEWEST = 3; // digits of a number whose digits in another order are no chance
const NEAR = 0.3; // share by which a figure may differ from a cell and still be the same
const SWAPPED = 0.0002; // of two of five digits
const MOST = 12; // figures of the same name

/**
 * @param {Prose} prose
 * @param {Ledger} ledger
 */
export function checkToldAgain(prose, ledger) {
  const ahead = linesAhead(prose.lines);
  const lineOf = (/** @type {Statement} */ one) => prose.sentences[one.sentence]?.line ?? -1;
  const own = ownTime(prose.period);
  const told = prose.statements.filter(isExact).map((one) => ({ ...one, clause: one.clause.replace(own, ""), name: fullName(one, prose) }));
  const present = told.filter((one) => isPresent(one, prose) && !ahead.has(lineOf(one)));
  for (const group of groupsBy(present, ({ name, quantity }) => `${name}/${quantity.unit}`)) checkNamed(group, ledger);
  const telling = told.filter(({ quantity }) => tellingDigits(quantity.written) >= FEWEST);
  for (const group of groupsBy(telling.flatMap(roundedWays), ({ key }) => key)) {
    const isOnce = (/** @type {Told} */ { quantity }) => group.filter((one) => one.quantity.value === quantity.value).length === 1;
    for (const one of group.filter(isOnce)) {
      const other = group.find((each) => (each.start < one.start || !isOnce(each)) && lineOf(each) !== lineOf(one) && isTurned(one, each) && (isEcho(one, each) || isAgain(one, each, prose) || (!/全[市县区]/.test(one.clause) && isAgain(each, one, prose))));
      if (other) ledger.tellOnce("same-indicator", { ...remark(other, one), level: "warning" });
    }
  }
  checkRestated(prose.statements, ledger);
  checkCells(prose, present, ledger);
}

/**
 * A figure under the digits that it has when it is rounded, in whatever order: 48216 as 4.82万 as well.
 * @param {Told} one
 */
function roundedWays(one) {
  const [digits = "", exponent = ""] = one.quantity.value.toExponential().split("e");
  const most = Math.max(tellingDigits(digits), tellingDigits(one.quantity.written));
  return Array.from({ length: most - FEWEST + 1 }, (_, more) => {
    const [rounded = ""] = one.quantity.value.toExponential(FEWEST - 1 + more).split("e");
    return { ...one, key: [exponent, one.quantity.unit, ...Array.from(rounded).sort()].join("") };
  });
}

/**
 * Whether two figures have the same digits in another order, as the rougher of them is rounded.
 * @param {Statement} one
 * @param {Statement} other
 */
function isTurned({ quantity: a }, { quantity: b }) {
  const [rough, exact] = a.scale * 10 ** -a.decimals > b.scale * 10 ** -b.decimals ? [a, b] : [b, a];
  return sameDigits(rough.written, digitsLike(exact.value, rough)) && mistyped(rough.written, digitsLike(exact.value, rough));
}

/**
 * The words for the period itself: 上半年 in a summary of it.
 * @param {Prose["period"]} period
 */
function ownTime(period) {
  const [, part = ""] = /^20[0-9]{2}年度?第?(.*)/.exec(period?.label ?? "") ?? [];
  return new RegExp(`^(?:${String(period?.year ?? "(?!)")}年度?)?(?:第?${part || "全年"})?(?:本(?:年度?|季度|学期|学年|期)|今年|全年)?`);
}

/** @param {Statement} one */
function isExact({ kind, quantity }) {
  return ["value", "to", "share", "prior"].includes(kind) && !quantity.rough && !quantity.range && quantity.unit !== "";
}

/**
 * The groups of more than one that have the same key.
 * @template {Told} One
 * @param {One[]} told
 * @param {(one: One) => string} keyOf
 */
function groupsBy(told, keyOf) {
  /** @type {Map<string, One[]>} */
  const groups = new Map();
  for (const one of told) {
    const group = groups.get(keyOf(one));
    if (!group) groups.set(keyOf(one), [one]);
    else if (group.length < MOST) group.push(one);
  }
  return [...groups.values()].filter(({ length }) => length > 1);
}

/**
 * The name of a rate with that of its part before it: 患者规范管理9640人，规范管理率.
 * @param {Statement} one
 * @param {Prose} prose
 */
function fullName({ indicator, sentence, start }, { statements }) {
  if (!/[一-鿿]{2}率$/.test(indicator)) return indicator;
  const before = statements[statements.findIndex((each) => each.start === start) - 1];
  return before?.sentence === sentence && before.indicator.endsWith(indicator.slice(0, -1)) ? `${before.indicator}率` : indicator;
}

/**
 * Whether a figure tells of the present, by a name that tells it from others.
 * @param {Told} one
 * @param {Prose} prose
 */
function isPresent({ kind, name, clause, sentence, before, part, bracketed, start }, { sentences }) {
  const whole = sentences[sentence];
  const words = whole ? whole.text.slice(0, start - whole.start) : clause;
  return kind !== "prior" && kind !== "to" && !part && !bracketed && name.length >= (name.endsWith("率") ? LONG : SHORTEST) && !AIM.test(words) && !OTHER.test(clause) && !OTHER.test(before) && !words.includes("分别");
}

/**
 * Figures of one name: two values, of which one is the other mistyped, or a rate by a long name.
 * @param {Told[]} group
 * @param {Ledger} ledger
 */
function checkNamed([first, ...others], ledger) {
  if (!first) return;
  const [other] = others.filter((one) => !isRight(first.quantity, known(one.quantity)));
  if (!other) return void ledger.pass("same-indicator");
  const values = new Set([first, ...others].map(({ quantity }) => quantity.value));
  const rate = first.name.endsWith("率");
  const alike = tellingDigits(first.quantity.written) > 2 && mistyped(first.quantity.written, other.quantity.written);
  const sure = values.size === 2 && other.sentence !== first.sentence && (alike || rate);
  if (sure) ledger.tell("same-indicator", remark(first, other));
  else ledger.skip("same-indicator");
}

/**
 * @param {Statement} first
 * @param {Statement} one
 */
function remark(first, { start, end, quantity }) {
  return { start, end, message: `${first.start < start ? "前" : "后"}面写的是${first.quantity.written}，这里写的是${quantity.written}，请核对。` };
}

/**
 * Whether a figure tells what an earlier one has told, with its digits in another order: 签约率由目前的47.72%.
 * @param {Told} one
 * @param {Told} first
 * @param {Prose} prose
 */
function isAgain(one, first, { sentences }) {
  const clause = NOW.test(one.clause) ? one.clause.replace(NOW, "").replace(/^.*(?:[前底月日]|[^一-鿿])/, "") : one.clause;
  if (one.quantity.value === first.quantity.value || [clause, first.clause].some((words) => OTHER.test(words) || AIM.test(words))) return false;
  const name = clause.replace(/^[^一-鿿]*(?:[一二三四五六七八九]是)?|仅|只有|[为是]$/g, "");
  const behind = /^[一-鿿]{3,4}/.exec(one.after)?.[0] ?? "";
  if (name.length < 2) return behind !== "" && first.indicator.includes(behind);
  const there = sentences[first.sentence];
  const words = there?.text.slice(0, first.start - there.start) ?? "";
  let at = -1;
  return (name.length > 2 || first.indicator.startsWith(name) || first.indicator.endsWith(name)) && first.indicator.includes(name.slice(-2)) && Array.from(name).every((sign) => (at = words.indexOf(sign, at + 1)) >= 0);
}

/**
 * Whether figures of four digits or more are told with a word in common: 手术1187台次, and 手术总量下滑，1178台次的.
 * @param {Told} one
 * @param {Told} first
 */
function isEcho(one, first) {
  if (one.quantity.unit === "%" || tellingDigits(one.quantity.written) < LONG - 2 || [one, first].some(({ clause, kind }) => OTHER.test(clause) || kind === "prior") || AIM.test(one.clause)) return false;
  const words = (one.before.slice(-MOST) + one.after.slice(0, LONG)).replace(COMMON, " ");
  return Array.from(first.indicator).some((_, at, signs) => at > 0 && words.includes(signs.slice(at - 1, at + 1).join("")));
}

/**
 * An amount and the same in another scale behind it: 3.62亿元（36200万元）.
 * @param {Statement[]} statements
 * @param {Ledger} ledger
 */
function checkRestated(statements, ledger) {
  statements.forEach((one, at) => {
    const first = statements[at - 1];
    const again = first && /^[（(]$/.test(one.before) && /^[）)]/.test(one.after) && first.quantity.unit === one.quantity.unit && first.quantity.scale !== one.quantity.scale;
    if (again && !isRight(first.quantity, known(one.quantity))) ledger.tell("same-indicator", remark(first, one));
  });
}

/**
 * Figures that name a row and a column of a table, against its cell, where they look like it mistyped: 九年级近视率65.66%.
 * @param {Prose} prose
 * @param {Told[]} present
 * @param {Ledger} ledger
 */
function checkCells({ tables }, present, ledger) {
  for (const { rows: [head = [], ...rows] } of tables) {
    const names = head.map(({ text }) => text.replace(/[（(].*/, ""));
    for (const [label, ...cells] of rows) {
      if (label && TOTAL.test(label.text)) for (const cell of cells) checkTotal(entry(cell), present, ledger);
      const named = present.filter(({ clause }) => label && label.text.length > 1 && clause.includes(label.text));
      for (const one of named) {
        const at = names.slice(1).findIndex((name) => name.length > 1 && one.indicator.endsWith(name));
        const cell = entry(cells[at]);
        if (cell && isOther(one, cell.quantity)) tellCell(cell, one, ledger);
      }
    }
  }
}

/**
 * Whether a figure has as many decimals as a cell, and another number near to it.
 * @param {Statement} one
 * @param {import("../../prose/types.js").Quantity} cell
 */
function isOther({ quantity: { written, decimals } }, cell) {
  const [a, b] = [written, cell.written].map((digits) => Number(digits.replace(/[^0-9.]/g, "")));
  return decimals === cell.decimals && tellingDigits(cell.written) > 2 && a !== b && Math.abs(/** @type {number} */ (a) / /** @type {number} */ (b) - 1) < NEAR;
}

/**
 * Figures whose digits are those of a total of a table, two of them changed for each other.
 * @param {import("./table_cells.js").Entry | null} cell
 * @param {Told[]} present
 * @param {Ledger} ledger
 */
function checkTotal(cell, present, ledger) {
  const odd = cell && present.find(({ quantity }) => likeness(quantity.written, digitsLike(cell.quantity.value, quantity)) < SWAPPED);
  if (odd) tellCell(cell, odd, ledger);
}

/**
 * @param {import("./table_cells.js").Entry} entry
 * @param {Statement} one
 * @param {Ledger} ledger
 */
function tellCell({ cell }, { start, end, quantity }, ledger) {
  ledger.tellOnce("same-indicator", { start, end, message: `表中写的是${cell.text}，这里写的是${quantity.written}，请核对。`, level: "warning" });
}
