// Checks what texts say of changes: difference, growth, percentage points, multiples, and which way it went.

import { absolute, difference, digitsLike, fixed, growth, known, ratio, verdict } from "./intervals.js";

/** @typedef {import("./frames.js").Frame} Frame */
/** @typedef {import("./ledger.js").Ledger} Ledger */
/** @typedef {import("../../prose/types.js").Statement} Statement */
/** @typedef {import("../../prose/types.js").Quantity} Quantity */

const OPPOSITES = /** @type {Record<string, string>} */ ({
  ...{ 增加: "减少", 增长: "下降", 上升: "下降", 提高: "下降", 提升: "下降", 扩大: "缩小", 上涨: "下降", 回升: "回落" },
  ...{ 减少: "增加", 下降: "上升", 降低: "提高", 回落: "回升", 下滑: "上升", 下跌: "上涨", 缩减: "扩大", 压减: "增加" },
  ...{ 增长率: "下降率", 增幅: "降幅", 增速: "降幅", 涨幅: "降幅", 降幅: "增幅", 跌幅: "涨幅", 减幅: "增幅", 下降率: "增长率" },
  ...{ 缩短: "延长", 延长: "缩短", 增: "减", 升: "降", 涨: "降", 多: "少", 减: "增", 降: "升", 跌: "涨", 少: "多", 净增: "净减" },
});
const RATE = /(?:率|比例|比重|占比|覆盖面|知晓度|满意度)$/;
const PER_HEAD_RATE = /死亡|发病|患病|出生|增长|增速|感染|阳性|生育|自杀/;

/**
 * @param {Frame[]} frames
 * @param {Ledger} ledger
 */
export function checkChanges(frames, ledger) {
  for (const frame of frames) checkFrame(usable(frame), frame, ledger);
}

/**
 * A comparison without what is only told roughly.
 * @param {Frame} frame
 * @returns {Frame}
 */
function usable(frame) {
  const { value, prior, ...others } = frame;
  return { ...others, ...(isClear(value) && { value }), ...(isClear(prior) && { prior }) };
}

/**
 * @param {Statement | undefined} one
 * @returns {one is Statement}
 */
function isClear(one) {
  return one !== undefined && !one.quantity.rough && !one.quantity.range;
}

/**
 * @param {Frame} frame
 * @param {Frame} written
 * @param {Ledger} ledger
 */
function checkFrame(frame, written, ledger) {
  const { value, prior } = frame;
  if (value && prior) {
    withPrior(frame, value, prior, ledger);
    return;
  }
  if (!written.value || !written.prior) checkUnit(written, ledger);
  const { difference: by, growth: rate } = frame;
  if (by && rate && contradict(value, by, rate, ledger)) return;
  if (value && by && rate && value.quantity.unit === by.quantity.unit) withoutPrior(frame, value, by, rate, ledger);
  else if (prior && by && rate) priorOnly(prior, by, rate, ledger);
  else for (const one of [rate, by, frame.points]) if (one) ledger.skip(one.kind);
}

/**
 * @param {Frame} frame
 * @param {Statement} value
 * @param {Statement} prior
 * @param {Ledger} ledger
 */
function withPrior(frame, value, prior, ledger) {
  const now = known(value.quantity);
  const before = known(prior.quantity);
  const change = difference(now, before);
  const way = change[0] > 0 ? 1 : change[1] < 0 ? -1 : 0;
  if (before[0] <= 0) return;
  const odd = oddOne(frame, value, prior);
  if (odd) {
    blame(odd, frame, value, prior, ledger);
    return;
  }
  for (const one of [frame.difference, frame.growth, frame.points, frame.to]) {
    if (one && one.sign !== 0) checkWay(one, way, value, prior, ledger);
  }
  const { difference: by, growth: rate, points, multiple } = frame;
  const minus = subtraction(value.quantity, prior.quantity);
  const size = Math.abs(value.quantity.value - prior.quantity.value);
  const claim = { sure: frame.sure };
  if (by?.quantity.unit === value.quantity.unit) {
    ledger.hold("difference", by, { ...claim, expected: absolute(change), value: size, sum: minus });
  }
  if (points) ledger.hold("points", points, { ...claim, expected: absolute(change), value: size, sum: minus });
  if (rate && value.quantity.unit === "%") rateOfRate(rate, value, prior, ledger);
  else if (rate) ledger.hold("growth", rate, { ...claim, ...growthClaim(value.quantity, prior.quantity) });
  if (multiple) checkMultiple(multiple, value.quantity, prior.quantity, ledger);
}

/**
 * @param {Quantity} now
 * @param {Quantity} before
 */
function growthClaim(now, before) {
  const value = (now.value / before.value - 1) * 100;
  return {
    expected: absolute(growth(known(now), known(before))),
    value,
    sum: `（${large(now, before)}）÷${plain(before)}=${percent(value)}`,
  };
}

/**
 * Where four figures are told, the one that does not go with the three others.
 * @param {Frame} frame
 * @param {Statement} value
 * @param {Statement} prior
 * @returns {"value" | "prior" | null}
 */
function oddOne({ difference: by, growth: rate }, value, prior) {
  if (!by || !rate || by.sign === 0 || by.sign !== rate.sign || by.quantity.unit !== value.quantity.unit) return null;
  const change = known(by.quantity);
  const now = known(value.quantity);
  const before = known(prior.quantity);
  if (verdict(by.quantity, absolute(difference(now, before))) === "right") return null;
  if (verdict(rate.quantity, absolute(growth(now, before))) === "right") return null;
  if (verdict(rate.quantity, ratio(change, before, 100)) === "right") return "value";
  const meant = by.sign > 0 ? difference(now, change) : /** @type {const} */ ([now[0] + change[0], now[1] + change[1]]);
  return meant[0] > 0 && verdict(rate.quantity, ratio(change, meant, 100)) === "right" ? "prior" : null;
}

/**
 * @param {"value" | "prior"} odd
 * @param {Frame} frame
 * @param {Statement} value
 * @param {Statement} prior
 * @param {Ledger} ledger
 */
function blame(odd, { difference: by }, value, prior, ledger) {
  if (!by) return;
  const change = by.quantity.value * by.sign;
  const [statement, other, meant] =
    odd === "value" ? [value, prior, prior.quantity.value + change] : [prior, value, value.quantity.value - change];
  const sign = (odd === "value") === change > 0 ? "+" : "−";
  const sum = `${plain(other.quantity)}${sign}${plain(by.quantity)}=${digitsLike(meant, statement.quantity)}`;
  ledger.hold("difference", statement, { expected: [meant, meant], value: meant, sum });
}

/**
 * @param {Statement} one
 * @param {number} way
 * @param {Statement} value
 * @param {Statement} prior
 * @param {Ledger} ledger
 */
function checkWay(one, way, value, prior, ledger) {
  if (way === 0 || one.sign === way) return void ledger.pass("direction");
  const order = `由${prior.quantity.written}到${value.quantity.written}是${way > 0 ? "上升" : "下降"}`;
  tellWay(one, `${order}，与“${one.verb?.word ?? ""}”不符。`, ledger);
}

/**
 * @param {Statement} one
 * @param {string} message
 * @param {Ledger} ledger
 */
function tellWay(one, message, ledger) {
  const { verb, end } = one;
  if (!verb) return;
  const other = OPPOSITES[verb.word];
  const middle = one.clause.slice(verb.start - one.start + one.clause.length + verb.word.length);
  const suggestion = other && `${other}${middle}${one.quantity.written}`;
  ledger.tell("direction", { start: verb.start, end, message, ...(suggestion !== undefined && { suggestion }) });
}

/**
 * Whether difference and growth go different ways; the value tells which of them is wrong.
 * @param {Statement | undefined} value
 * @param {Statement} by
 * @param {Statement} rate
 * @param {Ledger} ledger
 */
function contradict(value, by, rate, ledger) {
  if (by.sign === 0 || rate.sign === 0 || by.sign === rate.sign) return false;
  const before = (value?.quantity.value ?? 0) - by.quantity.value * rate.sign;
  const growthRight = before > 0 && isPrinted(rate.quantity, (by.quantity.value / before) * 100);
  const [one, other] = growthRight ? [by, rate] : by.start > rate.start ? [by, rate] : [rate, by];
  tellWay(one, `“${one.verb?.word ?? ""}${one.quantity.written}”与“${other.verb?.word ?? ""}${other.quantity.written}”一升一降。`, ledger);
  return true;
}

/**
 * @param {Frame} frame
 * @param {Statement} value
 * @param {Statement} by
 * @param {Statement} rate
 * @param {Ledger} ledger
 */
function withoutPrior(frame, value, by, rate, ledger) {
  if (by.quantity.rough || by.quantity.range || by.sign === 0) return void ledger.skip("growth");
  const signed = by.quantity.value * by.sign;
  const before = value.quantity.value - signed;
  if (before <= 0) return void ledger.skip("growth");
  const expected = changeRate(value.quantity, by.quantity, by.sign);
  const turned = value.quantity.value + signed;
  const fits = verdict(rate.quantity, expected) === "right";
  if (!fits && turned > 0 && isPrinted(rate.quantity, (by.quantity.value / turned) * 100)) {
    const sum = `${plain(by.quantity)}÷${plain({ ...value.quantity, value: turned })}=${rate.quantity.written}`;
    tellWay(by, `按${rate.quantity.written}推算，本期比上期${by.sign > 0 ? "少" : "多"}：${sum}。`, ledger);
    return;
  }
  const size = (by.quantity.value / before) * 100;
  const sum = `${plain(by.quantity)}÷（${plain(value.quantity)}${by.sign > 0 ? "−" : "+"}${plain(by.quantity)}）=${percent(size)}`;
  ledger.hold("growth", rate, { expected, value: size, sum, sure: frame.sure });
}

/**
 * The growth that a value and its change make; it is monotonous in both.
 * @param {Quantity} value
 * @param {Quantity} by
 * @param {number} sign
 * @returns {import("./intervals.js").Interval}
 */
function changeRate(value, by, sign) {
  const ends = known(value).flatMap((now) => known(by).map((step) => (step / (now - sign * step)) * 100));
  return [Math.min(...ends), Math.max(...ends)];
}

/**
 * @param {Statement} prior
 * @param {Statement} by
 * @param {Statement} rate
 * @param {Ledger} ledger
 */
function priorOnly(prior, by, rate, ledger) {
  if (by.quantity.rough || by.quantity.unit !== prior.quantity.unit) return;
  const value = (by.quantity.value / prior.quantity.value) * 100;
  const sum = `${plain(by.quantity)}÷${plain(prior.quantity)}=${percent(value)}`;
  ledger.hold("growth", rate, { expected: ratio(known(by.quantity), known(prior.quantity), 100), value, sum });
}

/**
 * A rate that has grown by per cent: relative growth, or percentage points with the wrong unit.
 * @param {Statement} rate
 * @param {Statement} value
 * @param {Statement} prior
 * @param {Ledger} ledger
 */
function rateOfRate(rate, value, prior, ledger) {
  const claim = growthClaim(value.quantity, prior.quantity);
  const change = Math.abs(value.quantity.value - prior.quantity.value);
  const apart = isPrinted(rate.quantity, change) && !isPrinted(rate.quantity, Math.abs(claim.value));
  if (rate.quantity.rough || (!apart && verdict(rate.quantity, claim.expected) === "right")) return void ledger.pass("points");
  const decimals = Math.max(value.quantity.decimals, prior.quantity.decimals);
  const suggestion = `${fixed(change, decimals)}个百分点`;
  const sum = subtraction(value.quantity, prior.quantity);
  const message = `两个百分率相差的是百分点：${sum}个百分点；写成“%”是说增长了${percent(Math.abs(claim.value))}。`;
  ledger.tell("points", { start: rate.start, end: rate.end, message, suggestion, sum });
}

/**
 * Percentage points of an amount, per cent of a rate, where what was before is not told.
 * @param {Frame} frame
 * @param {Ledger} ledger
 */
function checkUnit({ value, growth: rate, points, sure, prior, beside }, ledger) {
  if (points && !value && beside?.kind === "value" && beside.quantity.unit !== "" && isDirect(points)) {
    const suggestion = points.quantity.written.replace(/个?百分点/, "%");
    const message = `${beside.quantity.written}不是百分率，增减的幅度用“%”，不用“百分点”。`;
    ledger.tell("points", { start: points.start, end: points.end, message, suggestion });
  }
  if (!rate || !value || !sure || prior || value.quantity.unit !== "%" || !isLevel(value.indicator)) return;
  if (value.end > rate.start || /(?:增长|增幅|增速|降幅)/.test(rate.verb?.word ?? "")) return;
  const suggestion = rate.quantity.written.replace(/[%％]/, "个百分点");
  const message = "百分率的变动用百分点；写“%”会读成相对的增长。";
  ledger.tell("points", { start: rate.start, end: rate.end, message, suggestion, level: "warning" });
}

/**
 * Whether a change follows its value, with nothing else named: ，同比增长.
 * @param {Statement} change
 */
function isDirect({ before }) {
  return /^[，,](?:同比|环比|[比较](?:上年|去年|上季度|上月)(?:同期)?)?(?:增长|增加|上升|减少|下降|降低|提高)(?:了)?$/.test(before);
}

/** @param {string} indicator */
function isLevel(indicator) {
  return RATE.test(indicator) && !PER_HEAD_RATE.test(indicator);
}

/**
 * Whether a number, rounded, is the printed one.
 * @param {Quantity} printed
 * @param {number} value
 */
function isPrinted(printed, value) {
  return fixed(value, printed.decimals) === fixed(printed.value, printed.decimals);
}

/**
 * @param {Statement} multiple
 * @param {Quantity} now
 * @param {Quantity} before
 * @param {Ledger} ledger
 */
function checkMultiple(multiple, now, before, ledger) {
  const { quantity, clause, sign } = multiple;
  const times = ratio(known(now), known(before));
  const doubled = quantity.unit === "番";
  const more = !doubled && sign > 0;
  if (sign < 0) return void ledger.skip("multiple");
  const [low, high] = doubled ? [Math.log2(times[0]), Math.log2(times[1])] : more ? [times[0] - 1, times[1] - 1] : times;
  if (!doubled && !more && !clause.endsWith("的")) return void ledger.skip("multiple");
  const exact = now.value / before.value - (more ? 1 : 0);
  const sum = `${plain(now)}÷${plain(before)}=${fixed(now.value / before.value, 2)}`;
  if (quantity.chinese || doubled) holdNumeral(multiple, [low, high], sum, ledger);
  else ledger.hold("multiple", multiple, { expected: [low, high], value: exact, sum });
}

/**
 * @param {Statement} multiple
 * @param {import("./intervals.js").Interval} expected
 * @param {string} sum
 * @param {Ledger} ledger
 */
function holdNumeral({ start, end, quantity }, [low, high], sum, ledger) {
  if (quantity.rough) return void ledger.skip("multiple");
  const near = low <= quantity.value + 0.35 && high >= quantity.value - 0.1;
  if (near) return void ledger.pass("multiple");
  ledger.tell("multiple", { start, end, message: `与文中的数不符：${sum}。`, sum });
}

/**
 * @param {Quantity} now
 * @param {Quantity} before
 */
function subtraction(now, before) {
  const decimals = Math.max(now.decimals, before.decimals);
  const scale = Math.min(now.scale, before.scale);
  return `${large(now, before)}=${fixed(Math.abs(now.value - before.value) / scale, decimals)}${scaleWord(scale)}`;
}

/**
 * @param {Quantity} a
 * @param {Quantity} b
 */
function large(a, b) {
  return a.value >= b.value ? `${plain(a)}−${plain(b)}` : `${plain(b)}−${plain(a)}`;
}

/**
 * A number as it stands in a sum.
 * @param {Quantity} quantity
 */
export function plain({ value, scale, decimals }) {
  return `${fixed(value / scale, decimals)}${scaleWord(scale)}`;
}

/** @param {number} scale */
function scaleWord(scale) {
  return { 1e4: "万", 1e8: "亿", 1e12: "万亿" }[scale] ?? "";
}

/** @param {number} value */
export function percent(value) {
  return `${fixed(value, 2)}%`;
}
