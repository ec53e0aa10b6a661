// A whole and the list of its parts: 其中, 分别为, 包括, a colon, brackets.

import { hasSlip, isSlip } from "./chance.js";
import { LONGEST_GAP, added, isClear, isSum, tell } from "./amounts.js";
import { isRateOf } from "./intervals.js";
import { areOpposite, endsWithRest, oppositeParts } from "./partitions.js";
import { isTotal } from "./totals.js";
import { sumOf } from "./written.js";

/** @typedef {import("./ledger.js").Ledger} Ledger */
/** @typedef {import("../../prose/types.js").Statement} Statement */

const EXACT = /(?:分别|依次)(?:为|是)?|由[^，。]*组成|包括[:：]?|包含/;
const WHOLLY = /(?:^|[，,；;：:（(])(?:其中|三者|两者|各|依次|具体)?(?:分别|依次)(?:为|是)?[^，。；]*$|由[^，。]*组成/; // without a name of its own, as 超重和肥胖分别为
const EARLIER = /同[比期]|去年|上[年季期学月]|[（(]20[0-9]{2}年/; // 去年分别为: the same things a year before
const LISTED = /用于|评为|评定为|划分为|分为/;
const OUT_OF = /^[；，]?[^、，。；0-9]{0,10}(?:中(?![心学型医央层级])|里(?=，))[，,]?[^，。；]{0,12}$|按[^，。；0-9]{1,8}(?:看|分)，/; // 42所学校中，小学25所; 按系统看，
const OPEN = /主要|前.位|居前|前列|重点|仅|特别|尤其|如/;
const OTHERS = /(?:其他|其余|另外)(?:的)?$/; // 其他5家1021单位: how many share what is left
const NEARLY = 0.74; // 5起（学校3起、养老机构1起）
const ALMOST = 0.85;
const LARGE = 100; // what is less, something in a text will be by chance
const SHORT = 6; // characters: 三项合计
const SETS = /高血压|糖尿病|慢性|老年|孕|儿童|残疾|脱贫|低保|党员|学历|职称|学位|岁|患|疾|病|症|异常|偏高/; // of which somebody may be in two
const MOST_OVER = 1.15; // what is further above the whole are parts that overlap

/**
 * Totals with their parts after them: 其中, 分别为, 包括, a colon, or names that divide a whole.
 * @param {Statement[]} amounts of a sentence
 * @param {Statement[]} statements
 * @param {Statement[]} near amounts of the sentences before in the paragraph
 * @param {Statement[]} all amounts of the text
 * @param {Ledger} ledger
 */
export function checkLists(amounts, statements, near, all, ledger) {
  /** @type {Set<Statement>} */
  const listed = new Set();
  amounts.forEach((one, at) => {
    const told = begins(one, statements);
    if (listed.has(one) || (!told && !beginsOpposites(amounts, at))) return;
    for (const unit of new Set(amounts.slice(at, at + 2).map(({ quantity }) => quantity.unit))) {
      const before = amounts.slice(0, at);
      const parts = run(amounts.slice(at), statements, unit);
      const whole = wholeOf(one, unit, before) ?? wholeOf(one, unit, near);
      const others = [...near, ...amounts.filter((each) => !parts.includes(each))];
      const next = amounts[amounts.indexOf(/** @type {Statement} */ (parts.at(-1))) + 1];
      for (const part of parts) if (told) listed.add(part);
      if (parts.length < 2 || (next && isTotalOf(next, unit))) continue; // the total behind them is held against them
      if (whole && (told || (whole === before.at(-1) && oppositeParts(parts) > 1))) {
        checkList(whole, parts, one, [...others, ...all.filter(({ quantity }) => quantity.value >= LARGE)], statements, ledger);
      }
    }
  });
}

/**
 * Whether an amount is told as the total of what stands right before it.
 * @param {Statement} next
 * @param {string} unit
 */
function isTotalOf(next, unit) {
  return isTotal(next) && next.quantity.unit === unit && !/[；;]/.test(next.before) && next.clause.length < SHORT;
}

/**
 * The last amount that the parts may be of.
 * @param {Statement} one the first of the parts
 * @param {string} unit
 * @param {Statement[]} before
 */
function wholeOf(one, unit, before) {
  const last = before.at(-1);
  const name = /([一-鿿]{2,8})中[，,]?[^，。；]{0,12}$/.exec(one.before)?.[1];
  const named =
    name === undefined ? undefined : before.filter(({ quantity, clause }) => quantity.unit === unit && clause.endsWith(name)).at(-1);
  if (named) return named; // 其中卫生技术人员816人。卫生技术人员中，医师288人
  if (one.bracketed && last?.bracketed === false && last.quantity.unit === unit) return last;
  return before
    .filter(
      ({ quantity, part, bracketed, clause }) =>
        quantity.unit === unit && !part && (!bracketed || one.bracketed) && !/[多少]做?$/.test(clause),
    )
    .at(-1);
}

/**
 * Whether an amount is the first of opposites.
 * @param {Statement[]} amounts
 * @param {number} at
 */
function beginsOpposites(amounts, at) {
  const [last, one, next] = [amounts[at - 1], amounts[at], amounts[at + 1]];
  if (!one || next?.quantity.unit !== one.quantity.unit || !areOpposite(one, next)) return false;
  return last?.quantity.unit !== one.quantity.unit || !areOpposite(last, one);
}

/**
 * Whether an amount is the first of a list of parts.
 * @param {Statement} one
 * @param {Statement[]} statements
 */
function begins({ before, start, quantity }, statements) {
  if (before.includes("其中") || LISTED.test(before) || OUT_OF.test(before) || /^[^，。；0-9]{0,16}(?<!果)[:：]/.test(before)) return true;
  if (EXACT.test(before)) return !EARLIER.test(before);
  const last = statements.filter((each) => each.end <= start).at(-1);
  return /^[（(][^，。；、0-9]{1,14}$/.test(before) && last?.quantity.unit === quantity.unit && last.kind === "value";
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
    if (one.bracketed && amounts[0]?.bracketed === false) continue; // the parts of a part
    if (one.bracketed !== amounts[0]?.bracketed) break; // 鼠夹800只（有效784只），捕获11只
    // what is told of a part: 空气96份合格94份
    if (one.start - (parts.at(-1)?.end ?? 0) < 6 && /^(?![和及与、])[一-鿿]{1,4}$/.test(one.before)) continue;
    if (one.quantity.unit !== unit) {
      if (OTHERS.test(one.before)) continue;
      if (parts.length > 0 && statements.indexOf(one) > statements.indexOf(/** @type {Statement} */ (parts.at(-1))) + 1) break;
      continue;
    }
    if (parts.length > 0 && (endsList(one) || one.start - (parts.at(-1)?.end ?? 0) > LONGEST_GAP)) break;
    if (parts.length > 1 && one.before.includes("；") !== parts[1]?.before.includes("；")) {
      return parts[1]?.before.includes("；") ? parts.slice(0, 1) : parts;
    }
    parts.push(one);
  }
  return parts;
}

/** @param {Statement} one */
function endsList(one) {
  const { before, kind } = one;
  if (/^[；，]?[^，。；、]{0,8}中(?![医学心])|另有|另外|此外|去重|扣除/.test(before)) return true;
  return kind !== "value" || isTotal(one) || /；[^；]*(?:共|，)/.test(before) || before.includes("其中");
}

/**
 * @param {Statement} whole
 * @param {Statement[]} told
 * @param {Statement} first
 * @param {Statement[]} others amounts near by that may be the whole as well
 * @param {Statement[]} statements
 * @param {Ledger} ledger
 */
function checkList(whole, told, first, others, statements, ledger) {
  const parts = told.slice(0, oppositeParts(told) || undefined);
  if (![whole, ...parts].every(isClear)) return void ledger.skip("sum");
  const value = added(parts);
  const surely = (OUT_OF.test(first.before) && endsWithRest(parts)) || isSlip(whole, value);
  if (
    makes(told, whole) ||
    (!surely && others.some((one) => one.start < first.start && one.quantity.unit === whole.quantity.unit && isSum(one, parts)))
  ) {
    return void ledger.pass("sum");
  }
  const sum = sumOf(parts, value);
  const isParted = parts.slice(1).some((part) => part.before.includes("；"));
  const haveShares = parts.every((part) => hasRightShare(part, [whole, ...parts], statements));
  if (isParted && (parts.length < 3 || haveShares)) return void ledger.skip("sum");
  const level = listLevel(whole, parts, first, value);
  if (!level) return void ledger.skip("sum");
  tell(whole, parts, { sum, level }, ledger);
}

/**
 * Whether the share behind a part is its share of the whole, or of a part before it, or there is none: 微创手术675台，占30.0%.
 * @param {Statement} part
 * @param {Statement[]} wholes
 * @param {Statement[]} statements
 */
function hasRightShare(part, wholes, statements) {
  const next = statements[statements.indexOf(part) + 1];
  return next?.quantity.unit !== "%" || wholes.some((whole) => whole !== part && isRateOf(next.quantity, part.quantity, whole.quantity));
}

/**
 * Whether some of the parts, from the first, make an amount.
 * @param {Statement[]} parts
 * @param {Statement} whole
 */
function makes(parts, whole) {
  return parts.some((_, at) => at > 0 && !/^(?:、|和|及)/.test(parts[at + 1]?.before ?? "") && isSum(whole, parts.slice(0, at + 1)));
}

/**
 * How sure it is that the parts make the whole.
 * @param {Statement} whole
 * @param {Statement[]} parts
 * @param {Statement} first
 * @param {number} value
 * @returns {"error" | "warning" | null}
 */
function listLevel(whole, parts, first, value) {
  const last = /** @type {Statement} */ (parts.at(-1));
  const open = OPEN.test(first.before) || /^[^，。；]{0,6}等/.test(last.after);
  if (open) return value > whole.quantity.value && !overlaps(whole) ? "warning" : null;
  if (WHOLLY.test(first.before)) return "error";
  const [tight, share] = [isTight(parts), value / whole.quantity.value];
  const typed = isSlip(whole, value, tight && parts.length > 2 ? 2 : 3) || hasSlip(whole, parts, tight ? 2 : 3);
  if (!begins(first, parts)) return typed || (share > NEARLY && share < 1 / NEARLY) ? "warning" : null;
  if (oppositeParts(parts) === parts.length || endsWithRest(parts)) return "error";
  if (tight && parts.some(({ quantity }) => quantity.value > whole.quantity.value)) return "error";
  if (first.bracketed && !whole.bracketed) return share > 1 || typed ? "error" : share > NEARLY && tight ? "warning" : null;
  if (share > 1 && overlaps(whole)) {
    return typed
      ? "error"
      : share < MOST_OVER || (tight && parts.length > 2 && !SETS.test(parts.map(({ clause }) => clause).join()))
        ? "warning"
        : null;
  }
  if (share > 1) return typed || share < MOST_OVER || !last.before.includes("；") ? "error" : null; // what follows ； is no part
  if (parts.length > 2 && (typed || share > 0.9)) return "error";
  if (parts.length > 2 && tight && share > ALMOST) return "warning";
  return /包括|包含|[:：]/.test(first.before) || typed ? "warning" : null;
}

/**
 * Whether nothing but 、 stands between the parts, or they are in brackets or after a colon.
 * @param {Statement[]} parts
 */
function isTight([first, ...others]) {
  const listed = first?.bracketed === true || /[:：]/.test(first?.before ?? "");
  return others.every(({ before }) => (listed ? /^[^。；]{0,14}$/ : /^[^，。；]{0,8}(?:、|和|及)[^，。；]{0,12}$/).test(before));
}

/**
 * Whether one and the same may be in two parts, as people with two diseases.
 * @param {Statement} whole
 */
function overlaps({ quantity }) {
  return /^(?:人|例|户|家|个)$/.test(quantity.unit);
}
