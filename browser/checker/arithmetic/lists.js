// A whole and the list of its parts: 其中, 分别为, 包括, a colon, brackets.

import { LONGEST_GAP, isClear, tell } from "./amounts.js";
import { digitsLike, known, mistyped, total, verdict } from "./intervals.js";
import { isTotal } from "./totals.js";
import { sumOf } from "./written.js";

/** @typedef {import("./ledger.js").Ledger} Ledger */
/** @typedef {import("../../prose/types.js").Statement} Statement */

const EXACT = /分别(?:为|是)?|由[^，。]*组成|包括[:：]?|包含/;
const OPEN = /主要|重点|仅|特别|尤其|比如|例如|如/;
const GROUPS = [
  ["男", "女"],
  ["中央", "省", "市", "县", "区", "自筹", "上级", "本级", "财政", "社会"],
  ["城镇", "城区", "城市", "农村", "乡村", "乡镇"],
  ["一级", "二级", "三级", "甲级", "乙级", "丙级", "甲等", "乙等"],
  ["A", "B", "C", "D"],
  ["优秀", "优良", "良好", "合格", "基本合格", "不合格", "达标", "不达标", "未达标", "及格"],
  ["线上", "线下", "集中", "现场"],
  ["高级", "副高", "正高", "中级", "初级"],
  ["博士", "硕士", "研究生", "本科", "大专", "专科", "中专"],
  ["专职", "兼职"],
  ["门诊", "住院", "急诊"],
  ["第一季度", "一季度", "二季度", "三季度", "四季度", "上半年", "下半年"],
  ["新建", "改建", "扩建", "改扩建", "续建", "改造"],
  ["小学", "初中", "高中", "幼儿园", "中学"],
  ["死亡", "治愈", "好转"],
  ["已", "未", "尚未", "正在"],
];
const MOST_OVER = 1.15; // what is further above the whole are parts that overlap

/**
 * Totals with their parts after them: 其中, 分别为, 包括, or a colon.
 * @param {Statement[]} amounts
 * @param {Statement[]} statements
 * @param {Ledger} ledger
 */
export function checkLists(amounts, statements, ledger) {
  amounts.forEach((one, at) => {
    const begins = one.before.includes('其中') || (EXACT.test(one.before) && !/同比|比上年|较上年/.test(one.before)) || /^[^，。；0-9]{0,8}[:：]/.test(one.before);
    if (!begins) return;
    for (const unit of new Set(amounts.slice(at, at + 2).map(({ quantity }) => quantity.unit))) {
      const whole = amounts.slice(0, at).filter(({ quantity, part, bracketed }) => quantity.unit === unit && !part && (!bracketed || one.bracketed)).at(-1);
      const parts = run(amounts.slice(at), statements, unit);
      if (whole && parts.length > 1) checkList(whole, parts, one, ledger);
    }
  });
}

/**
 * The parts that follow each other: the same unit, and little between them.
 * @param {Statement[]} amounts
 * @param {Statement[]} statements
 * @param {string} unit
 */
function run(amounts, statements, unit) {
  /** @type {Statement[]} */
  const parts = [];
  for (const one of amounts) {
    if (one.quantity.unit !== unit) {
      if (parts.length > 0 && statements.indexOf(one) > statements.indexOf(/** @type {Statement} */ (parts.at(-1))) + 1) break;
      continue;
    }
    if (parts.length > 0 && (endsList(one) || one.start - (parts.at(-1)?.end ?? 0) > LONGEST_GAP)) break;
    if (parts.length > 1 && one.before.includes("；") && !parts.slice(1).some(({ before }) => before.includes("；"))) break;
    parts.push(one);
  }
  return parts;
}

/** @param {Statement} one */
function endsList(one) {
  const { before, kind } = one;
  return kind !== "value" || isTotal(one) || /；[^；]*(?:共|，)/.test(before) || before.includes('其中');
}

/**
 * @param {Statement} whole
 * @param {Statement[]} parts
 * @param {Statement} first
 * @param {Ledger} ledger
 */
function checkList(whole, parts, first, ledger) {
  if (![whole, ...parts].every(isClear)) return void ledger.skip("sum");
  const expected = total(parts.map(({ quantity }) => known(quantity)));
  const value = parts.reduce((sum, { quantity }) => sum + quantity.value, 0);
  if (verdict(whole.quantity, expected) === "right") return void ledger.pass("sum");
  const digits = digitsLike(value, whole.quantity);
  const sum = sumOf(parts, value);
  const level = listLevel(whole, parts, first, value, digits);
  if (!level) return void ledger.skip("sum");
  tell(whole, parts, { sum, level }, ledger);
}

/**
 * How sure it is that the parts make the whole.
 * @param {Statement} whole
 * @param {Statement[]} parts
 * @param {Statement} first
 * @param {number} value
 * @param {string} digits
 * @returns {"error" | "warning" | null}
 */
function listLevel(whole, parts, first, value, digits) {
  const last = /** @type {Statement} */ (parts.at(-1));
  const open = OPEN.test(first.before) || /^[^，。；]{0,6}等/.test(last.after);
  if (open) return value > whole.quantity.value && !overlaps(whole) ? "warning" : null;
  if (EXACT.test(first.before) && !/包括|包含/.test(first.before)) return "error";
  if (partition(parts)) return "error";
  const typed = digits.replace(/[^0-9]/g, "").length > 2 && mistyped(whole.quantity.written, digits);
  const share = value / whole.quantity.value;
  if (share > 1 && overlaps(whole)) return typed ? "error" : share < MOST_OVER ? "warning" : null;
  if (share > 1) return "error";
  if (parts.length > 2 && (typed || share > 0.9)) return "error";
  return /包括|包含|[:：]/.test(first.before) || typed ? "warning" : null;
}

/**
 * Whether one and the same may be in two parts, as people with two diseases.
 * @param {Statement} whole
 */
function overlaps({ quantity }) {
  return /^(?:人|例|户|家|个)$/.test(quantity.unit);
}

/**
 * Whether the parts are named by a division that leaves nothing out.
 * @param {Statement[]} parts
 */
function partition(parts) {
  return GROUPS.some((group) => parts.every(({ clause }) => group.some((word) => clause.replace(/其中/, "").includes(word))));
}
