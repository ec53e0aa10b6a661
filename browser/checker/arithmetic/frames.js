// Gathers what a sentence compares: a value, what it was before, by how much it has changed.

import { goesBy, goesTo } from "../../prose/directions.js";

/** @typedef {import("../../prose/types.js").Statement} Statement */
/**
 * beside: what stands before a change without a value; others: what else may be the value.
 * @typedef {{
 *   value?: Statement, prior?: Statement, difference?: Statement, growth?: Statement, points?: Statement,
 *   multiple?: Statement, to?: Statement, beside?: Statement, others?: Statement[], sure: boolean,
 * }} Frame
 */

const SUBJECT =
  /(?:攀?升|[比较与由从略增减降涨多少是为占]|同[比期]|环比|上[年月周季期学升]|去年|[高低][于了过出]|[高低快慢长短]\s?$|超[了出过支]|分别|下降|提[高升]|回落|缩短|延长|扩大|压[减降缩]|节[约省])/;
const NO_SUBJECT =
  /^(?:今年|本年|本期|反而|却|人次|[人户次例床件]均(?:金额|费用|水平)?|[一二两三四五六七八九十半几](?:年|个月|季度)(?:来|间|下来|多)?|而|但|不过|同|和|仍|略|经|还|相当于|相|净|(?:报告|病例|发病)数|且|均|则|又|再|并|都|总[量数体计额]|数量|共|也|已|即|相比|其中|实际|实现|整体|人数|金额|规模|数|全年|累计|明显|大幅|的|[、，,（(\s“”])*$/;
const TO_AIM = /目标|要求|标准|指标/;
const AIM = /(?:低于|高于|超过|超出|离|距|距离|达到|达)[^，。；]{0,6}\s?$/;
const OF_AIM = /^”?的?[^，。；0-9]{0,8}(?:目标|要求|标准|指标|规定|线)/; // 低于20%的国家控制指标
const WITHOUT_SENSE = /^(?:全|我|本|该|其|县|市|区|院|镇|校|所|辖区|报告|累计|总|今年|本年度?|本季度|本月|本学期|的)*$/;
const REACHED = /^(?:今年|本年|本期|现在?|总数|总量|一共|共计?|已|累计|实际|为|是|达到?|有|了|约)*$/; // of a value that stands behind its change
const ALL_TOGETHER = /总数|总量|合计|总计|共[增减多少上下]/;
const CHANGES = new Set(["difference", "growth", "points", "multiple"]);

/**
 * @param {import("./passages.js").Passage} passage
 * @returns {Frame[]}
 */
export function readFrames({ statements, near }) {
  return segments(statements).flatMap((one) => framesOf(one, near));
}

/**
 * @param {Statement[]} statements
 * @returns {Statement[][]}
 */
function segments(statements) {
  /** @type {Statement[][]} */
  const found = [];
  for (const one of statements) {
    if (found.length === 0 || /[；;]/.test(one.before)) found.push([]);
    found.at(-1)?.push(one);
  }
  return found;
}

/**
 * @param {Statement[]} statements
 * @param {Statement[]} near
 * @returns {Frame[]}
 */
function framesOf(statements, near) {
  /** @type {Frame[]} */
  const frames = [];
  /** @type {Frame | null} */
  let open = null;
  statements.forEach((one, index) => {
    const earlier = statements.slice(0, index);
    if (
      one.kind === "prior" &&
      open &&
      !open.prior &&
      (open.value ?? open.difference)?.quantity.unit === one.quantity.unit &&
      !goesTo(one.after) &&
      !(hasChange(open) && goesOnHere(one))
    ) {
      open.prior = one;
    } else if (one.kind === "prior") {
      open = { prior: one, sure: true };
      if (!goesTo(one.after)) Object.assign(open, base(near, earlier, one));
      frames.push(open);
    } else if (CHANGES.has(one.kind)) {
      if (one.kind === "points" && TO_AIM.test(one.clause)) return;
      if (!open || !goesOn(open, one, statements)) frames.push((open = { ...base(near, earlier, one) }));
      open[/** @type {"growth"} */ (one.kind)] = one;
    } else if (open && !open.value && open.prior?.quantity.unit === one.quantity.unit && takesValue(one, open)) {
      open.value = one;
      if (one.kind === "to") open.to = one;
    } else if (
      open &&
      !open.value &&
      !open.prior &&
      open.difference?.quantity.unit === one.quantity.unit &&
      /^[，,](?:达到?|为)$/.test(one.before)
    ) {
      Object.assign(open, { value: one, sure: true });
    } else if (one.kind !== "plan" && one.kind !== "whole" && !one.bracketed && !isAside(one)) open = null;
  });
  return frames;
}

/** @param {Frame} frame */
function hasChange({ difference, growth, points }) {
  return (difference ?? growth ?? points) !== undefined;
}

/**
 * Whether a figure is what an earlier value has become; behind a change only where it names nothing else: 日均733人次.
 * @param {Statement} one
 * @param {Frame} frame
 */
function takesValue({ kind, clause, part }, frame) {
  if (kind === "to") return true;
  return (kind === "value" || kind === "share" || kind === "per") && !(hasChange(frame) && (part || !REACHED.test(clause)));
}

/**
 * Whether another comparison begins with an earlier value: 与去年6月的52例相比减少.
 * @param {Statement} one
 */
function goesOnHere({ after }) {
  return /^[^，。；0-9]{0,2}相比/.test(after) || goesBy(after);
}

/**
 * A share that is told between a value and how it has changed: 268人，占65%，比上年增加27人.
 * @param {Statement} one
 */
function isAside({ kind, clause }) {
  return kind === "share" && clause.includes("占");
}

/**
 * Whether a change belongs to a comparison that has begun.
 * @param {Frame} frame
 * @param {Statement} one
 * @param {Statement[]} statements
 */
function goesOn(frame, one, statements) {
  if (frame[/** @type {"growth"} */ (one.kind)]) return false;
  const first = frame.prior ?? frame.difference ?? frame.growth ?? frame.points ?? frame.multiple;
  const last = statements[statements.indexOf(one) - 1];
  if (!first || !last || (one.kind === "points" && !/^[%‰]?$/.test((frame.value ?? frame.prior)?.quantity.unit ?? ""))) return false;
  const same = one.comparison === first.comparison || one.comparison === "" || first.comparison === "";
  return same && NO_SUBJECT.test(subject(one));
}

/**
 * What a clause says has changed, where it says so itself.
 * @param {Statement} one
 */
function subject({ clause }) {
  const at = clause.search(SUBJECT);
  return at < 0 ? clause : clause.slice(0, at);
}

/**
 * The value that has changed.
 * @param {Statement[]} near
 * @param {Statement[]} earlier
 * @param {Statement} change
 * @returns {Pick<Frame, "value" | "beside" | "others" | "sure">}
 */
function base(near, earlier, change) {
  const named = subject(change).replace(/^[^，]*?其中/, "");
  const able = earlier.filter((one) => isBase(one, change));
  if (!NO_SUBJECT.test(named)) return namedBase(near, able, change, named);
  const levels = able.filter(
    ({ kind, quantity }) => kind !== "per" || able.every((other) => other.kind === "per" || other.quantity.unit !== quantity.unit),
  );
  const value = (/均|每/.test(change.clause) ? able : levels).at(-1);
  const beside = earlier.at(-1);
  if (value?.before.startsWith("、") && ALL_TOGETHER.test(change.clause)) return { sure: false }; // the total of a list that is not told
  if (!value) return { sure: false, ...(beside && { beside }) };
  return { value, others: able.filter((one) => one !== value), sure: !(value.part && able.at(-2)?.part === true) };
}

/**
 * @param {Statement} one
 * @param {Statement} change
 */
function isBase({ kind, quantity, bracketed, clause, after }, change) {
  if (kind !== "value" && kind !== "to" && kind !== "per" && kind !== "share") return false;
  if (AIM.test(clause) && OF_AIM.test(after)) return false;
  if (bracketed && (!change.bracketed || /[（(）)]/.test(change.before))) return false; // in a bracket of its own
  if (kind === "share" && clause.includes("占") && change.kind !== "points" && !(change.kind === "prior" && change.quantity.unit === "%")) {
    return false;
  }
  const { unit } = change.quantity;
  if (change.kind === "points") return quantity.unit === (unit === "百分点" ? "%" : "‰");
  return change.kind === "difference" || change.kind === "prior" ? quantity.unit === unit : true;
}

/**
 * The value of what the clause names, in its own sentence or its paragraph.
 * @param {Statement[]} near
 * @param {Statement[]} able
 * @param {Statement} change
 * @param {string} named
 * @returns {{ value?: Statement, sure: boolean }}
 */
function namedBase(near, able, change, named) {
  const fits = [...near.filter((one) => isBase(one, change)), ...able].filter(({ indicator }) => isNamed(indicator, named));
  const values = new Set(fits.map(({ quantity }) => quantity.value));
  const value = fits.at(-1);
  return value && values.size === 1 ? { value, sure: true } : { sure: false };
}

/**
 * Whether a name is that of what has changed, or what has changed with less said: 门诊人次 of 全县门诊人次, not 手术 of 微创手术.
 * @param {string} name
 * @param {string} told
 */
function isNamed(name, told) {
  const changed = told.replace(/(?<=[一-鿿]{2})(?:使?用量|数量|总量|金额|人数|量|数)$/, "");
  if (changed.length <= name.length || name.length < 2) return sameName(name, changed) || (changed !== told && name.includes(changed));
  return changed.endsWith(name) && WITHOUT_SENSE.test(changed.slice(0, -name.length));
}

/**
 * @param {string} a
 * @param {string} b
 */
function sameName(a, b) {
  const [long, short] = a.length > b.length ? [a, b] : [b, a];
  return short.length > 1 && long.endsWith(short);
}
