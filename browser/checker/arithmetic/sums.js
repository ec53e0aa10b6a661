// Checks sums: 其中……、……; ……，合计……; 分别为; what is left over: 其余……

import { plain } from "./changes.js";
import { digitsLike, known, mistyped, total, verdict } from "./intervals.js";

/** @typedef {import("./ledger.js").Ledger} Ledger */
/** @typedef {import("../../prose/types.js").Statement} Statement */

const TOTAL = /(?:^|[，,、；;（(])(?:以上|上述|三项|两项|四项|各项)?(?:合计|共计|总计|累计|总共|合共|共)[^，。；、0-9]{0,6}$/;
const CLEAR_TOTAL = /合计|共计|总计|总共|合共/;
const REST = /(?:其余|剩余|余下|余|其他|另有|还有|尚有|仍有|未[^，。；]{1,4}|还剩|尚余)[^，。；、0-9]{0,8}$/;
const CLEAR_REST = /其余|剩余|余下|还剩|尚余|尚有|仍有|还有/;
const FAILED = /不(合格|达标|及格)[^，。；、0-9]{0,4}$/; // what is left over from those that passed
const AFTERWARDS = /后[^，。；]{0,4}(?:还有|仍有|尚有|还剩)/; // 补考后还有4人: something has happened in between
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
const LONGEST_GAP = 28;
const MOST_OVER = 1.15; // what is further above the whole are parts that overlap

/**
 * @param {Statement[][]} sentences
 * @param {Ledger} ledger
 */
export function checkSums(sentences, ledger) {
  for (const statements of sentences) {
    const amounts = statements.filter(isAmount);
    checkLists(amounts, statements, ledger);
    amounts.forEach((one, at) => {
      if (TOTAL.test(one.before)) checkTotal(one, amounts.slice(0, at), ledger);
      else if (REST.test(one.clause) || FAILED.test(one.clause)) checkRest(one, amounts.slice(0, at), ledger);
    });
    checkShares(statements, ledger);
  }
}

/** @param {Statement} one */
function isAmount({ kind, quantity }) {
  return (kind === "value" || kind === "whole") && quantity.unit !== "%" && quantity.unit !== "‰";
}

/** @param {Statement} one */
function isClear({ quantity }) {
  return !quantity.rough && !quantity.range;
}

/**
 * Totals with their parts after them: 其中, 分别为, 包括, or a colon.
 * @param {Statement[]} amounts
 * @param {Statement[]} statements
 * @param {Ledger} ledger
 */
function checkLists(amounts, statements, ledger) {
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
function endsList({ before, kind }) {
  return kind !== "value" || TOTAL.test(before) || /；[^；]*(?:共|，)/.test(before) || before.includes('其中');
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

/**
 * @param {Statement} one
 * @param {Statement[]} amounts
 * @param {Ledger} ledger
 */
function checkTotal(one, amounts, ledger) {
  const same = amounts.filter(({ quantity }) => quantity.unit === one.quantity.unit);
  const last = same.at(-1);
  if (same.length < 2 || !last) return;
  if (!isClear(one) || !same.every(isClear)) return void ledger.skip("sum");
  const runs = same.map((_, index) => same.slice(index)).filter(({ length }) => length > 1);
  const right = runs.some((parts) => verdict(one.quantity, total(parts.map(({ quantity }) => known(quantity)))) === "right");
  if (right) return void ledger.pass("sum");
  if (!CLEAR_TOTAL.test(one.before) && (/[；;]/.test(one.before) || one.start - last.end > 8)) return;
  const parts = joined(same);
  const others = amounts.some((other) => other.start > (parts[0]?.start ?? 0) && !parts.includes(other));
  if (parts.length < 2 || others) return void ledger.skip("sum"); // 486家、学校53所，共…… counts both
  const value = parts.reduce((sum, { quantity }) => sum + quantity.value, 0);
  tell(one, parts, { sum: sumOf(parts, value), level: "error" }, ledger);
}

/**
 * The last of the amounts that stand beside each other.
 * @param {Statement[]} same
 */
function joined(same) {
  let first = same.length - 1;
  while (first > 0 && (same[first]?.start ?? 0) - (same[first - 1]?.end ?? 0) <= LONGEST_GAP) first -= 1;
  return same.slice(first);
}

/**
 * @param {Statement} one
 * @param {Statement[]} amounts
 * @param {Ledger} ledger
 */
function checkRest(one, amounts, ledger) {
  const same = amounts.filter(({ quantity }) => quantity.unit === one.quantity.unit);
  if (same.length < 2) return;
  if (AFTERWARDS.test(one.clause) || !isClear(one) || !same.every(isClear)) return void ledger.skip("sum");
  const wholes = same.slice(0, -1);
  for (const [index, whole] of wholes.entries()) {
    for (let from = index + 1; from < same.length; from += 1) {
      for (let to = from + 1; to <= same.length; to += 1) {
        if (leaves(whole, same.slice(from, to), one)) return void ledger.pass("sum");
      }
    }
  }
  if (leaves(/** @type {Statement} */ (same.at(-1)), same.slice(-2, -1), one)) return void ledger.pass("sum");
  if (!isClearRest(one, /** @type {Statement} */ (same.at(-1)))) return void ledger.skip("sum");
  const [whole, part] = same.slice(-2).sort((a, b) => b.quantity.value - a.quantity.value);
  const value = (whole?.quantity.value ?? 0) - (part?.quantity.value ?? 0);
  if (!whole || !part || value <= 0) return void ledger.skip("sum");
  const sum = `${plain(whole.quantity)}−${plain(part.quantity)}=${digitsLike(value, one.quantity)}`;
  tell(one, [whole, part], { sum, level: same.length === 2 ? "error" : "warning" }, ledger);
}

/**
 * Whether an amount is surely what is left over: it says so, or it failed where the one before it passed.
 * @param {Statement} one
 * @param {Statement} before
 */
function isClearRest(one, before) {
  const [, passed] = FAILED.exec(one.clause) ?? [];
  return CLEAR_REST.test(one.clause) || (passed !== undefined && before.clause.includes(passed) && !before.clause.includes(`不${passed}`));
}

/**
 * @param {Statement} whole
 * @param {Statement[]} parts
 * @param {Statement} rest
 */
function leaves(whole, parts, rest) {
  return verdict(whole.quantity, total([...parts, rest].map(({ quantity }) => known(quantity)))) === "right";
}

/**
 * Shares that fill the whole: A占45%，B占35%，其余占20%.
 * @param {Statement[]} statements
 * @param {Ledger} ledger
 */
function checkShares(statements, ledger) {
  const shares = statements.filter(({ kind, clause, quantity }) => kind === "share" && quantity.unit === "%" && clause.includes('占'));
  const last = shares.at(-1);
  if (shares.length < 2 || !last || !/其余|其他|剩余/.test(last.clause)) return;
  if (!shares.every(isClear)) return void ledger.skip("sum");
  const [low, high] = total(shares.map(({ quantity }) => known(quantity)));
  if (low <= 100.001 && high >= 99.999) return void ledger.pass("sum");
  const value = 100 - shares.slice(0, -1).reduce((sum, { quantity }) => sum + quantity.value, 0);
  if (value <= 0) return void ledger.skip("sum");
  tell(last, shares, { sum: `100%−其他各项=${digitsLike(value, last.quantity)}%`, level: "error" }, ledger);
}

/**
 * @param {Statement[]} parts
 * @param {number} value
 */
function sumOf(parts, value) {
  const [first] = parts;
  return `${parts.map(({ quantity }) => plain(quantity)).join("+")}=${first ? plainLike(value, first) : ""}`;
}

/**
 * @param {number} value
 * @param {Statement} like
 */
function plainLike(value, { quantity }) {
  return plain({ ...quantity, value });
}

/**
 * Tells of the whole list, since any of its numbers may be the wrong one.
 * @param {Statement} one
 * @param {Statement[]} parts
 * @param {{ sum: string, level: "error" | "warning" }} claim
 * @param {Ledger} ledger
 */
function tell(one, parts, { sum, level }, ledger) {
  const start = Math.min(one.start, ...parts.map((part) => part.start));
  const end = Math.max(one.end, ...parts.map((part) => part.end));
  const message = `各项与总数不符：${sum}，文中写的是${one.quantity.written}；请核对总数和各项。`;
  ledger.tell("sum", { start, end, message, sum, level });
}
